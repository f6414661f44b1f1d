-- Who has answered for somebody who phoned. It goes with the link to the same matter.
create table klyngeflow.answered_for (
    cluster_id  text        not null references klyngeflow.cluster,
    link_id     uuid        primary key references klyngeflow.link on delete cascade,
    by_person   text        not null references klyngeflow.person,
    answered_at timestamptz not null,
    -- when she answered herself after all; her own word counts from then on
    own_at      timestamptz
);
