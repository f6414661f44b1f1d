-- Whom a coordinator can ask and where she meets others: kept by the administrators, a list per region. What is not known is not there.
create table klyngeflow.support_entry (
    support_entry_id bigint generated always as identity primary key,
    region_name text        not null check (length(region_name) <= 60),
    kind        text        not null check (kind in ('CONSULTANT', 'COURSE', 'NETWORK', 'KIAP', 'PLO')),
    what        text        not null check (length(what) between 1 and 200),
    how         text        not null default '' check (length(how) <= 200),
    -- of a course or a meeting; null for what has no date or of which it is not known
    day         date,
    kept_by     text        not null,
    kept_at     timestamptz not null
);
create index support_entry_region on klyngeflow.support_entry (region_name, kind);
