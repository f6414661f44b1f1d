-- The cluster's own words on what money may be used for, as they were before: who changed them and when.
create table klyngeflow.guidance_change (
    change_id  bigint generated always as identity primary key,
    cluster_id text        not null,
    account    text        not null,
    guidance   text        not null check (length(guidance) <= 2000),
    set_by     text        not null,
    set_at     timestamptz not null,
    foreign key (cluster_id, account) references klyngeflow.account (cluster_id, number)
);
create index guidance_newest on klyngeflow.guidance_change (cluster_id, account, change_id desc);
