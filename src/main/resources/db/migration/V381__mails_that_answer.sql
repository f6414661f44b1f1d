-- By these programs put a mail and its answers together: what a letter was and answered, and what a mail of ours answers.
alter table klyngeflow.letter add column message_id text not null default '';
alter table klyngeflow.letter add column answers text[] not null default '{}';
alter table klyngeflow.mail_outbox add column answers_id text;
