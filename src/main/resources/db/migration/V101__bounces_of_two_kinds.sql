-- A full mailbox or a spam filter is no dead address: nothing is held back then, and somebody is told now and then only.
alter table klyngeflow.mail_bounce
    add column dead boolean not null default true,
    add column told_at timestamptz;
