-- Whom the cluster asks for rooms, food and talks, and what they have answered.

-- compares texts inside an exclusion constraint; PostgreSQL's own, and trusted: the owner of the database may install it
create extension if not exists btree_gist;

create table klyngeflow.supplier (
    cluster_id  text    not null references klyngeflow.cluster,
    supplier_id text    not null,
    kind        text    not null check (kind in ('ROOM', 'CATERING', 'SPEAKER')),
    name        text    not null check (length(name) between 1 and 100),
    contact     text    not null default '' check (length(contact) <= 100),
    mail        text    not null default '' check (length(mail) <= 254),
    phone       text    not null default '' check (length(phone) <= 40),
    cvr         text    not null default '' check (cvr ~ '^([0-9]{8})?$'),
    address     text    not null default '' check (length(address) <= 200),
    price_guide text    not null default '' check (length(price_guide) <= 200),
    note        text    not null default '' check (length(note) <= 2000),
    capacity    integer check (capacity between 1 and 9999),
    -- a room of the cluster's or a practice's own, which needs no asking
    is_own      boolean not null default false,
    is_active   boolean not null default true,
    -- the order in which they are asked
    rank        integer not null,
    primary key (cluster_id, supplier_id),
    check (kind = 'ROOM' or not is_own)
);
create index supplier_by_rank on klyngeflow.supplier (cluster_id, kind, rank);
create unique index supplier_named_once on klyngeflow.supplier (cluster_id, kind, lower(name));

-- One line per supplier and time that was asked. A line is live while it is ASKED or CONFIRMED.
create table klyngeflow.booking (
    cluster_id      text        not null references klyngeflow.cluster,
    booking_id      text        not null,
    -- in the order in which they were asked
    number          bigint      generated always as identity,
    -- business key of the meeting
    case_key        text        not null,
    kind            text        not null check (kind in ('ROOM', 'CATERING', 'SPEAKER')),
    -- null when somebody was booked by hand who is not in the directory
    supplier_id     text,
    supplier_name   text        not null,
    is_own          boolean     not null default false,
    title           text        not null,
    starts_at       timestamptz not null,
    ends_at         timestamptz not null check (ends_at > starts_at),
    place           text        not null default '',
    people          integer     check (people >= 0),
    price_oere      bigint      check (price_oere >= 0),
    remark          text        not null default '',
    status          text        not null check (status in ('ASKED', 'CONFIRMED', 'DECLINED', 'CANCELLED', 'TAKEN')),
    -- of the calendar event: counts up when the booking is moved or cancelled
    sequence        integer     not null default 0,
    uid             text        not null,
    asked_at        timestamptz not null,
    answered_at     timestamptz,
    answered_by     text,
    -- said yes to this time at first; a no after that leaves the meeting without
    was_confirmed   boolean     not null default false,
    told_people     integer,
    headcount_round integer     not null default 0,
    primary key (cluster_id, booking_id),
    foreign key (cluster_id, supplier_id) references klyngeflow.supplier,
    -- two meetings never hold the same own room at the same time
    constraint booking_own_room_once exclude using gist
        (cluster_id with =, supplier_id with =, tstzrange(starts_at, ends_at) with &&)
        where (is_own and status in ('ASKED', 'CONFIRMED'))
);
create unique index booking_one_live on klyngeflow.booking (cluster_id, case_key, kind)
    where status in ('ASKED', 'CONFIRMED');
create index booking_by_case on klyngeflow.booking (cluster_id, case_key, number);
create index booking_by_supplier on klyngeflow.booking (cluster_id, supplier_id, starts_at);
create unique index booking_by_uid on klyngeflow.booking (cluster_id, uid);
