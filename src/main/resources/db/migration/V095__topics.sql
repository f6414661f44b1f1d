-- What the members would like to talk about: a bank of topics, and a round of votes before each meeting is planned.
create table klyngeflow.topic (
    cluster_id   text        not null references klyngeflow.cluster,
    topic_id     text        not null,
    title        text        not null check (length(title) between 1 and 120),
    text         text        not null default '' check (length(text) <= 1000),
    proposed_by  text        not null,
    proposed_at  timestamptz not null,
    -- the meeting it was last taken up at
    used_meeting text,
    used_at      timestamptz,
    hidden_at    timestamptz,
    primary key (cluster_id, topic_id)
);
-- the same topic is proposed once, however it is spelt
create unique index topic_once on klyngeflow.topic (cluster_id, lower(title));

create table klyngeflow.topic_round (
    cluster_id text        not null references klyngeflow.cluster,
    -- business key of the meeting
    case_key   text        not null,
    opened_at  timestamptz not null,
    closes_at  timestamptz not null,
    primary key (cluster_id, case_key)
);

create table klyngeflow.topic_vote (
    cluster_id text        not null,
    case_key   text        not null,
    person_id  text        not null,
    topic_id   text        not null,
    voted_at   timestamptz not null,
    primary key (cluster_id, case_key, person_id, topic_id),
    foreign key (cluster_id, case_key) references klyngeflow.topic_round,
    foreign key (cluster_id, topic_id) references klyngeflow.topic
);
create index topic_vote_of_topic on klyngeflow.topic_vote (cluster_id, topic_id);
