-- What the bank says of a cluster's account, and what each line of it is in the ledger. Lines are kept as the bank wrote them.

create table klyngeflow.bank_statement (
    cluster_id     text        not null references klyngeflow.cluster,
    statement_id   text        not null,
    -- the file or the typing it came with
    upload_id      text        not null,
    -- the account of the chart that it is held against
    ledger_account text        not null,
    profile        text        not null,
    -- as the file writes it; empty when it does not
    account        text        not null check (length(account) <= 60),
    from_day       date        not null,
    to_day         date        not null,
    opening_oere   bigint,
    closing_oere   bigint,
    read_by        text        not null,
    read_at        timestamptz not null,
    primary key (cluster_id, statement_id),
    check (from_day <= to_day)
);

create table klyngeflow.bank_line (
    cluster_id     text   not null,
    line_id        text   not null,
    statement_id   text   not null,
    ledger_account text   not null,
    -- in the order of time
    seq            bigint generated always as identity,
    line           integer not null,
    day            date   not null,
    value_day      date   not null,
    amount_oere    bigint not null,
    balance_oere   bigint,
    text           text   not null check (length(text) <= 500),
    -- the first, second … of this amount on this day: equal lines are real
    occurrence     integer not null check (occurrence > 0),
    primary key (cluster_id, line_id),
    unique (cluster_id, ledger_account, day, amount_oere, occurrence),
    foreign key (cluster_id, statement_id) references klyngeflow.bank_statement (cluster_id, statement_id) on delete cascade
);

create table klyngeflow.bank_line_part (
    cluster_id  text    not null,
    line_id     text    not null,
    part        integer not null check (part > 0),
    reference   text    not null,
    amount_oere bigint,
    text        text    not null,
    primary key (cluster_id, line_id, part),
    foreign key (cluster_id, line_id) references klyngeflow.bank_line (cluster_id, line_id) on delete cascade
);

create trigger bank_line_never_changed before update on klyngeflow.bank_line
    for each row execute function klyngeflow.refuse_change();

-- What explains one or more lines: vouchers, or each other when money came back.
create table klyngeflow.bank_match (
    cluster_id text        not null,
    match_id   text        not null,
    rule       text        not null,
    reason     text        not null,
    -- the account that what was missing in the ledger has been posted to, and its voucher
    account    text,
    voucher_id text,
    -- null when it fitted by itself
    matched_by text,
    matched_at timestamptz not null,
    primary key (cluster_id, match_id),
    foreign key (cluster_id, voucher_id) references klyngeflow.voucher (cluster_id, voucher_id)
);

create table klyngeflow.bank_match_line (
    cluster_id text not null,
    match_id   text not null,
    line_id    text not null,
    -- a line is explained once
    primary key (cluster_id, line_id),
    foreign key (cluster_id, match_id) references klyngeflow.bank_match (cluster_id, match_id) on delete cascade,
    foreign key (cluster_id, line_id) references klyngeflow.bank_line (cluster_id, line_id) on delete cascade
);
create index bank_match_line_by_match on klyngeflow.bank_match_line (cluster_id, match_id);

-- A voucher may be paid in several lines: each match takes so much of it, with the sign of the account.
create table klyngeflow.bank_match_voucher (
    cluster_id text   not null,
    match_id   text   not null,
    voucher_id text   not null,
    oere       bigint not null check (oere <> 0),
    primary key (cluster_id, match_id, voucher_id),
    foreign key (cluster_id, match_id) references klyngeflow.bank_match (cluster_id, match_id) on delete cascade,
    foreign key (cluster_id, voucher_id) references klyngeflow.voucher (cluster_id, voucher_id)
);
create index bank_match_voucher_by_voucher on klyngeflow.bank_match_voucher (cluster_id, voucher_id);
