-- The data package of a meeting: what each practice says to its data being drawn, when it was ordered, and the files that came.

create table klyngeflow.data_order (
    cluster_id text        not null,
    meeting_id text        not null,
    -- when the secretary gets the list; a practice can take its accept back until the package is ordered
    closes_at  timestamptz not null,
    reminders  integer     not null default 0,
    ordered_on date,
    ordered_at timestamptz,
    ordered_by text,
    primary key (cluster_id, meeting_id),
    foreign key (cluster_id, meeting_id) references klyngeflow.meeting,
    check ((ordered_at is null) = (ordered_on is null) and (ordered_at is null) = (ordered_by is null))
);

create table klyngeflow.data_consent (
    cluster_id      text        not null,
    meeting_id      text        not null,
    provider_number text        not null,
    accepts         boolean     not null,
    -- any GP of the practice may answer for it; the last one counts
    person_id       text        not null references klyngeflow.person,
    answered_at     timestamptz not null,
    primary key (cluster_id, meeting_id, provider_number),
    foreign key (cluster_id, meeting_id) references klyngeflow.data_order,
    foreign key (cluster_id, provider_number) references klyngeflow.practice
);

create table klyngeflow.data_file (
    cluster_id  text        not null,
    meeting_id  text        not null,
    document_id text        not null references klyngeflow.document,
    added_at    timestamptz not null,
    primary key (cluster_id, meeting_id, document_id),
    foreign key (cluster_id, meeting_id) references klyngeflow.data_order
);
