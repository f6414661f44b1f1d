-- What a credit note has been used for: so much of a later bill is not paid. A row goes when the bill's posting is taken back.
create table klyngeflow.invoice_offset (
    cluster_id text        not null,
    credit_id  text        not null,
    invoice_id text        not null,
    oere       bigint      not null check (oere > 0),
    at         timestamptz not null,
    primary key (cluster_id, credit_id, invoice_id),
    foreign key (cluster_id, credit_id) references klyngeflow.invoice (cluster_id, invoice_id),
    foreign key (cluster_id, invoice_id) references klyngeflow.invoice (cluster_id, invoice_id),
    check (credit_id <> invoice_id)
);
create index invoice_offset_by_invoice on klyngeflow.invoice_offset (cluster_id, invoice_id);
