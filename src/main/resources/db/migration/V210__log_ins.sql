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

-- A mailed link to choose a password: its personal link is about this row, which says until when it may be used.
create table klyngeflow.password_link (
    password_link_id uuid        primary key,
    cluster_id       text        not null references klyngeflow.cluster,
    person_id        text        not null references klyngeflow.person,
    kind             text        not null check (kind in ('INVITED', 'FORGOTTEN')),
    made_at          timestamptz not null,
    expires_at       timestamptz not null,
    -- used, or another has taken its place
    ended_at         timestamptz
);
create index password_link_of on klyngeflow.password_link (person_id, made_at);

-- What was typed as one's address on the page for forgotten passwords, until somebody has looked whether it is known; seconds later it is gone.
create table klyngeflow.password_wish (
    password_wish_id bigint generated always as identity primary key,
    address          text        not null check (length(address) <= 254),
    asked_at         timestamptz not null
);

-- A mail address that is another than before. Nobody gets a password by it until whoever reads the mail there has said that it is hers.
create table klyngeflow.address_change (
    address_change_id uuid        primary key,
    cluster_id        text        not null references klyngeflow.cluster,
    person_id         text        not null references klyngeflow.person,
    changed_at        timestamptz not null,
    -- confirmed, or the address has been changed again
    ended_at          timestamptz
);
create index address_change_of on klyngeflow.address_change (person_id) where ended_at is null;
