-- when a meeting is moved its suppliers are told the old time beside the new, in every later mail
alter table klyngeflow.booking add column moved_from timestamptz;
alter table klyngeflow.booking add column moved_until timestamptz;
