-- Why a vote ended without a count, as those on its roll are told; and whom one of the two who must wants to strike off a roll.
alter table klyngeflow.ballot add column void_reason text;

create table klyngeflow.election_strike_off (
    cluster_id  text        not null,
    election_id text        not null,
    ballot_id   text        not null,
    voter       text        not null,
    reason      text        not null,
    asked_by    text        not null,
    asked_at    timestamptz not null,
    primary key (cluster_id, election_id, ballot_id, voter),
    foreign key (cluster_id, election_id) references klyngeflow.election (cluster_id, election_id) on delete cascade
);
