-- The annual accounts of a year: what people say of it, its drafts, what the auditor asks, and who has approved exactly which PDF.
create table klyngeflow.annual_accounts (
    cluster_id   text        not null references klyngeflow.cluster,
    year         integer     not null check (year between 2000 and 2199),
    begun_at     timestamptz not null,
    later_events text        not null default '' check (length(later_events) <= 2000),
    reservations text        not null default '' check (length(reservations) <= 2000),
    -- why not all statements could be had
    without_statements text not null default '' check (length(without_statements) <= 500),
    -- what the assembly has said of the newest draft; null while it has not
    approved     boolean,
    decided_on   date,
    decided_by   text,
    minutes      text        not null default '' check (length(minutes) <= 500),
    primary key (cluster_id, year),
    check ((approved is null) = (decided_on is null) and (approved is null) = (decided_by is null))
);

-- What a balance account stands for, in the words of the treasurer; it holds for exactly that balance.
create table klyngeflow.annual_explanation (
    cluster_id   text        not null,
    year         integer     not null,
    account      text        not null,
    oere         bigint      not null,
    text         text        not null check (length(text) between 1 and 500),
    explained_by text        not null,
    explained_at timestamptz not null,
    primary key (cluster_id, year, account),
    foreign key (cluster_id, year) references klyngeflow.annual_accounts
);

create table klyngeflow.annual_draft (
    cluster_id   text        not null,
    year         integer     not null,
    version      integer     not null,
    -- the number of the ledger's draft: whatever is posted after the lock makes a new one
    ledger_draft integer     not null,
    draft_id     text        not null,
    document_id  text        not null references klyngeflow.document,
    sheet_id     text        not null references klyngeflow.document,
    sha256       text        not null check (length(sha256) = 64),
    made_at      timestamptz not null,
    -- with its page of approvals and its seal, or as it was signed elsewhere
    sealed_id    text        references klyngeflow.document,
    sealed_at    timestamptz,
    is_signed_elsewhere boolean not null default false,
    primary key (cluster_id, year, version),
    unique (cluster_id, draft_id),
    foreign key (cluster_id, year) references klyngeflow.annual_accounts,
    check ((sealed_id is null) = (sealed_at is null))
);

create function klyngeflow.guard_annual_draft() returns trigger language plpgsql as $$
begin
    if new.draft_id <> old.draft_id or new.document_id <> old.document_id or new.sha256 <> old.sha256
            or new.ledger_draft <> old.ledger_draft or new.made_at <> old.made_at then
        raise exception 'draft % of % in % is never changed', old.version, old.cluster_id, old.year using errcode = 'KF001';
    end if;
    return new;
end $$;
create trigger annual_draft_never_changed before update on klyngeflow.annual_draft
    for each row execute function klyngeflow.guard_annual_draft();

-- Bound to the hash of exactly that PDF.
create table klyngeflow.annual_approval (
    cluster_id  text        not null,
    year        integer     not null,
    version     integer     not null,
    person_id   text        not null,
    as_auditor  boolean     not null,
    sha256      text        not null check (length(sha256) = 64),
    approved_at timestamptz not null,
    primary key (cluster_id, year, version, person_id),
    foreign key (cluster_id, year, version) references klyngeflow.annual_draft
);
create trigger annual_approval_never_changed before update on klyngeflow.annual_approval
    for each row execute function klyngeflow.refuse_change();

-- One remark of the auditor, and what was answered.
create table klyngeflow.annual_comment (
    cluster_id   text        not null,
    year         integer     not null,
    number       integer     not null,
    text         text        not null check (length(text) between 1 and 2000),
    commented_by text        not null,
    commented_at timestamptz not null,
    answer       text        not null default '' check (length(answer) <= 2000),
    answered_by  text,
    answered_at  timestamptz,
    primary key (cluster_id, year, number),
    foreign key (cluster_id, year) references klyngeflow.annual_accounts
);

-- What of her own list the auditor has seen to, of which draft.
create table klyngeflow.annual_check (
    cluster_id text        not null,
    year       integer     not null,
    version    integer     not null,
    item       text        not null check (length(item) between 1 and 300),
    checked_by text        not null,
    checked_at timestamptz not null,
    primary key (cluster_id, year, version, item),
    foreign key (cluster_id, year, version) references klyngeflow.annual_draft
);
