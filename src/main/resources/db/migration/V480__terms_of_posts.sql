-- Until which year's ordinary assembly somebody has been elected to a post: the newest election of each. What it says is of an election, not of the post:
-- the post ends when somebody ends it.
create table klyngeflow.post_term (
    cluster_id    text    not null references klyngeflow.cluster (cluster_id),
    post          text    not null,
    person_id     text    not null,
    from_day      date    not null,
    elected_until integer not null,
    primary key (cluster_id, post, person_id)
);

-- Null for elections that ended before this was noted, and for those that are not done.
alter table klyngeflow.election add column elected_until integer;
