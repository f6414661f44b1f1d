-- Whom the coordinator wants to ask first for a meeting; without a line it is the first on the list.
create table klyngeflow.meeting_wish (
    cluster_id  text not null,
    meeting_id  text not null,
    kind        text not null check (kind in ('ROOM', 'CATERING', 'SPEAKER')),
    supplier_id text not null,
    primary key (cluster_id, meeting_id, kind),
    foreign key (cluster_id, meeting_id) references klyngeflow.meeting,
    foreign key (cluster_id, supplier_id) references klyngeflow.supplier
);

-- What calendar programs see counts up with each new place too; an answer given since the date was set still counts.
alter table klyngeflow.meeting
    add column calendar_sequence integer not null default 0,
    add column dated_sequence    integer not null default 0,
    -- the place that the invitation told; null before it has gone
    add column told_place        text,
    -- when the place was last changed
    add column placed_at         timestamptz;
update klyngeflow.meeting set calendar_sequence = sequence, dated_sequence = sequence;
-- whoever is invited already has been told the place as it is
update klyngeflow.meeting set told_place = place where status = 'INVITED' and agenda_document is not null;
create index meeting_untold on klyngeflow.meeting (placed_at) where told_place is not null and place <> told_place;

-- Told once for each time it changes, also when it changes back.
alter table klyngeflow.booking add column place_round integer not null default 0;
