-- A mail may carry one personal link, whose address is made when the mail is written, and one invitation for calendar programs.
alter table klyngeflow.mail_outbox
    add column link_id text,
    add column calendar_method text check (calendar_method in ('REQUEST', 'CANCEL', 'PUBLISH')),
    add column calendar_text text;
