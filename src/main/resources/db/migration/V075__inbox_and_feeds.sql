-- Mails that have been handled: written in the transaction of what they cause, so that a node that dies before the mail is moved to its
-- folder handles none twice.
create table klyngeflow.inbox_message (
    cluster_id text not null references klyngeflow.cluster,
    -- SHA-256 in hex of the mail less its trace headers
    message_key text not null check (message_key ~ '^[0-9a-f]{64}$'),
    outcome text not null check (outcome in ('REPLY', 'BOUNCE', 'DOCUMENTS', 'LETTER', 'SKIPPED')),
    handled_at timestamptz not null,
    moved_at timestamptz,
    primary key (cluster_id, message_key)
);

-- Mails that people read here. Who wrote them is what the mail says, and never proof. Blanked when they are old.
create table klyngeflow.letter (
    letter_id bigint generated always as identity primary key,
    cluster_id text not null references klyngeflow.cluster,
    sender text not null,
    sender_name text not null,
    subject text not null,
    body text not null,
    -- Danish, what could not be read
    note text not null,
    received_at timestamptz not null,
    blanked_at timestamptz,
    unique (cluster_id, letter_id)
);
create index letter_to_blank on klyngeflow.letter (received_at) where blanked_at is null;

create table klyngeflow.letter_file (
    cluster_id text not null,
    letter_id bigint not null,
    document_id text not null references klyngeflow.document,
    primary key (cluster_id, letter_id, document_id),
    foreign key (cluster_id, letter_id) references klyngeflow.letter (cluster_id, letter_id)
);
create index letter_file_document on klyngeflow.letter_file (cluster_id, document_id);

-- Addresses from which mails came back. A mail that somebody sends there again takes the mark away.
create table klyngeflow.mail_bounce (
    cluster_id text not null references klyngeflow.cluster,
    address text not null,
    bounced_at timestamptz not null,
    primary key (cluster_id, address)
);

-- The secret address at which a person's calendar program reads her events; the secret itself is computed and not kept.
create table klyngeflow.calendar_feed (
    feed_id uuid primary key,
    cluster_id text not null references klyngeflow.cluster,
    person_id text not null references klyngeflow.person,
    created_at timestamptz not null,
    ended_at timestamptz
);
create unique index calendar_feed_alive on klyngeflow.calendar_feed (cluster_id, person_id) where ended_at is null;
