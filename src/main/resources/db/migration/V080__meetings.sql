-- Meetings of a cluster: what each is about, when and where, who is invited and what they have answered.

create table klyngeflow.meeting (
    cluster_id     text        not null references klyngeflow.cluster,
    meeting_id     text        not null,
    -- natural id of the case, such as nordklyngen/2027-01
    business_key   text        not null,
    year           integer     not null,
    number         integer     not null,
    -- the topic, once it is chosen
    title          text        not null check (length(title) <= 200),
    text           text        not null default '' check (length(text) <= 4000),
    topic_id       text,
    earliest_day   date        not null,
    latest_day     date        not null check (latest_day >= earliest_day),
    minutes        integer     not null check (minutes between 15 and 720),
    starts_at      timestamptz,
    place          text        not null default '' check (length(place) <= 300),
    status         text        not null check (status in
                       ('PLANNING', 'DATING', 'ARRANGING', 'INVITED', 'HELD', 'MINUTED', 'CLOSED', 'CANCELLED')),
    -- counts up when the meeting is moved or cancelled (RFC 5545, SEQUENCE)
    sequence       integer     not null default 0,
    uid            text        not null unique,
    wants_room     boolean     not null default true,
    wants_catering boolean     not null default true,
    wants_speaker  boolean     not null default false,
    wants_data     boolean     not null default true,
    has_data       boolean     not null default false,
    agenda         text        not null default '' check (length(agenda) <= 10000),
    agenda_document text,
    rsvp_closes_at timestamptz,
    headcount_told boolean     not null default false,
    created_by     text        not null,
    created_at     timestamptz not null,
    cancel_reason  text check (length(cancel_reason) <= 1000),
    primary key (cluster_id, meeting_id),
    unique (cluster_id, business_key),
    unique (cluster_id, year, number)
);
create index meeting_when on klyngeflow.meeting (cluster_id, starts_at);

-- Dates that the coordinator has proposed for the poll.
create table klyngeflow.meeting_time (
    cluster_id text        not null,
    meeting_id text        not null,
    starts_at  timestamptz not null,
    primary key (cluster_id, meeting_id, starts_at),
    foreign key (cluster_id, meeting_id) references klyngeflow.meeting
);

create table klyngeflow.meeting_person (
    cluster_id       text    not null,
    meeting_id       text    not null,
    person_id        text    not null references klyngeflow.person,
    -- without her the meeting makes no sense
    required         boolean not null default false,
    -- the sequence of the invitation she was last sent; null before the first
    invited_sequence integer,
    reply            text check (reply in ('YES', 'NO', 'MAYBE')),
    replied_at       timestamptz,
    -- LINK, CALENDAR or STAFF
    replied_by       text check (replied_by in ('LINK', 'CALENDAR', 'STAFF')),
    attended         boolean,
    primary key (cluster_id, meeting_id, person_id),
    foreign key (cluster_id, meeting_id) references klyngeflow.meeting
);
create index meeting_person_by_person on klyngeflow.meeting_person (cluster_id, person_id);

-- What has happened, for people to read. Only ever added to.
create table klyngeflow.meeting_event (
    event_id   bigint generated always as identity primary key,
    cluster_id text        not null,
    meeting_id text        not null,
    kind       text        not null,
    person_id  text,
    text       text        not null default '' check (length(text) <= 1000),
    at         timestamptz not null,
    foreign key (cluster_id, meeting_id) references klyngeflow.meeting
);
create index meeting_event_of on klyngeflow.meeting_event (cluster_id, meeting_id, event_id);

-- Files that go with the invitation, such as the data package.
create table klyngeflow.meeting_paper (
    paper_id    bigint generated always as identity primary key,
    cluster_id  text not null,
    meeting_id  text not null,
    document_id text not null,
    title       text not null check (length(title) <= 200),
    unique (cluster_id, meeting_id, document_id),
    foreign key (cluster_id, meeting_id) references klyngeflow.meeting
);
