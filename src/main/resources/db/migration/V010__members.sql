-- Clusters, practices, people, who holds which post, who does which duty, and what each cluster has decided.

create table klyngeflow.cluster (
    -- also the engine's tenant and the first part of its groups' names
    cluster_id   text primary key check (cluster_id ~ '^[a-z][a-z0-9-]{1,30}$'),
    name         text        not null check (length(name) between 1 and 100),
    cvr          text check (cvr ~ '^[0-9]{8}$'),
    payment_mode text        not null check (payment_mode in ('PLO', 'OWN_ACCOUNT')),
    mail         text        not null check (mail ~ '^[^@\s]+@[^@\s]+$'),
    region_name  text        not null,
    iban         text check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}$'),
    created_at   timestamptz not null
);

create table klyngeflow.practice (
    cluster_id      text not null references klyngeflow.cluster,
    provider_number text not null check (provider_number ~ '^[0-9]{6}$'),
    name            text not null,
    patients        integer check (patients >= 0),
    from_day        date not null,
    until_day       date check (until_day > from_day),
    primary key (cluster_id, provider_number)
);

-- The only place of names and addresses. Erasure blanks the row and keeps the id, which vouchers and history name.
create table klyngeflow.person (
    person_id text primary key check (person_id ~ '^[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}$'),
    name      text,
    mail      text,
    erased_at timestamptz,
    check (erased_at is not null or (name is not null and mail is not null))
);

create table klyngeflow.role_holder (
    role_holder_id  bigint generated always as identity primary key,
    cluster_id      text not null references klyngeflow.cluster,
    person_id       text not null references klyngeflow.person,
    post            text not null check (post in
                        ('COORDINATOR', 'SECRETARY', 'CHAIR', 'TREASURER', 'BOARD', 'AUDITOR', 'MEMBER')),
    provider_number text,
    from_day        date not null,
    -- the first day she no longer holds it
    until_day       date check (until_day >= from_day),
    foreign key (cluster_id, provider_number) references klyngeflow.practice
);
create unique index role_holder_once
    on klyngeflow.role_holder (cluster_id, person_id, post) where until_day is null;
-- exactly one coordinator at any time: never two without an end
create unique index role_holder_one_coordinator
    on klyngeflow.role_holder (cluster_id) where post = 'COORDINATOR' and until_day is null;
create index role_holder_person on klyngeflow.role_holder (person_id);

-- A duty that has been moved away from the role that has it by default.
create table klyngeflow.mandate (
    mandate_id    bigint generated always as identity primary key,
    cluster_id    text        not null references klyngeflow.cluster,
    duty          text        not null,
    person_id     text        not null references klyngeflow.person,
    given_by      text        not null,
    given_at      timestamptz not null,
    taken_back_by text,
    taken_back_at timestamptz
);
create unique index mandate_one_holder on klyngeflow.mandate (cluster_id, duty) where taken_back_at is null;

create table klyngeflow.setting (
    cluster_id text        not null references klyngeflow.cluster,
    key        text        not null,
    valid_from date        not null,
    value      text        not null check (length(value) <= 10000),
    set_by     text        not null,
    set_at     timestamptz not null,
    primary key (cluster_id, key, valid_from)
);
