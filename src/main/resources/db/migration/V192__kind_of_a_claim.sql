-- what a claim is for stood in the format of its file
alter table klyngeflow.invoice add column claim_kind text check (claim_kind in ('FEE', 'OUTLAY'));

update klyngeflow.invoice set claim_kind = format, format = null where claimant_id is not null and format in ('FEE', 'OUTLAY');

alter table klyngeflow.invoice add check ((claimant_id is null) = (claim_kind is null));
