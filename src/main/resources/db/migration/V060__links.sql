-- Personal links: a right to one act for one holder. Nothing secret is stored; the token is computed from the row and a key outside the database.
create table klyngeflow.link (
    link_id    uuid        primary key,
    cluster_id text        not null references klyngeflow.cluster,
    purpose    text        not null check (purpose ~ '^[a-z][a-z-]{1,30}$'),
    -- id of what is asked about; empty when the purpose is about nothing more than the cluster
    subject    text        not null check (length(subject) <= 200),
    -- id of a person, or supplier:<id>
    holder     text        not null check (length(holder) between 1 and 200),
    -- counted up when the address must change; the earlier addresses are then dead
    version    integer     not null default 1,
    created_at timestamptz not null,
    ended_at   timestamptz
);
create unique index link_one_alive on klyngeflow.link (cluster_id, purpose, subject, holder) where ended_at is null;
create index link_of_holder on klyngeflow.link (cluster_id, holder) where ended_at is null;
create index link_ended on klyngeflow.link (ended_at) where ended_at is not null;
