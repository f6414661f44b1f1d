-- Somebody has decided that a meeting is held without data: a move to a nearer date does not ask her again.
alter table klyngeflow.meeting add column without_data boolean not null default false;
