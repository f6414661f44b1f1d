-- The members are asked by link about a very large sum. A vote is about one content: when the invoice is changed it counts no longer.
create table klyngeflow.members_vote (
    cluster_id   text        not null references klyngeflow.cluster,
    invoice_id   text        not null,
    content_hash text        not null,
    opened_by    text        not null,
    opened_at    timestamptz not null,
    closes_at    timestamptz not null check (closes_at > opened_at),
    primary key (cluster_id, invoice_id, content_hash),
    foreign key (cluster_id, invoice_id) references klyngeflow.invoice
);

-- Whoever was asked, and what she answered.
create table klyngeflow.members_vote_person (
    cluster_id   text not null,
    invoice_id   text not null,
    content_hash text not null,
    person_id    text not null references klyngeflow.person,
    answer       text check (answer in ('YES', 'NO')),
    answered_at  timestamptz,
    primary key (cluster_id, invoice_id, content_hash, person_id),
    foreign key (cluster_id, invoice_id, content_hash) references klyngeflow.members_vote
);
