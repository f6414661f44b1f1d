-- How a cluster has agreed to work: one round of questions after another, and the numbered versions that came of them.

-- a setting that follows from something the cluster has agreed on says from what
alter table klyngeflow.setting
    add column source text check (length(source) between 1 and 200);

create table klyngeflow.model_round (
    cluster_id         text        not null references klyngeflow.cluster,
    round_no           integer     not null check (round_no >= 1),
    -- natural id of the case, such as nordklyngen/lokal-model-1
    case_key           text        not null,
    -- null when the calendar has started it
    started_by         text,
    opened_at          timestamptz not null,
    closes_at          timestamptz not null check (closes_at > opened_at),
    -- earlier than closes_at when everybody has answered
    closed_at          timestamptz,
    -- how many have not answered yet; counted down in the statement that keeps an answer, which holds the row
    silent             integer     not null default 0 check (silent >= 0),
    reminders          integer     not null default 0,
    -- what stands in the draft, as the coordinator has it at the moment; null before she has written it
    choices            text check (length(choices) <= 4000),
    note               text        not null default '' check (length(note) <= 2000),
    -- how many times the members have been shown a draft; what they say is of the newest
    shown              integer     not null default 0,
    comments_close_at  timestamptz,
    comments_closed_at timestamptz,
    unheard            integer     not null default 0 check (unheard >= 0),
    ended_at           timestamptz,
    cancelled_by       text,
    cancel_reason      text check (length(cancel_reason) <= 1000),
    primary key (cluster_id, round_no),
    unique (case_key)
);
-- never two at once
create unique index model_round_under_way on klyngeflow.model_round (cluster_id) where ended_at is null;

create table klyngeflow.model_person (
    cluster_id  text        not null,
    round_no    integer     not null,
    person_id   text        not null references klyngeflow.person,
    asked_at    timestamptz not null,
    -- she has left the cluster: her answers are gone and she is not waited for
    left_at     timestamptz,
    answered_at timestamptz,
    choices     text        not null default '' check (length(choices) <= 4000),
    remark      text        not null default '' check (length(remark) <= 1000),
    -- what she says of the draft that is shown
    heard_at    timestamptz,
    accepts     boolean,
    comment     text        not null default '' check (length(comment) <= 1000),
    primary key (cluster_id, round_no, person_id),
    foreign key (cluster_id, round_no) references klyngeflow.model_round
);
create index model_person_by_person on klyngeflow.model_person (cluster_id, person_id);

create table klyngeflow.local_model (
    cluster_id     text        not null references klyngeflow.cluster,
    version        integer     not null check (version >= 1),
    round_no       integer     not null,
    choices        text        not null check (length(choices) <= 4000),
    note           text        not null default '' check (length(note) <= 2000),
    adopted_on     date        not null,
    adopted_by     text        not null,
    effective_from date        not null check (effective_from > adopted_on),
    document_id    text        not null references klyngeflow.document (id),
    in_force_at    timestamptz,
    -- adopted, but given up before its day came
    withdrawn_at   timestamptz,
    primary key (cluster_id, version),
    unique (cluster_id, round_no),
    foreign key (cluster_id, round_no) references klyngeflow.model_round
);
