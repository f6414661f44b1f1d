create sequence klyngeflow.invoice_number start 1001;

create table klyngeflow.invoice (
    cluster_id          text        not null references klyngeflow.cluster,
    invoice_id          text        not null,
    status              text        not null,
    source              text        not null,
    kind                text        not null,
    format              text,
    document_id         text,
    sender_id           text        not null,
    claimant_id         text,
    supplier_name       text        not null default '',
    supplier_cvr        text,
    supplier_mail       text        not null default '',
    supplier_private    boolean     not null default false,
    supplier_key        text,
    number              text        not null default '',
    number_key          text,
    issue_date          date,
    due_date            date,
    currency            text        not null default 'DKK',
    payable_minor       bigint      not null default 0,
    vat_minor           bigint      not null default 0,
    -- signed: what the ledger takes, negative when the document reduces what the cluster owes; null until it is known in kroner
    amount_oere         bigint,
    rate_source         text        not null default '',
    account             text,
    meeting             text        not null default '',
    text                text        not null default '',
    payment_target      text        not null default 'INGEN:NOT_STATED',
    original_id         text,
    problems            text        not null default '[]',
    unreadable          text,
    approval_level      integer     not null default 0,
    content_hash        text        not null default '',
    round               integer     not null default 1,
    escalations         integer     not null default 0,
    voucher_id          text,
    settlement_id       text,
    payment_file_id     text,
    package_id          text,
    paid_on             date,
    received_at         timestamptz not null,
    primary key (cluster_id, invoice_id)
);

-- the same invoice is taken in once, whatever two people do at the same moment; one that was turned away may come again
create unique index invoice_is_taken_in_once on klyngeflow.invoice (cluster_id, supplier_key, number_key, kind)
    where status not in ('REJECTED', 'WITHDRAWN', 'DISCARDED');
create index invoice_by_time on klyngeflow.invoice (cluster_id, received_at desc);
create unique index invoice_of_document on klyngeflow.invoice (cluster_id, document_id);

create table klyngeflow.invoice_approval (
    cluster_id   text        not null,
    invoice_id   text        not null,
    level        integer     not null,
    -- null when the members decided together; recorded_by then says who wrote it down
    person_id    text,
    recorded_by  text        not null,
    content_hash text        not null,
    comment      text        not null default '',
    document_id  text,
    decided_on   date,
    decided_at   timestamptz not null,
    foreign key (cluster_id, invoice_id) references klyngeflow.invoice,
    unique (cluster_id, invoice_id, level, content_hash),
    -- four eyes: nobody approves the same content twice
    unique (cluster_id, invoice_id, content_hash, person_id)
);

create table klyngeflow.invoice_event (
    event_id   bigint generated always as identity primary key,
    cluster_id text        not null,
    invoice_id text        not null,
    kind       text        not null,
    person_id  text,
    text       text        not null default '',
    at         timestamptz not null,
    foreign key (cluster_id, invoice_id) references klyngeflow.invoice
);
create index invoice_event_by_case on klyngeflow.invoice_event (cluster_id, invoice_id, event_id);

create table klyngeflow.invoice_attachment (
    cluster_id  text not null,
    invoice_id  text not null,
    document_id text not null,
    title       text not null,
    foreign key (cluster_id, invoice_id) references klyngeflow.invoice,
    primary key (cluster_id, invoice_id, document_id)
);
