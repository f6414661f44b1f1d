-- breaks the rules for tables: no schema, no cluster
create table invoice (
    id text primary key,
    amount bigint not null
);
