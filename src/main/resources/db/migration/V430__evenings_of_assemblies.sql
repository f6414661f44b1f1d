-- The evening of a general assembly: who came, who holds whose proxy, what was put and how it was voted.
create table klyngeflow.evening (
    cluster_id       text        not null references klyngeflow.cluster,
    evening_id       text        not null,
    title            text        not null,
    statutes_version integer     not null,
    -- a second assembly decides whoever comes
    is_second        boolean     not null,
    -- the chair of the assembly and the keeper of its minutes, as they are called; the chair need be no member
    chaired_by       text        not null default '',
    kept_by          text        not null default '',
    opened_at        timestamptz,
    ended_at         timestamptz,
    ended_by         text,
    primary key (cluster_id, evening_id)
);

create table klyngeflow.evening_item (
    cluster_id  text    not null,
    evening_id  text    not null,
    number      integer not null,
    key         text    not null,
    kind        text    not null check (kind in
        ('OFFICERS', 'REPORT', 'ACCOUNTS', 'BUDGET', 'MOTION', 'STATUTES', 'DISSOLUTION', 'ELECTION', 'OTHER')),
    title       text    not null,
    text        text    not null default '',
    before_text text    not null default '',
    after_text  text    not null default '',
    -- ids of those who stand, parted by blanks
    candidates  text    not null default '',
    seats       integer not null default 0,
    primary key (cluster_id, evening_id, number),
    unique (cluster_id, evening_id, key),
    foreign key (cluster_id, evening_id) references klyngeflow.evening on delete cascade
);

create table klyngeflow.evening_voter (
    cluster_id    text        not null,
    evening_id    text        not null,
    person_id     text        not null references klyngeflow.person,
    checked_in_at timestamptz,
    left_at       timestamptz,
    -- who ticked her off; herself by her link
    checked_in_by text,
    primary key (cluster_id, evening_id, person_id),
    foreign key (cluster_id, evening_id) references klyngeflow.evening on delete cascade
);

create table klyngeflow.evening_proxy (
    cluster_id text        not null,
    evening_id text        not null,
    proxy_id   uuid        not null default gen_random_uuid(),
    principal  text        not null references klyngeflow.person,
    holder     text        not null references klyngeflow.person,
    given_at   timestamptz not null,
    ended_at   timestamptz,
    why_ended  text check (why_ended in ('WITHDRAWN', 'PRINCIPAL_CAME', 'OTHER_HOLDER')),
    primary key (cluster_id, evening_id, proxy_id),
    check (principal <> holder),
    foreign key (cluster_id, evening_id) references klyngeflow.evening on delete cascade
);
create unique index evening_proxy_one on klyngeflow.evening_proxy (cluster_id, evening_id, principal) where ended_at is null;

create table klyngeflow.evening_amendment (
    cluster_id text        not null,
    evening_id text        not null,
    item       integer     not null,
    number     integer     not null,
    text       text        not null,
    moved_at   timestamptz not null,
    primary key (cluster_id, evening_id, item, number),
    foreign key (cluster_id, evening_id, item) references klyngeflow.evening_item (cluster_id, evening_id, number) on delete cascade
);

-- What was decided; a correction is a row of its own, and the row before it says that it was replaced.
create table klyngeflow.evening_vote (
    cluster_id    text        not null,
    evening_id    text        not null,
    vote_no       integer     not null,
    item          integer     not null,
    -- 0 is the item itself
    amendment     integer     not null default 0,
    how           text        not null check (how in ('UNOPPOSED', 'HANDS', 'PAPER', 'POSTPONED', 'NO_QUORUM', 'ACCLAMATION', 'TO_ELECTION')),
    votes_for     integer     not null default 0 check (votes_for >= 0),
    against       integer     not null default 0 check (against >= 0),
    blank         integer     not null default 0 check (blank >= 0),
    invalid       integer     not null default 0 check (invalid >= 0),
    -- those in the room, and the votes they had with their proxies
    present       integer     not null,
    votes         integer     not null,
    tellers       text        not null default '',
    is_adopted    boolean     not null,
    arithmetic    text        not null,
    elected       text        not null default '',
    remark        text        not null default '',
    corrects_why  text        not null default '',
    recorded_at   timestamptz not null,
    recorded_by   text        not null,
    replaced_at   timestamptz,
    primary key (cluster_id, evening_id, vote_no),
    foreign key (cluster_id, evening_id, item) references klyngeflow.evening_item (cluster_id, evening_id, number) on delete cascade
);
create unique index evening_vote_one on klyngeflow.evening_vote (cluster_id, evening_id, item, amendment) where replaced_at is null;

-- What was recorded stands when the assembly has ended, whoever asks.
create function klyngeflow.evening_has_ended() returns trigger language plpgsql as $$
begin
    if exists (select 1 from klyngeflow.evening e
               where e.cluster_id = new.cluster_id and e.evening_id = new.evening_id and e.ended_at is not null) then
        raise exception 'evening % of % has ended', new.evening_id, new.cluster_id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger evening_item_stands before insert or update on klyngeflow.evening_item
    for each row execute function klyngeflow.evening_has_ended();
create trigger evening_voter_stands before insert or update on klyngeflow.evening_voter
    for each row execute function klyngeflow.evening_has_ended();
create trigger evening_proxy_stands before insert or update on klyngeflow.evening_proxy
    for each row execute function klyngeflow.evening_has_ended();
create trigger evening_amendment_stands before insert or update on klyngeflow.evening_amendment
    for each row execute function klyngeflow.evening_has_ended();
create trigger evening_vote_stands before insert or update on klyngeflow.evening_vote
    for each row execute function klyngeflow.evening_has_ended();
