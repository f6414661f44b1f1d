-- Until when a cluster's registration as an association is good.
create table klyngeflow.cvr_renewal (
    cluster_id text not null primary key references klyngeflow.cluster,
    renew_by   date not null
);

-- The assembly may leave it to a vote who is coordinator.
alter table klyngeflow.founding_record add column is_ballot_wanted boolean not null default false;
