-- Which of a member's proxies was the last, also when two were given in the same moment.
alter table klyngeflow.evening_proxy add column number integer not null default 0;
