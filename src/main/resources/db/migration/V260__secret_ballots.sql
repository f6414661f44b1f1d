-- Secret votes. While one is open, an envelope says who has voted, and nobody can open it: the key is outside the database. When it has been
-- counted the envelopes are gone, and the votes stand in one text, sorted by random receipts: there are no rows to compare by writer or place.
create table klyngeflow.ballot (
    cluster_id text not null,
    ballot_id text not null,
    title text not null,
    seats int not null check (seats between 1 and 15),
    majority text not null,
    second text not null,
    tied text not null,
    round text not null,
    key_mode text not null,
    officer text not null,
    public_key text,
    state text not null check (state in ('PREPARED', 'OPEN', 'COUNTED', 'VOID')),
    prepared_at timestamptz not null,
    opened_at timestamptz,
    closes_at timestamptz,
    roll_hash text,
    primary key (cluster_id, ballot_id),
    check (state <> 'OPEN' or (opened_at is not null and closes_at is not null and roll_hash is not null and public_key is not null))
);

create table klyngeflow.ballot_candidate (
    cluster_id text not null,
    ballot_id text not null,
    place int not null,
    person_id text not null,
    practice text not null,
    text text not null,
    primary key (cluster_id, ballot_id, person_id),
    foreign key (cluster_id, ballot_id) references klyngeflow.ballot on delete cascade
);

create table klyngeflow.ballot_roll (
    cluster_id text not null,
    ballot_id text not null,
    voter text not null,
    primary key (cluster_id, ballot_id, voter)
);

-- No time, number or name beside, and no foreign key: checking one would leave the voter's transaction in the row of the roll.
create table klyngeflow.ballot_envelope (
    cluster_id text not null,
    ballot_id text not null,
    voter text not null,
    sealed bytea not null check (octet_length(sealed) = 316),
    primary key (cluster_id, ballot_id, voter)
);

create table klyngeflow.ballot_strike_off (
    cluster_id text not null,
    ballot_id text not null,
    voter text not null,
    first text not null,
    second text not null check (second <> first),
    reason text not null,
    primary key (cluster_id, ballot_id, voter)
);

create table klyngeflow.ballot_count (
    cluster_id text not null,
    ballot_id text not null,
    protocol text not null,
    hash text not null,
    counted_at timestamptz not null,
    pdf text,
    primary key (cluster_id, ballot_id),
    foreign key (cluster_id, ballot_id) references klyngeflow.ballot on delete cascade
);
