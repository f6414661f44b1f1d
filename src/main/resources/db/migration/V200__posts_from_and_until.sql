-- Posts that begin and end on a day, also one to come; how many patients a practice has from which day; and who changed what.

-- null until the day has come and the engine's groups, links and tasks have followed
alter table klyngeflow.role_holder add column begun_at timestamptz;
alter table klyngeflow.role_holder add column ended_at timestamptz;
update klyngeflow.role_holder set begun_at = from_day, ended_at = until_day;
create index role_holder_to_begin on klyngeflow.role_holder (from_day) where begun_at is null;
create index role_holder_to_end on klyngeflow.role_holder (until_day) where until_day is not null and ended_at is null;

-- nobody holds one post twice at a time, and no cluster has two coordinators on any day, past or to come
drop index klyngeflow.role_holder_once;
drop index klyngeflow.role_holder_one_coordinator;
alter table klyngeflow.role_holder add constraint role_holder_once
    exclude using gist (cluster_id with =, person_id with =, post with =, daterange(from_day, until_day) with &&);
alter table klyngeflow.role_holder add constraint role_holder_one_coordinator
    exclude using gist (cluster_id with =, daterange(from_day, until_day) with &&) where (post = 'COORDINATOR');

-- and none without: from the first coordinator's first day each is followed by the next on the day she ends, and the last has no end
create function klyngeflow.a_coordinator_follows() returns trigger language plpgsql as $$
declare
    touched text := coalesce(new.cluster_id, old.cluster_id);
begin
    if not exists (select from klyngeflow.cluster where cluster_id = touched) then
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

create constraint trigger role_holder_coordinator_always
    after insert or update or delete on klyngeflow.role_holder
    deferrable initially deferred
    for each row execute function klyngeflow.a_coordinator_follows();

create table klyngeflow.practice_size (
    cluster_id      text        not null,
    provider_number text        not null,
    from_day        date        not null,
    patients        integer     not null check (patients >= 0),
    set_by          text        not null,
    set_at          timestamptz not null,
    primary key (cluster_id, provider_number, from_day),
    foreign key (cluster_id, provider_number) references klyngeflow.practice
);
insert into klyngeflow.practice_size (cluster_id, provider_number, from_day, patients, set_by, set_at)
    select cluster_id, provider_number, from_day, patients, 'klyngeflow', from_day
    from klyngeflow.practice where patients is not null;
alter table klyngeflow.practice drop column patients;

-- One line for each confirmed change. The number of the last one is the state that an editor has seen.
create table klyngeflow.people_change (
    cluster_id      text        not null references klyngeflow.cluster,
    number          integer     not null,
    -- of the page on which it was confirmed: pressed twice it happens once
    request_key     text        not null,
    kind            text        not null,
    person_id       text references klyngeflow.person,
    provider_number text,
    post            text,
    day             date        not null,
    changed_by      text        not null,
    changed_at      timestamptz not null,
    primary key (cluster_id, number),
    unique (cluster_id, request_key)
);
