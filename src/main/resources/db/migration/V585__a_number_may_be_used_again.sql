-- the same invoice is taken in once; a correction under the same number, and a supplier who begins at 1 every year, send another one
drop index klyngeflow.invoice_is_taken_in_once;
create unique index invoice_is_taken_in_once
    on klyngeflow.invoice (cluster_id, supplier_key, number_key, kind, payable_minor, currency,
                           coalesce(extract(year from issue_date), 0))
    where status not in ('REJECTED', 'WITHDRAWN', 'DISCARDED');
