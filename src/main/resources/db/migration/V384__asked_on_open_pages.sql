-- That somebody asked on an open page, so that no address and no cluster gets too many mails; nothing of what was typed.
create table klyngeflow.open_asking (
    asking_id     bigint generated always as identity primary key,
    cluster_id    text        not null,
    purpose       text        not null,
    address_hash  text        not null,
    matter_hash   text        not null,
    asked_at      timestamptz not null
);
create index open_asking_recent on klyngeflow.open_asking (cluster_id, purpose, asked_at);
