-- Somebody outside has written to a cluster: on its open page, or by mail. Who it was and what was said is blanked in time.
create table klyngeflow.inquiry (
    inquiry_id         bigint generated always as identity primary key,
    cluster_id         text        not null references klyngeflow.cluster,
    channel            text        not null check (channel in ('PAGE', 'MAIL')),
    state              text        not null check (state in
                           ('UNCONFIRMED', 'OPEN', 'DELEGATED', 'ON_AGENDA', 'ANSWERED', 'FORWARDED', 'CLOSED')),
    asker_name         text        not null check (length(asker_name) <= 100),
    asker_organisation text        not null default '' check (length(asker_organisation) <= 100),
    asker_mail         text        not null check (length(asker_mail) <= 254),
    subject            text        not null check (length(subject) <= 300),
    asked_at           timestamptz not null,
    -- when the address was confirmed, or the mail came
    received_at        timestamptz,
    ended_at           timestamptz,
    -- of one that was closed without an answer: why, and whether the asker was told
    reason             text        not null default '' check (reason in ('', 'SPAM', 'NOTHING_TO_DO', 'SETTLED', 'OTHER')),
    is_told            boolean     not null default false,
    delegate           text,
    delegate_until     timestamptz,
    -- how it stands on an agenda, and of which meeting; null for the next one that is drafted
    agenda_title       text        not null default '' check (length(agenda_title) <= 120),
    agenda_meeting     text,
    blanked_at         timestamptz,
    unique (cluster_id, inquiry_id)
);
create index inquiry_of_cluster on klyngeflow.inquiry (cluster_id, state);
create index inquiry_of_asker on klyngeflow.inquiry (cluster_id, lower(asker_mail));

-- What has been said, in order. ASKED and MORE by the asker; ANSWER, FORWARD and CLOSING to her; QUESTION and HANDED_BACK between colleagues.
create table klyngeflow.inquiry_message (
    message_no  bigint generated always as identity primary key,
    cluster_id  text        not null,
    inquiry_id  bigint      not null,
    kind        text        not null check (kind in
                    ('ASKED', 'MORE', 'ANSWER', 'FORWARD', 'CLOSING', 'QUESTION', 'HANDED_BACK')),
    text        text        not null,
    -- null when the asker wrote it
    by_person   text,
    -- to whom it goes when that is not the asker; blanked with the rest
    to_name     text        not null default '',
    to_mail     text        not null default '',
    letter_id   bigint,
    said_at     timestamptz not null,
    foreign key (cluster_id, inquiry_id) references klyngeflow.inquiry (cluster_id, inquiry_id) on delete cascade
);
create index inquiry_message_of on klyngeflow.inquiry_message (cluster_id, inquiry_id, message_no);
-- one letter is said once
create unique index inquiry_message_letter on klyngeflow.inquiry_message (cluster_id, letter_id) where letter_id is not null;
