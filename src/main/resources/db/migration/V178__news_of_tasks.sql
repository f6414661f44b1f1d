-- What has happened to a task since somebody was told of it: a case was lifted to her, or its day has come near. It goes with the morning's mail.
create table klyngeflow.task_news (
    cluster_id text not null references klyngeflow.cluster,
    person_id  text not null references klyngeflow.person,
    task_id    text not null,
    -- a sentence, as it stands in the mail
    why        text not null,
    noted_on   date not null,
    -- the day of the mail that told it; null until then
    told_on    date,
    primary key (person_id, task_id)
);

-- These are no mails of their own any longer; their tasks still wait in Tasklist.
update klyngeflow.mail_outbox set state = 'NEEDLESS', done_at = now()
where state = 'WAITING' and purpose in ('invoice-due-soon', 'invoice-escalated', 'credit-escalated');
