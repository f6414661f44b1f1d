-- Somebody asks to join, to leave, to have her data corrected or erased; what the secretary said to it.
create table klyngeflow.membership_request (
    request_id      bigint generated always as identity primary key,
    cluster_id      text        not null references klyngeflow.cluster,
    kind            text        not null check (kind in ('JOIN', 'LEAVE', 'PRACTICE_LEAVES', 'CORRECT', 'ERASE')),
    -- who asks by her own link; null for somebody who is not in the cluster yet
    person_id       text        references klyngeflow.person,
    name            text        not null default '' check (length(name) <= 100),
    mail            text        not null default '' check (length(mail) <= 254),
    provider_number text        not null default '',
    practice_name   text        not null default '' check (length(practice_name) <= 100),
    patients        integer     check (patients >= 0),
    message         text        not null default '' check (length(message) <= 500),
    from_day        date,
    asked_at        timestamptz not null,
    -- until she has said by the mailed link that the address is hers nobody hears of it
    confirmed_at    timestamptz,
    answer_by       timestamptz,
    settled_at      timestamptz,
    is_accepted     boolean,
    reason          text        not null default '' check (length(reason) <= 1000)
);
create index membership_request_open on klyngeflow.membership_request (cluster_id) where settled_at is null;
