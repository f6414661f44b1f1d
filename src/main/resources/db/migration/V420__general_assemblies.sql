-- General assemblies: what each is about, how far it is, and what was proposed. Its day and place are those of its meeting.
create table klyngeflow.assembly (
    cluster_id       text        not null references klyngeflow.cluster (cluster_id),
    assembly_id      text        not null,
    meeting_id       text        not null,
    business_key     text        not null,
    kind             text        not null check (kind in ('ORDINARY', 'EXTRAORDINARY', 'SECOND')),
    item             text        not null check (item in ('ALL', 'ACCOUNTS', 'STATUTES', 'DISSOLUTION', 'OTHER')),
    accounting_year  integer,
    matter           text        not null default '',
    follows          text,
    statutes_version integer     not null,
    posts            text        not null default '',
    seats            integer     not null default 0,
    status           text        not null,
    opinion          text        not null default '',
    notice_id        text,
    notice_sent_at   timestamptz,
    notice_round     integer     not null default 0,
    accounts_id      text,
    attest_id        text,
    effects_at       timestamptz,
    minutes          text        not null default '',
    minutes_id       text,
    chaired_by       text,
    kept_by          text,
    chair_signed_at  timestamptz,
    keeper_signed_at timestamptz,
    unsigned_why     text        not null default '',
    reason           text        not null default '',
    asked_by         text        not null,
    created_at       timestamptz not null,
    primary key (cluster_id, assembly_id),
    unique (cluster_id, business_key)
);

-- One ordinary assembly for each year's accounts, until it is cancelled.
create unique index assembly_of_the_year on klyngeflow.assembly (cluster_id, accounting_year)
    where kind = 'ORDINARY' and status <> 'CANCELLED';

create table klyngeflow.assembly_proposal (
    cluster_id   text        not null,
    assembly_id  text        not null,
    number       integer     not null,
    kind         text        not null check (kind in ('MOTION', 'STATUTES', 'DISSOLUTION')),
    title        text        not null,
    text         text        not null default '',
    field        text,
    before_text  text        not null default '',
    after_value  text        not null default '',
    after_text   text        not null default '',
    proposed_by  text        not null,
    made_at      timestamptz not null,
    withdrawn_at timestamptz,
    primary key (cluster_id, assembly_id, number),
    foreign key (cluster_id, assembly_id) references klyngeflow.assembly (cluster_id, assembly_id) on delete cascade
);

create table klyngeflow.assembly_candidate (
    cluster_id   text        not null,
    assembly_id  text        not null,
    post         text        not null,
    person_id    text        not null,
    text         text        not null default '',
    stood_at     timestamptz not null,
    withdrawn_at timestamptz,
    primary key (cluster_id, assembly_id, post, person_id),
    foreign key (cluster_id, assembly_id) references klyngeflow.assembly (cluster_id, assembly_id) on delete cascade
);

-- The budget as it was put before the assembly: it is this that applies when it is adopted.
create table klyngeflow.assembly_budget (
    cluster_id  text    not null,
    assembly_id text    not null,
    year        integer not null,
    account     text    not null,
    label       text    not null,
    oere        bigint  not null,
    primary key (cluster_id, assembly_id, year, account),
    foreign key (cluster_id, assembly_id) references klyngeflow.assembly (cluster_id, assembly_id) on delete cascade
);

-- Members who want an extraordinary assembly, counted openly.
create table klyngeflow.assembly_demand (
    cluster_id  text        not null references klyngeflow.cluster (cluster_id),
    demand_id   text        not null,
    matter      text        not null,
    asked_by    text        not null,
    opened_at   timestamptz not null,
    closes_at   timestamptz not null,
    assembly_id text,
    primary key (cluster_id, demand_id)
);

create table klyngeflow.assembly_demand_person (
    cluster_id text        not null,
    demand_id  text        not null,
    person_id  text        not null,
    asked_at   timestamptz not null,
    primary key (cluster_id, demand_id, person_id),
    foreign key (cluster_id, demand_id) references klyngeflow.assembly_demand (cluster_id, demand_id) on delete cascade
);
