-- What all clusters together counted in each year that is over, reckoned anew every night: the medians of all bills and meetings
-- grow with the years, and a page should not wait for them.
create table klyngeflow.kept_year (
    figure  text        not null,
    year    integer     not null,
    value   bigint      not null,
    out_of  bigint      not null,
    kept_at timestamptz not null,
    primary key (figure, year)
);

-- the bills paid since New Year, of every cluster
create index invoice_paid_when on klyngeflow.invoice (paid_at) include (cluster_id, received_at) where paid_at is not null;
-- the meetings whose dates were asked about or that were called since New Year, of every cluster
create index meeting_event_of_dates_when on klyngeflow.meeting_event (at) include (cluster_id, meeting_id, kind)
    where kind in ('DATES_ASKED', 'INVITED');
-- the vouchers of a year, of every cluster
create index entry_of_year on klyngeflow.entry (year) include (cluster_id, account, debit_oere, credit_oere);
