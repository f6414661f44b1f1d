-- What another case wants a meeting to take up; without a meeting it waits for the next agenda that is drafted.
create table klyngeflow.agenda_point (
    cluster_id   text        not null references klyngeflow.cluster,
    case_key     text        not null,
    title        text        not null check (length(title) between 1 and 120),
    meeting_id   text,
    added_at     timestamptz not null,
    discussed_at timestamptz,
    primary key (cluster_id, case_key)
);
create index agenda_point_meeting on klyngeflow.agenda_point (cluster_id, meeting_id);
