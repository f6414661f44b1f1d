-- Elections to a post, who may nominate and vote in them, and who stands. Votes are not kept here.
create table klyngeflow.election (
    cluster_id           text        not null references klyngeflow.cluster (cluster_id),
    election_id          text        not null,
    number               integer     not null,
    post                 text        not null,
    seats                integer     not null check (seats > 0),
    takes_office         date        not null,
    statutes_version     integer     not null,
    nominations_close_at timestamptz,
    nomination_rounds    integer     not null default 0,
    acclamation_at       timestamptz,
    written_vote_asked   boolean     not null default false,
    ballot_round         integer     not null default 0,
    at_meeting           boolean     not null default false,
    status               text        not null,
    reason               text        not null default '',
    protocol_id          text,
    started_by           text        not null,
    opened_at            timestamptz not null,
    ended_at             timestamptz,
    primary key (cluster_id, election_id),
    unique (cluster_id, number)
);

create table klyngeflow.election_roll (
    cluster_id  text not null,
    election_id text not null,
    person_id   text not null,
    answer      text,
    primary key (cluster_id, election_id, person_id),
    foreign key (cluster_id, election_id) references klyngeflow.election (cluster_id, election_id) on delete cascade
);

create table klyngeflow.election_leaving (
    cluster_id  text not null,
    election_id text not null,
    person_id   text not null,
    primary key (cluster_id, election_id, person_id),
    foreign key (cluster_id, election_id) references klyngeflow.election (cluster_id, election_id) on delete cascade
);

create table klyngeflow.nominee (
    cluster_id  text        not null,
    election_id text        not null,
    person_id   text        not null,
    text        text        not null default '',
    state       text        not null,
    named_at    timestamptz not null,
    primary key (cluster_id, election_id, person_id),
    foreign key (cluster_id, election_id) references klyngeflow.election (cluster_id, election_id) on delete cascade
);
