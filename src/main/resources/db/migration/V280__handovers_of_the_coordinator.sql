-- The post as coordinator is handed over: by whom to whom and on which day, and what is on the list of each of them.

alter table klyngeflow.role_holder drop constraint role_holder_post_check;
alter table klyngeflow.role_holder add constraint role_holder_post_check check (post in
    ('COORDINATOR', 'SECRETARY', 'CHAIR', 'TREASURER', 'BOARD', 'AUDITOR', 'SUCCESSOR', 'MEMBER'));

create table klyngeflow.handover (
    cluster_id   text        not null references klyngeflow.cluster,
    handover_id  text        primary key,
    business_key text        not null unique,
    parting      text        not null references klyngeflow.person,
    successor    text        not null references klyngeflow.person,
    day          date        not null,
    -- what the parting coordinator writes to her successor
    note         text        not null default '',
    document_id  text,
    parted_at    timestamptz,
    taken_at     timestamptz,
    moved_at     timestamptz,
    ended_at     timestamptz,
    -- why it was stopped, or why the chair was asked; Danish
    reason       text        not null default '',
    started_by   text        not null,
    started_at   timestamptz not null
);
create unique index handover_one_open on klyngeflow.handover (cluster_id) where ended_at is null and moved_at is null;

create table klyngeflow.handover_item (
    cluster_id  text    not null references klyngeflow.cluster,
    handover_id text    not null references klyngeflow.handover on delete cascade,
    number      integer not null,
    text        text    not null,
    owner       text    not null check (owner in ('PARTING', 'SUCCESSOR', 'SECRETARY', 'BOARD')),
    state       text    not null default 'OPEN' check (state in ('OPEN', 'DONE', 'NOT_NEEDED')),
    remark      text    not null default '',
    answered_by text,
    answered_at timestamptz,
    primary key (handover_id, number)
);

-- The cluster's own list; while it has none the standard applies.
create table klyngeflow.handover_checklist (
    cluster_id text    not null references klyngeflow.cluster,
    number     integer not null,
    text       text    not null check (length(text) between 1 and 300),
    owner      text    not null check (owner in ('PARTING', 'SUCCESSOR', 'SECRETARY', 'BOARD')),
    primary key (cluster_id, number)
);

-- A coordinator on leave and who stands in for her. Who is coordinator on which day is what the posts say.
create table klyngeflow.coordinator_leave (
    cluster_id   text        not null references klyngeflow.cluster,
    leave_id     text        primary key,
    business_key text        not null unique,
    absent       text        not null references klyngeflow.person,
    stand_in     text        not null references klyngeflow.person,
    from_day     date        not null,
    until_day    date        not null,
    ended_at     timestamptz,
    arranged_by  text        not null,
    arranged_at  timestamptz not null
);
create index coordinator_leave_open on klyngeflow.coordinator_leave (cluster_id) where ended_at is null;
