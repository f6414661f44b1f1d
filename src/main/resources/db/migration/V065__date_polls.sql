-- Date polls: who is asked about which dates, until when, and what each has answered.

create sequence klyngeflow.date_poll_number start 1;

create table klyngeflow.date_poll (
    cluster_id     text        not null references klyngeflow.cluster,
    poll_id        text        not null,
    -- business key of the case that asks
    case_key       text        not null,
    title          text        not null check (length(title) between 1 and 200),
    text           text        not null default '' check (length(text) <= 4000),
    minutes        integer     not null check (minutes between 15 and 720),
    -- so many must be able to come, or the date is no use
    minimum        integer     not null check (minimum >= 1),
    -- those who join the cluster meanwhile are asked too
    asks_everybody boolean     not null,
    opened_at      timestamptz not null,
    closes_at      timestamptz not null check (closes_at > opened_at),
    -- earlier than closes_at when everybody has answered
    closed_at      timestamptz,
    -- how many have not answered yet; counted down in the statement that keeps an answer, which holds the row
    silent         integer     not null default 0 check (silent >= 0),
    reminders      integer     not null default 0,
    chosen_option  integer,
    primary key (cluster_id, poll_id)
);
create index date_poll_of_case on klyngeflow.date_poll (cluster_id, case_key);

create table klyngeflow.date_poll_option (
    cluster_id text        not null,
    poll_id    text        not null,
    option_no  integer     not null,
    starts_at  timestamptz not null,
    primary key (cluster_id, poll_id, option_no),
    unique (cluster_id, poll_id, starts_at),
    foreign key (cluster_id, poll_id) references klyngeflow.date_poll
);
alter table klyngeflow.date_poll
    add foreign key (cluster_id, poll_id, chosen_option) references klyngeflow.date_poll_option;

create table klyngeflow.date_poll_person (
    cluster_id  text        not null,
    poll_id     text        not null,
    person_id   text        not null references klyngeflow.person,
    -- without her the meeting makes no sense
    required    boolean     not null,
    asked_at    timestamptz not null,
    answered_at timestamptz,
    -- she has left the cluster or the list: her answers are gone and she is not waited for
    left_at     timestamptz,
    primary key (cluster_id, poll_id, person_id),
    foreign key (cluster_id, poll_id) references klyngeflow.date_poll
);
create index date_poll_person_of on klyngeflow.date_poll_person (cluster_id, person_id);

create table klyngeflow.date_poll_answer (
    cluster_id text    not null,
    poll_id    text    not null,
    person_id  text    not null,
    option_no  integer not null,
    answer     text    not null check (answer in ('YES', 'IF_NEED_BE', 'NO')),
    primary key (cluster_id, poll_id, person_id, option_no),
    foreign key (cluster_id, poll_id, option_no) references klyngeflow.date_poll_option,
    foreign key (cluster_id, poll_id, person_id) references klyngeflow.date_poll_person
);
