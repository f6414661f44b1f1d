-- What somebody writes to the colleague to whom she gives a task; mailed to her and shown above the task.
create table klyngeflow.task_message (
    cluster_id text        not null references klyngeflow.cluster,
    message_id text        not null,
    -- the engine's id of the task
    task_id    text        not null,
    sender     text        not null references klyngeflow.person,
    receiver   text        not null references klyngeflow.person,
    message    text        not null check (length(message) <= 2000),
    sent_at    timestamptz not null,
    primary key (cluster_id, message_id)
);
create index task_message_of_task on klyngeflow.task_message (cluster_id, task_id, sent_at);
create index task_message_sent on klyngeflow.task_message (sent_at);
