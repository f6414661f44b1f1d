-- After the meeting: who noted what, what was agreed and by whom, the figures before and after, and care for those who stay away.

create table klyngeflow.meeting_wrap_up (
    cluster_id          text        not null,
    meeting_id          text        not null,
    recorded_by         text,
    recorded_at         timestamptz,
    -- the colleague who notes the key points; null when nobody does
    note_taker          text references klyngeflow.person,
    key_points          text        not null default '' check (length(key_points) <= 4000),
    key_points_at       timestamptz,
    approved_by         text,
    approved_at         timestamptz,
    minutes_document    text,
    attendance_document text,
    primary key (cluster_id, meeting_id),
    foreign key (cluster_id, meeting_id) references klyngeflow.meeting
);
create index meeting_wrap_up_note_taker on klyngeflow.meeting_wrap_up (cluster_id, note_taker);

-- What somebody has promised at a meeting.
create table klyngeflow.action_item (
    cluster_id  text        not null,
    item_id     text        not null,
    meeting_id  text        not null,
    number      integer     not null check (number between 1 and 99),
    owner       text        not null references klyngeflow.person,
    text        text        not null check (length(text) between 1 and 300),
    due_day     date        not null,
    state       text        not null default 'OPEN' check (state in ('OPEN', 'DONE', 'NOT_YET')),
    -- what the owner says of it
    note        text        not null default '' check (length(note) <= 500),
    -- since the owner last answered
    reminded    integer     not null default 0,
    reminded_at timestamptz,
    answered_at timestamptz,
    answered_by text,
    primary key (cluster_id, item_id),
    unique (cluster_id, meeting_id, number),
    foreign key (cluster_id, meeting_id) references klyngeflow.meeting
);
create index action_item_open on klyngeflow.action_item (cluster_id, state, due_day);

-- The topic measured again some months later, or why not.
create table klyngeflow.re_measure (
    cluster_id      text        not null,
    meeting_id      text        not null,
    measure         text        not null default '' check (length(measure) <= 200),
    unit            text        not null default '' check (length(unit) <= 30),
    before_value    numeric(12, 2),
    after_value     numeric(12, 2),
    lower_is_better boolean     not null default false,
    note            text        not null default '' check (length(note) <= 2000),
    before_document text,
    after_document  text,
    declined_reason text check (length(declined_reason) <= 1000),
    answered_by     text        not null,
    answered_at     timestamptz not null,
    primary key (cluster_id, meeting_id),
    foreign key (cluster_id, meeting_id) references klyngeflow.meeting
);

-- Members somebody should call because they have stayed away without a word. Read by the cluster's own officers only.
create table klyngeflow.member_care (
    cluster_id text        not null,
    meeting_id text        not null,
    person_id  text        not null references klyngeflow.person,
    found_at   timestamptz not null,
    spoken     boolean,
    note       text        not null default '' check (length(note) <= 1000),
    cared_by   text,
    cared_at   timestamptz,
    primary key (cluster_id, meeting_id, person_id),
    foreign key (cluster_id, meeting_id) references klyngeflow.meeting
);
create index member_care_of on klyngeflow.member_care (cluster_id, person_id, found_at);
