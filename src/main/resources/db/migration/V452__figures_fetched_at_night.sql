-- Where a cluster's figures are fetched from each night, and what came of each file. The file itself and what stood in it are not kept.
create table klyngeflow.figure_source (
    cluster_id text        not null references klyngeflow.cluster,
    url        text        not null check (length(url) <= 500),
    added_by   text        not null,
    added_at   timestamptz not null,
    primary key (cluster_id, url)
);
create table klyngeflow.figure_delivery (
    delivery_no bigint generated always as identity,
    cluster_id text        not null references klyngeflow.cluster,
    source     text        not null check (length(source) <= 500),
    file_hash  text        not null,
    found_at   timestamptz not null,
    -- null when it was taken
    problems   text        check (length(problems) <= 8000),
    primary key (cluster_id, source, file_hash)
);
