-- The annual accounts of a year: how far they are, and what was decided of them. The state of the books themselves is that of accounting_year.
create table klyngeflow.annual_accounts (
    cluster_id    text        not null references klyngeflow.cluster (cluster_id),
    year          integer     not null,
    business_key  text        not null,
    report        text        not null default '',
    reconciled_by text,
    reconciled_at timestamptz,
    approved      boolean,
    decided_on    date,
    decided_how   text        not null default '',
    decision_id   text,
    unsigned_why  text        not null default '',
    sealed_id     text,
    sealed_sha256 text,
    started_by    text        not null,
    started_at    timestamptz not null,
    primary key (cluster_id, year),
    unique (cluster_id, business_key)
);

-- What stands behind the balance of each account at the end of the year, and the balance it was said of.
create table klyngeflow.annual_balance (
    cluster_id   text        not null,
    year         integer     not null,
    account      text        not null,
    oere         bigint      not null,
    explanation  text        not null check (length(explanation) between 1 and 2000),
    explained_by text        not null,
    explained_at timestamptz not null,
    primary key (cluster_id, year, account),
    foreign key (cluster_id, year) references klyngeflow.annual_accounts (cluster_id, year)
);

-- Each draft as it was made. Approvals are of the PDF with exactly this hash.
create table klyngeflow.annual_draft (
    cluster_id  text        not null,
    year        integer     not null,
    version     integer     not null,
    books_draft integer     not null,
    basis       text        not null,
    document_id text        not null,
    sha256      text        not null check (length(sha256) = 64),
    tables_id   text,
    bundle_id   text,
    made_at     timestamptz not null,
    primary key (cluster_id, year, version),
    foreign key (cluster_id, year) references klyngeflow.annual_accounts (cluster_id, year)
);
create trigger annual_draft_never_changed before update or delete on klyngeflow.annual_draft
    for each row execute function klyngeflow.refuse_change();

create table klyngeflow.annual_comment (
    cluster_id  text        not null,
    year        integer     not null,
    number      integer     not null,
    version     integer     not null,
    text        text        not null check (length(text) between 1 and 2000),
    made_by     text        not null,
    made_at     timestamptz not null,
    answer      text,
    answered_by text,
    answered_at timestamptz,
    primary key (cluster_id, year, number),
    foreign key (cluster_id, year) references klyngeflow.annual_accounts (cluster_id, year)
);

create table klyngeflow.annual_signature (
    cluster_id text        not null,
    year       integer     not null,
    version    integer     not null,
    person_id  text        not null,
    capacity   text        not null check (capacity in ('AUDITOR', 'BOARD')),
    sha256     text        not null,
    checked    text        not null default '',
    remark     text        not null default '',
    signed_at  timestamptz not null,
    primary key (cluster_id, year, version, person_id, capacity),
    foreign key (cluster_id, year, version) references klyngeflow.annual_draft (cluster_id, year, version)
);
create trigger annual_signature_never_changed before update or delete on klyngeflow.annual_signature
    for each row execute function klyngeflow.refuse_change();
