-- Mails to send. A row is written in the transaction of what it tells of, and sent afterwards by any node.
create table klyngeflow.mail_outbox (
    mail_id bigint generated always as identity primary key,
    cluster_id text not null references klyngeflow.cluster,
    purpose text not null,
    -- SHA-256 of the key in hex: a key may name an address, and stays when the rest is blanked
    dedupe_hash text not null,
    -- fixed now, so that a mail sent twice because its end was unclear is recognised as one
    message_id text not null unique,
    recipient_person text references klyngeflow.person,
    recipient_address text,
    recipient_name text,
    model jsonb not null,
    document_ids text[] not null,
    case_key text,
    state text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'FAILED', 'GIVEN_UP', 'NEEDLESS')),
    created_at timestamptz not null,
    due_at timestamptz not null,
    attempts int not null default 0,
    first_tried_at timestamptz,
    done_at timestamptz,
    -- Danish, for people; never with an address in it
    reason text,
    -- who is sending it now, and until when nobody else may
    lease text,
    lease_until timestamptz,
    blanked_at timestamptz,
    constraint mail_outbox_once unique (cluster_id, dedupe_hash),
    constraint mail_outbox_has_a_recipient
        check (blanked_at is not null or recipient_person is not null or recipient_address is not null)
);

create index mail_outbox_waiting on klyngeflow.mail_outbox (due_at, mail_id) where state = 'WAITING';
create index mail_outbox_failed on klyngeflow.mail_outbox (cluster_id, mail_id) where state = 'FAILED';
create index mail_outbox_to_blank on klyngeflow.mail_outbox (created_at) where blanked_at is null;

-- Clusters whose mail is held back; the row '*' holds all, for instance after a restore, when much was sent that the backup did not know.
create table klyngeflow.mail_hold (
    cluster_id text primary key,
    held_since timestamptz not null,
    held_by text not null
);
