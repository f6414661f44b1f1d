-- What became of a mail the first time, when it is sent again: an attest tells it. Never an address.
alter table klyngeflow.mail_outbox
    add column returned_at     timestamptz,
    add column returned_reason text;
