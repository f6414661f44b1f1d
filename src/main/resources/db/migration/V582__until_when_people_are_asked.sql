-- Whoever is asked is told until when, and what happens otherwise.
alter table klyngeflow.election add column acceptances_close_at timestamptz;
alter table klyngeflow.founding add column formalities_until timestamptz;
