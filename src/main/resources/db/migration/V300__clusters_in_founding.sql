-- A cluster that is being founded: people may be asked and mailed in its name, but it has no tenant, groups or log-ins, and is on no list.
alter table klyngeflow.cluster add column in_founding boolean not null default false;

-- In whose name whoever is not of any cluster yet is written to.
insert into klyngeflow.cluster (cluster_id, name, payment_mode, mail, region_name, created_at, in_founding)
    values ('klyngeflow', 'Klyngeflow', 'PLO', 'klyngeflow@klyngeflow.example', '', now(), true);
