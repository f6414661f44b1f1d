-- A member without a log-in is asked by mail about a task of somebody else's; her answer lies beside the task, whose owner decides.
create table klyngeflow.task_help (
    cluster_id  text        not null references klyngeflow.cluster,
    help_id     text        not null,
    -- the engine's id of the task
    task_id     text        not null,
    helper      text        not null references klyngeflow.person,
    asked_by    text        not null references klyngeflow.person,
    question    text        not null default '' check (length(question) <= 2000),
    asked_at    timestamptz not null,
    answer      text        check (length(answer) <= 4000),
    document_id text,
    answered_at timestamptz,
    -- taken back, or she is no longer a member
    ended_at    timestamptz,
    has_left    boolean     not null default false,
    primary key (cluster_id, help_id)
);
-- one is asked at a time
create unique index task_help_one_at_a_time on klyngeflow.task_help (cluster_id, task_id)
    where answered_at is null and ended_at is null;
create index task_help_of_task on klyngeflow.task_help (cluster_id, task_id, asked_at);
create index task_help_of_helper on klyngeflow.task_help (cluster_id, helper);
create index task_help_asked on klyngeflow.task_help (asked_at);
