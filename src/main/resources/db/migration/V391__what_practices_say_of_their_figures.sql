-- What a practice says of its own figures: what it will try, and what it thinks is wrong. Never alters a figure.
create table klyngeflow.measure_note (
    cluster_id      text        not null,
    measure_id      text        not null,
    provider_number text        not null,
    kind            text        not null check (kind in ('TRY', 'WRONG')),
    note            text        not null check (length(note) between 1 and 500),
    person_id       text        not null,
    noted_at        timestamptz not null,
    primary key (cluster_id, measure_id, provider_number, kind),
    foreign key (cluster_id, measure_id) references klyngeflow.measure
);
