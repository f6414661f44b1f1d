-- A vote about a proposal: what stands on the paper is called by words of its own, and what it takes to adopt it is frozen.
alter table klyngeflow.ballot_candidate add column label text not null default '';
alter table klyngeflow.ballot
    add column adopt_share text,
    add column adopt_counted_of text,
    -- all votes in the room when it was opened
    add column adopt_present int;

-- Whoever has the paper of a right to vote; null is the voter herself. Never written by a vote.
alter table klyngeflow.ballot_roll add column bearer text;

-- An item of an evening, or an amendment, that is put to the vote by link.
create table klyngeflow.evening_ballot (
    cluster_id    text    not null,
    evening_id    text    not null,
    ballot_no     integer not null,
    item          integer not null,
    -- 0 is the item itself
    amendment     integer not null default 0,
    ballot_id     text    not null,
    -- those in the room when it was opened, and the votes they had with their proxies
    present       integer not null,
    votes         integer not null,
    state         text    not null check (state in ('OPEN', 'COUNTED', 'NOT_COUNTED', 'CANCELLED')),
    -- the printed protocol, and the hash of the file that recounts it
    protocol_id   text,
    protocol_hash text,
    primary key (cluster_id, evening_id, ballot_no),
    foreign key (cluster_id, evening_id, item) references klyngeflow.evening_item (cluster_id, evening_id, number) on delete cascade
);
-- one at a time
create unique index evening_ballot_one on klyngeflow.evening_ballot (cluster_id, evening_id) where state = 'OPEN';

create trigger evening_ballot_stands before insert or update on klyngeflow.evening_ballot
    for each row execute function klyngeflow.evening_has_ended();

alter table klyngeflow.evening_vote drop constraint evening_vote_how_check;
alter table klyngeflow.evening_vote add constraint evening_vote_how_check check (how in
    ('UNOPPOSED', 'HANDS', 'PAPER', 'DIGITAL', 'POSTPONED', 'NO_QUORUM', 'ACCLAMATION', 'TO_ELECTION'));
