-- What each person has been told of the tasks that wait for her, so that the morning's mail tells what is new.
create table klyngeflow.task_told (
    cluster_id text   not null references klyngeflow.cluster,
    person_id text    not null references klyngeflow.person,
    task_id   text    not null,
    -- whether it was overdue when she was told last
    overdue   boolean not null,
    told_on   date    not null,
    primary key (person_id, task_id)
);
create index task_told_on on klyngeflow.task_told (told_on);

-- When she was last sent the whole list. It holds the tasks of all her clusters and is written in the books of one.
create table klyngeflow.task_list_told (
    cluster_id text not null references klyngeflow.cluster,
    person_id text primary key references klyngeflow.person,
    told_on   date not null
);
