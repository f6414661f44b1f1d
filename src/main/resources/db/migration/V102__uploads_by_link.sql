-- How much has come by a personal link on one day: whoever has one cannot fill the database with it.
create table klyngeflow.link_upload (
    cluster_id text not null references klyngeflow.cluster,
    link_id uuid not null references klyngeflow.link on delete cascade,
    day date not null,
    files integer not null,
    bytes bigint not null,
    primary key (link_id, day)
);
