-- A closed cluster stands as it was on its last day until the day from which it may be deleted with everything in it.

alter table klyngeflow.cluster
    add column closed_at   timestamptz,
    add column closed_by   text,
    -- what had to be confirmed at the closing, as it was said; one line for each
    add column confirmed   text,
    add column delete_from date,
    -- only within the transaction that deletes it
    add column is_going    boolean not null default false,
    add constraint cluster_closed_by_somebody
        check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (delete_from is null)
            and (closed_at is null) = (confirmed is null)),
    add constraint cluster_goes_only_closed check (not is_going or closed_at is not null);

-- once closed it stays closed, and nothing makes its day come earlier
create function klyngeflow.closed_stays_closed() returns trigger language plpgsql as $$
begin
    if old.closed_at is not null
        and (new.closed_at, new.closed_by, new.confirmed) is distinct from (old.closed_at, old.closed_by, old.confirmed)
        or new.delete_from < old.delete_from then
        raise exception 'cluster % is closed', old.cluster_id using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger cluster_stays_closed before update on klyngeflow.cluster
    for each row execute function klyngeflow.closed_stays_closed();

-- vouchers, entries, budgets and years go with their cluster and never otherwise
create or replace function klyngeflow.refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and tg_level = 'ROW' then
        if exists (select from klyngeflow.cluster where cluster_id = old.cluster_id and is_going) then
            return old;
        end if;
    end if;
    raise exception '% is never changed: reverse the voucher', tg_table_name using errcode = 'KF001';
end $$;

-- a cluster that is closed needs no coordinator any longer
create or replace function klyngeflow.a_coordinator_follows() returns trigger language plpgsql as $$
declare
    touched text := coalesce(new.cluster_id, old.cluster_id);
begin
    if not exists (select from klyngeflow.cluster where cluster_id = touched and closed_at is null) then
        return null;
    end if;
    if (tg_op <> 'INSERT' and old.post = 'COORDINATOR' or tg_op <> 'DELETE' and new.post = 'COORDINATOR')
        and (not exists (
                select from klyngeflow.role_holder
                where cluster_id = touched and post = 'COORDINATOR' and until_day is null)
            or exists (
                select from klyngeflow.role_holder ended
                where ended.cluster_id = touched and ended.post = 'COORDINATOR' and ended.until_day > ended.from_day
                  and not exists (
                    select from klyngeflow.role_holder following
                    where following.cluster_id = touched and following.post = 'COORDINATOR'
                      and following.from_day = ended.until_day
                      and (following.until_day is null or following.until_day > following.from_day)))) then
        raise exception 'cluster % would be without a coordinator', touched
            using errcode = 'integrity_constraint_violation', constraint = 'role_holder_coordinator_always';
    end if;
    return null;
end $$;
