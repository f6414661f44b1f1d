-- Which of a member's proxies was the last, also when two were given in the same moment.
alter table klyngeflow.evening_proxy add column number integer not null default 0;

-- From when an assembly that was never held is counted before it is forgotten.
alter table klyngeflow.evening add column announced_at timestamptz not null default now();

-- Its end stands like all the rest.
create function klyngeflow.evening_stays_ended() returns trigger language plpgsql as $$
begin
    if old.ended_at is not null then
        raise exception 'evening % of % has ended', old.evening_id, old.cluster_id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger evening_stands before update on klyngeflow.evening
    for each row execute function klyngeflow.evening_stays_ended();
