-- Which measures, and of which period, are looked at at a meeting: what was read for it. No figures.
create table klyngeflow.meeting_measure (
    cluster_id text        not null,
    meeting_id text        not null,
    measure_id text        not null,
    period     text        not null,
    added_at   timestamptz not null,
    primary key (cluster_id, meeting_id, measure_id, period),
    foreign key (cluster_id, meeting_id) references klyngeflow.meeting,
    foreign key (cluster_id, measure_id) references klyngeflow.measure
);
insert into klyngeflow.meeting_measure (cluster_id, meeting_id, measure_id, period, added_at)
select i.cluster_id, i.meeting_id, r.measure_id, r.period, min(i.imported_at)
from klyngeflow.measure_row r
join klyngeflow.measure_import i on i.cluster_id = r.cluster_id and i.import_no = r.import_no
join klyngeflow.meeting m on m.cluster_id = i.cluster_id and m.meeting_id = i.meeting_id
group by i.cluster_id, i.meeting_id, r.measure_id, r.period;

-- What a practice will try is agreed at the meeting where its figures were looked at; the form of the minutes leaves it alone.
alter table klyngeflow.action_item add column of_practice boolean not null default false;
alter table klyngeflow.measure_note add column item_id text;
