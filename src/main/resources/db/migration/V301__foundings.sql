-- Clusters to be: who wants to start one, which practices are asked, what the founding assembly decided.

-- Typed on an open page; nobody has said yet that the address is hers. Gone two days later.
create table klyngeflow.founding_wish (
    wish_id         uuid        primary key,
    cluster_name    text        not null check (length(cluster_name) <= 60),
    region_name     text        not null,
    provider_number text        not null check (provider_number ~ '^[0-9]{6}$'),
    practice_name   text        not null check (length(practice_name) <= 100),
    patients        integer     check (patients >= 0),
    name            text        not null check (length(name) <= 100),
    mail            text        not null check (length(mail) <= 254),
    asked_at        timestamptz not null,
    -- the cluster that came of it
    cluster_id      text references klyngeflow.cluster
);
create index founding_wish_mail on klyngeflow.founding_wish (lower(mail), asked_at);

create table klyngeflow.founding (
    cluster_id         text        not null primary key references klyngeflow.cluster,
    founder_id         text        not null references klyngeflow.person,
    stage              text        not null check (stage ~ '^[A-Z_]{3,30}$'),
    -- since when the founder is waited for; null while others are
    waits_since        timestamptz,
    reminders          integer     not null default 0,
    -- counted up when practices or members are asked again
    round              integer     not null default 1,
    started_at         timestamptz not null,
    joining_closes_at  timestamptz,
    -- proposed for the assembly, a line each
    dates              text        not null default '',
    poll_id            text,
    assembly_at        timestamptz,
    place              text        not null default '',
    calendar_uid       text        not null default '',
    -- opened, or given up
    ended_at           timestamptz,
    forgotten_at       timestamptz
);

create table klyngeflow.founding_practice (
    cluster_id      text        not null references klyngeflow.founding,
    provider_number text        not null check (provider_number ~ '^[0-9]{6}$'),
    name            text        not null check (length(name) <= 100),
    patients        integer     check (patients >= 0),
    contact_id      text        not null references klyngeflow.person,
    invited_at      timestamptz,
    reply           text check (reply in ('JOINED', 'DECLINED')),
    replied_at      timestamptz,
    primary key (cluster_id, provider_number)
);
create index founding_practice_number on klyngeflow.founding_practice (provider_number);

-- The doctors of a practice that joins, its contact among them.
create table klyngeflow.founding_doctor (
    cluster_id      text        not null,
    person_id       text        not null references klyngeflow.person,
    provider_number text        not null,
    primary key (cluster_id, person_id),
    foreign key (cluster_id, provider_number) references klyngeflow.founding_practice
);

-- What the founding assembly decided, as the founder has written it down.
create table klyngeflow.founding_record (
    cluster_id     text        not null primary key references klyngeflow.founding,
    came           text        not null,
    assembly_chair text        not null,
    minutes_keeper text        not null,
    votes_for      integer     not null check (votes_for >= 0),
    votes_against  integer     not null check (votes_against >= 0),
    amendments     text        not null,
    coordinator    text        not null,
    chair          text        not null,
    treasurer      text        not null,
    board          text        not null,
    auditor        text        not null,
    how_elected    text        not null check (how_elected in ('ACCLAMATION', 'SHOW_OF_HANDS', 'PAPER')),
    counts         text        not null,
    tellers        text        not null,
    minutes        text        not null,
    is_adopted     boolean     not null,
    document_id    text,
    recorded_at    timestamptz not null
);

-- Registration, account and KiAP: who has it in hand, and what came of it.
create table klyngeflow.founding_formality (
    cluster_id  text        not null references klyngeflow.founding,
    kind        text        not null check (kind in ('REGISTRATION', 'ACCOUNT', 'KIAP')),
    holder_id   text        not null references klyngeflow.person,
    settled_at  timestamptz,
    is_skipped  boolean     not null default false,
    value       text        not null default '' check (length(value) <= 100),
    document_id text,
    primary key (cluster_id, kind)
);
