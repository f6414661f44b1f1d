-- Since when an inquiry or an election stands where it does; null for what has not moved since this was kept.
alter table klyngeflow.inquiry add column state_since timestamptz;
alter table klyngeflow.election add column status_since timestamptz;
