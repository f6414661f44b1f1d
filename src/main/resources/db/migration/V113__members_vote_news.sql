-- The silent are reminded once, and everybody hears the result once.
alter table klyngeflow.members_vote
    add column reminded_at timestamptz,
    add column told_at     timestamptz;
-- what has closed before today is no news
update klyngeflow.members_vote set told_at = closes_at where closes_at < now();
create index members_vote_untold on klyngeflow.members_vote (closes_at) where told_at is null;
