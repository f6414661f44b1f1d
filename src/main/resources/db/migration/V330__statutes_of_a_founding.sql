-- The version of the draft that went out with the invitation; what the assembly changes is told from it.
alter table klyngeflow.founding add column statutes_version integer not null default 0;

-- The mail that came back from the practice's doctor, until the founder has corrected the address.
alter table klyngeflow.founding_practice add column bounced_mail bigint;
-- Who was asked at an address that was wrong, parted by blanks: forgotten with the others.
alter table klyngeflow.founding_practice add column former_contacts text not null default '';
