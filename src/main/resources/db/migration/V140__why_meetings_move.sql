-- From when and why a meeting was moved: everybody who hears of the new date hears that too.
create table klyngeflow.meeting_move (
    cluster_id text        not null,
    meeting_id text        not null,
    -- of the meeting after the move
    sequence   integer     not null,
    moved_from timestamptz not null,
    reason     text        not null check (length(reason) <= 1000),
    primary key (cluster_id, meeting_id, sequence),
    foreign key (cluster_id, meeting_id) references klyngeflow.meeting (cluster_id, meeting_id) on delete cascade
);
