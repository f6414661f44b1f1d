-- Accounts whose invoices only the board may approve, such as the coordinator's own fee. What it was before is kept.
alter table klyngeflow.account add column board_only boolean not null default false;
update klyngeflow.account set board_only = true where number = '3100' and kind = 'EXPENSE';

create table klyngeflow.board_only_change (
    change_id  bigint generated always as identity primary key,
    cluster_id text        not null,
    account    text        not null,
    board_only boolean     not null,
    set_by     text        not null,
    set_at     timestamptz not null,
    foreign key (cluster_id, account) references klyngeflow.account (cluster_id, number)
);
