-- Incoming numbers are each cluster's own and begin anew each year. The row is locked from a number until its transaction ends, so what
-- is not taken in leaves no gap. Until now all clusters shared one row of numbers: where a cluster's own begins is kept, so that the gaps
-- before it can be explained.
create table klyngeflow.invoice_counter (
    cluster_id   text    not null references klyngeflow.cluster,
    year         integer not null check (year between 2000 and 2199),
    last_number  bigint  not null check (last_number >= 0),
    shared_until bigint  not null default 0,
    primary key (cluster_id, year)
);

insert into klyngeflow.invoice_counter (cluster_id, year, last_number, shared_until)
select cluster_id, cast(substring(invoice_id from 2 for 4) as integer),
       max(cast(substring(invoice_id from 7) as bigint)), max(cast(substring(invoice_id from 7) as bigint))
from klyngeflow.invoice where invoice_id ~ '^F[0-9]{4}-[0-9]+$'
group by 1, 2;

drop sequence klyngeflow.invoice_number;

-- the same file is found again, whatever it is called
create index document_by_content on klyngeflow.document (cluster_id, sha256);
create index invoice_attachment_by_document on klyngeflow.invoice_attachment (cluster_id, document_id);
