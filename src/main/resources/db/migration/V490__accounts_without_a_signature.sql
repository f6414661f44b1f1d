-- Why the accounts went on though somebody of the board of the year has not signed; empty when nobody was missing.
alter table klyngeflow.annual_draft add column unsigned_why text not null default '' check (length(unsigned_why) <= 300);
