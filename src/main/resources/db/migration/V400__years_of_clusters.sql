-- The year of a cluster: one case per cluster and year, its items, and how they were moved.

create table klyngeflow.cluster_year (
    cluster_id       text    not null references klyngeflow.cluster,
    year             integer not null check (year between 2000 and 2200),
    -- the first day of what is planned; later than 1 January where the cluster was opened in the middle of it
    from_day         date    not null,
    -- what the plan was laid by; 0 for what every cluster begins with
    model_version    integer not null default 0,
    statutes_version integer not null default 0,
    opened_at        timestamptz not null,
    closed_at        timestamptz,
    primary key (cluster_id, year)
);

create table klyngeflow.year_item (
    cluster_id  text    not null,
    year        integer not null,
    item_id     text    not null check (item_id ~ '^[a-z][a-z0-9-]{0,39}$'),
    kind        text    not null check (kind in ('REGISTER', 'QUESTIONNAIRE', 'BUDGET', 'ACCOUNTS', 'ASSEMBLY',
                                                 'ELECTION', 'MEETING', 'REVIEW', 'CVR')),
    title       text    not null check (length(title) between 1 and 120),
    note        text    not null default '' check (length(note) <= 500),
    starts_on   date    not null,
    due_on      date    not null,
    sequence    integer not null default 0,
    started_at  timestamptz,
    done_on     date,
    done_by     text,
    is_dropped  boolean not null default false,
    -- of what it has become, as its own room knows it
    reference   text,
    document_id text,
    primary key (cluster_id, year, item_id),
    foreign key (cluster_id, year) references klyngeflow.cluster_year,
    check (starts_on <= due_on)
);

-- One meeting is one item's.
create unique index year_item_reference on klyngeflow.year_item (cluster_id, reference) where reference is not null;

-- What somebody has changed by hand, and why. Never updated.
create table klyngeflow.year_change (
    change_id  bigint generated always as identity primary key,
    cluster_id text        not null,
    year       integer     not null,
    item_id    text        not null,
    what       text        not null check (what in ('MOVED', 'DONE', 'DROPPED')),
    from_day   date        not null,
    to_day     date        not null,
    reason     text        not null check (length(reason) between 1 and 1000),
    changed_by text        not null,
    changed_at timestamptz not null,
    foreign key (cluster_id, year, item_id) references klyngeflow.year_item
);
