-- Each cluster's ledger by double entry. What is posted is never changed or deleted, only reversed; the database itself sees to that,
-- whoever writes.

create table klyngeflow.account (
    cluster_id text not null references klyngeflow.cluster,
    number     text not null check (number ~ '^[0-9]{4}$'),
    name       text not null check (length(name) between 1 and 80),
    kind       text not null check (kind in ('INCOME', 'EXPENSE', 'ASSET', 'LIABILITY', 'EQUITY')),
    -- the cluster's own words on what money may be used for
    guidance   text not null default '' check (length(guidance) <= 2000),
    primary key (cluster_id, number)
);

-- The counter of voucher numbers: its row is locked from a posting until its transaction ends, so that numbers have no gaps.
create table klyngeflow.accounting_year (
    cluster_id  text    not null references klyngeflow.cluster,
    year        integer not null check (year between 2000 and 2199),
    last_number bigint  not null default 0 check (last_number >= 0),
    closed_by   text,
    closed_at   timestamptz,
    primary key (cluster_id, year),
    check ((closed_by is null) = (closed_at is null))
);

create table klyngeflow.voucher (
    cluster_id     text        not null,
    voucher_id     text        not null unique,
    year           integer     not null,
    -- given by the trigger, never by who inserts
    number         bigint      not null,
    day            date        not null,
    text           text        not null check (length(text) between 1 and 500),
    source_key     text        not null check (length(source_key) between 1 and 200),
    document_id    text,
    posted_by      text        not null check (length(posted_by) between 1 and 64),
    posted_at      timestamptz not null,
    reverses       text,
    -- entries may be added by the transaction that made the voucher and by no other
    transaction_id xid8        not null default pg_current_xact_id(),
    primary key (cluster_id, voucher_id),
    unique (cluster_id, year, number),
    unique (cluster_id, source_key),
    unique (cluster_id, reverses),
    unique (cluster_id, voucher_id, year),
    foreign key (cluster_id, year) references klyngeflow.accounting_year,
    foreign key (cluster_id, reverses) references klyngeflow.voucher (cluster_id, voucher_id),
    check (year = extract(year from day)),
    check (reverses <> voucher_id)
);

create table klyngeflow.entry (
    cluster_id  text    not null,
    voucher_id  text    not null,
    line        integer not null check (line > 0),
    year        integer not null,
    account     text    not null,
    debit_oere  bigint  not null check (debit_oere >= 0),
    credit_oere bigint  not null check (credit_oere >= 0),
    text        text check (length(text) <= 500),
    primary key (cluster_id, voucher_id, line),
    foreign key (cluster_id, voucher_id, year) references klyngeflow.voucher (cluster_id, voucher_id, year),
    foreign key (cluster_id, account) references klyngeflow.account (cluster_id, number),
    check ((debit_oere = 0) <> (credit_oere = 0))
);
create index entry_by_account on klyngeflow.entry (cluster_id, year, account) include (debit_oere, credit_oere);

-- Figures are added, the newest counts: so one sees what a budget was before it was changed.
create table klyngeflow.budget (
    budget_id  bigint generated always as identity primary key,
    cluster_id text        not null,
    year       integer     not null check (year between 2000 and 2199),
    account    text        not null,
    oere       bigint      not null check (oere >= 0),
    set_by     text        not null,
    set_at     timestamptz not null,
    foreign key (cluster_id, account) references klyngeflow.account (cluster_id, number)
);
create index budget_newest on klyngeflow.budget (cluster_id, year, account, budget_id desc);

create function klyngeflow.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is never changed: reverse the voucher', tg_table_name using errcode = 'KF001';
end $$;

create trigger voucher_never_changed before update or delete on klyngeflow.voucher
    for each row execute function klyngeflow.refuse_change();
create trigger voucher_never_emptied before truncate on klyngeflow.voucher
    for each statement execute function klyngeflow.refuse_change();
create trigger entry_never_changed before update or delete on klyngeflow.entry
    for each row execute function klyngeflow.refuse_change();
create trigger entry_never_emptied before truncate on klyngeflow.entry
    for each statement execute function klyngeflow.refuse_change();
create trigger budget_never_changed before update or delete on klyngeflow.budget
    for each row execute function klyngeflow.refuse_change();
create trigger accounting_year_never_deleted before delete on klyngeflow.accounting_year
    for each row execute function klyngeflow.refuse_change();
create trigger accounting_year_never_emptied before truncate on klyngeflow.accounting_year
    for each statement execute function klyngeflow.refuse_change();

create function klyngeflow.number_voucher() returns trigger language plpgsql as $$
begin
    if exists (select 1 from klyngeflow.accounting_year
                where cluster_id = new.cluster_id and year >= new.year and closed_at is not null) then
        raise exception 'year % of % is closed', new.year, new.cluster_id using errcode = 'KF002';
    end if;
    insert into klyngeflow.accounting_year as y (cluster_id, year, last_number) values (new.cluster_id, new.year, 1)
        on conflict (cluster_id, year) do update set last_number = y.last_number + 1
        returning last_number into new.number;
    new.transaction_id := pg_current_xact_id();
    return new;
end $$;
create trigger voucher_numbered before insert on klyngeflow.voucher
    for each row execute function klyngeflow.number_voucher();

create function klyngeflow.guard_year() returns trigger language plpgsql as $$
begin
    if old.closed_at is not null then
        raise exception 'year % of % is closed', old.year, old.cluster_id using errcode = 'KF002';
    end if;
    if new.cluster_id <> old.cluster_id or new.year <> old.year
            or new.last_number not in (old.last_number, old.last_number + 1) then
        raise exception 'numbers of % in % cannot be changed', old.cluster_id, old.year using errcode = 'KF001';
    end if;
    return new;
end $$;
create trigger accounting_year_guarded before update on klyngeflow.accounting_year
    for each row execute function klyngeflow.guard_year();

-- With numbers unique, given one by one and vouchers never deleted, this makes 1 … last_number complete.
create function klyngeflow.check_counter() returns trigger language plpgsql as $$
declare
    counted bigint;
    newest  bigint;
begin
    select last_number into counted from klyngeflow.accounting_year
     where cluster_id = new.cluster_id and year = new.year;
    select coalesce(max(number), 0) into newest from klyngeflow.voucher
     where cluster_id = new.cluster_id and year = new.year;
    if counted <> newest then
        raise exception 'the voucher numbers of % in % have a gap', new.cluster_id, new.year using errcode = 'KF001';
    end if;
    return null;
end $$;
create constraint trigger accounting_year_has_no_gap after insert or update on klyngeflow.accounting_year
    deferrable initially deferred for each row execute function klyngeflow.check_counter();

create function klyngeflow.guard_entry() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from klyngeflow.voucher
                    where cluster_id = new.cluster_id and voucher_id = new.voucher_id
                      and transaction_id = pg_current_xact_id()) then
        raise exception 'voucher % is posted: reverse it', new.voucher_id using errcode = 'KF001';
    end if;
    return new;
end $$;
create trigger entry_guarded before insert on klyngeflow.entry
    for each row execute function klyngeflow.guard_entry();

create function klyngeflow.check_balance() returns trigger language plpgsql as $$
declare
    debits  numeric;
    credits numeric;
begin
    select coalesce(sum(debit_oere), 0), coalesce(sum(credit_oere), 0) into debits, credits
      from klyngeflow.entry where cluster_id = new.cluster_id and voucher_id = new.voucher_id;
    if debits <> credits or debits = 0 then
        raise exception 'debits % and credits % of voucher % differ or are missing', debits, credits, new.voucher_id
            using errcode = 'KF003';
    end if;
    return null;
end $$;
create constraint trigger voucher_balances after insert on klyngeflow.voucher
    deferrable initially deferred for each row execute function klyngeflow.check_balance();
-- once more for entries that follow after "set constraints all immediate"
create constraint trigger entry_balances after insert on klyngeflow.entry
    deferrable initially deferred for each row execute function klyngeflow.check_balance();
