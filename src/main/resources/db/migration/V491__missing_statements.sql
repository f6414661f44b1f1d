-- Of which months a bank statement was asked for: once each, whoever asks and however often.
create table klyngeflow.missing_statement (
    cluster_id text        not null references klyngeflow.cluster,
    -- its first day
    month      date        not null check (extract(day from month) = 1),
    asked_at   timestamptz not null,
    -- null while somebody has the task
    closed_at  timestamptz,
    -- why it cannot be had, in the words of whoever had the task
    why        text        not null default '' check (length(why) <= 500),
    primary key (cluster_id, month)
);
create index missing_statement_open on klyngeflow.missing_statement (cluster_id) where closed_at is null;
