-- People without a password of their own choice: none yet, or one that an administrator has set and therefore knows.
create table klyngeflow.password_due (
    person_id text        primary key,
    reason    text        not null check (reason in ('NONE', 'GIVEN')),
    since     timestamptz not null
);

-- Who did what to the doors of the platform. No passwords, no tokens, nothing that people typed: ids and words of our own.
create table klyngeflow.security_entry (
    security_entry_id bigint generated always as identity primary key,
    at         timestamptz not null,
    kind       text        not null check (kind ~ '^[A-Z_]{3,40}$'),
    -- ids of people; empty when nobody was logged in or nobody is meant
    who        text        not null check (length(who) <= 64),
    about      text        not null check (length(about) <= 64),
    -- empty when it is about the platform; the cluster may be deleted before its entries
    cluster_id text        not null,
    detail     text        not null check (length(detail) <= 200),
    address    text        not null check (length(address) <= 60)
);
create index security_entry_newest on klyngeflow.security_entry (at desc, security_entry_id desc);
