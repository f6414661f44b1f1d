-- What the page of a cluster's figures asks for, so that it takes no longer in the tenth year than in the first.

-- the answers to a poll are forgotten; how many were asked and how many answered is kept
alter table klyngeflow.date_poll
    add column asked integer check (asked >= 0),
    add column answered integer check (answered >= 0),
    add check ((asked is null) = (answered is null) and answered <= asked);

-- when the money was on its way: paid, or sent to PLO; taken back when the posting is
alter table klyngeflow.invoice add column paid_at timestamptz;
update klyngeflow.invoice i set paid_at = e.at
from (select cluster_id, invoice_id, max(at) as at from klyngeflow.invoice_event
      where kind in ('PAID', 'SENT_TO_PLO') group by cluster_id, invoice_id) e
where e.cluster_id = i.cluster_id and e.invoice_id = i.invoice_id and i.status in ('PAID', 'SENT_TO_PLO');
create index invoice_paid on klyngeflow.invoice (cluster_id, paid_at) include (received_at) where paid_at is not null;

-- cases that are not over
create index invoice_open on klyngeflow.invoice (cluster_id)
    where status in ('UNREADABLE', 'CHECK', 'QUERY', 'APPROVAL', 'POSTED', 'PAYMENT', 'CREDIT');
create index meeting_open on klyngeflow.meeting (cluster_id) where status not in ('CLOSED', 'CANCELLED');
create index election_open on klyngeflow.election (cluster_id) where ended_at is null;
create index inquiry_open on klyngeflow.inquiry (cluster_id) where state in ('OPEN', 'DELEGATED', 'ON_AGENDA');

create index meeting_event_of_dates on klyngeflow.meeting_event (cluster_id, meeting_id) include (kind, at)
    where kind in ('DATES_ASKED', 'INVITED');
create index mail_outbox_of_cluster on klyngeflow.mail_outbox (cluster_id, created_at);
