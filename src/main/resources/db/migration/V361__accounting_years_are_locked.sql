-- OPEN → LOCKED → CLOSED. A year is locked for the draft of the annual accounts and closed for ever when the assembly has approved them.
alter table klyngeflow.accounting_year
    add column locked_by text,
    add column locked_at timestamptz,
    -- the drafts there have been: whatever is posted after the lock makes a new one
    add column draft integer not null default 0,
    add check ((locked_by is null) = (locked_at is null));

-- why it was posted after the lock
alter table klyngeflow.voucher add column late_reason text check (length(late_reason) between 1 and 500);

create or replace function klyngeflow.number_voucher() returns trigger language plpgsql as $$
declare
    is_locked boolean;
begin
    if exists (select 1 from klyngeflow.accounting_year
                where cluster_id = new.cluster_id and year >= new.year and closed_at is not null) then
        raise exception 'year % of % is closed', new.year, new.cluster_id using errcode = 'KF002';
    end if;
    insert into klyngeflow.accounting_year as y (cluster_id, year, last_number) values (new.cluster_id, new.year, 1)
        on conflict (cluster_id, year) do update set last_number = y.last_number + 1,
          draft = case when y.locked_at is null then y.draft else y.draft + 1 end
        returning last_number, locked_at is not null into new.number, is_locked;
    if is_locked <> (new.late_reason is not null) then
        raise exception 'year % of % is locked, or is not and has a reason', new.year, new.cluster_id using errcode = 'KF004';
    end if;
    new.transaction_id := pg_current_xact_id();
    return new;
end $$;

create or replace function klyngeflow.guard_year() returns trigger language plpgsql as $$
begin
    if old.closed_at is not null then
        raise exception 'year % of % is closed', old.year, old.cluster_id using errcode = 'KF002';
    end if;
    if new.cluster_id <> old.cluster_id or new.year <> old.year
            or new.last_number not in (old.last_number, old.last_number + 1) then
        raise exception 'numbers of % in % cannot be changed', old.cluster_id, old.year using errcode = 'KF001';
    end if;
    if old.locked_at is not null and new.locked_at is distinct from old.locked_at or new.draft < old.draft then
        raise exception 'year % of % is locked', old.year, old.cluster_id using errcode = 'KF004';
    end if;
    return new;
end $$;

-- Years close in order, when they are over, and from LOCKED.
create function klyngeflow.guard_closing() returns trigger language plpgsql as $$
begin
    if new.closed_at is null then
        return new;
    end if;
    if new.locked_at is null or tg_op = 'INSERT' then
        raise exception 'year % of % is not locked', new.year, new.cluster_id using errcode = 'KF005';
    end if;
    if extract(year from new.closed_at at time zone 'Europe/Copenhagen') <= new.year then
        raise exception 'year % of % is not over', new.year, new.cluster_id using errcode = 'KF005';
    end if;
    if exists (select 1 from klyngeflow.accounting_year where cluster_id = new.cluster_id and year < new.year
                and last_number > 0 and closed_at is null
                and year > (select coalesce(max(c.year), 0) from klyngeflow.accounting_year c
                             where c.cluster_id = new.cluster_id and c.closed_at is not null)) then
        raise exception 'a year before % of % is not closed', new.year, new.cluster_id using errcode = 'KF005';
    end if;
    return new;
end $$;
create trigger accounting_year_closes_in_order before insert or update on klyngeflow.accounting_year
    for each row execute function klyngeflow.guard_closing();

-- Who has approved which draft; what is posted afterwards makes the approval one of an older draft.
create table klyngeflow.year_approval (
    cluster_id  text        not null,
    year        integer     not null,
    draft       integer     not null,
    person_id   text        not null,
    approved_at timestamptz not null,
    primary key (cluster_id, year, draft, person_id),
    foreign key (cluster_id, year) references klyngeflow.accounting_year
);
create trigger year_approval_never_changed before update or delete on klyngeflow.year_approval
    for each row execute function klyngeflow.refuse_change();

-- The figures of a year as they were when it was closed, with their hash.
create table klyngeflow.year_snapshot (
    cluster_id text        not null,
    year       integer     not null,
    content    text        not null,
    sha256     text        not null check (length(sha256) = 64),
    frozen_at  timestamptz not null,
    primary key (cluster_id, year),
    foreign key (cluster_id, year) references klyngeflow.accounting_year
);
create trigger year_snapshot_never_changed before update or delete on klyngeflow.year_snapshot
    for each row execute function klyngeflow.refuse_change();
