-- Who is logged in, so that every node can let her go on when the one that knew her is gone. The secret is in her browser; this is its hash.
create table klyngeflow.kept_login (
    kept_login_id text        primary key check (length(kept_login_id) = 43),
    person_id     text        not null,
    -- of the password she logged in with: another one ends it
    password_mark text        not null,
    -- by the database's clock, which all nodes share
    began_at      timestamptz not null default now(),
    last_used_at  timestamptz not null default now()
);
create index kept_login_unused on klyngeflow.kept_login (last_used_at);
