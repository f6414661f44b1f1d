-- One row for the one mailbox that is read: how the last reading went, on whichever node it was. What a person is told about it is Danish.
create table klyngeflow.mailbox_reading (
    only_one      boolean     primary key default true check (only_one),
    -- the last reading that went well; empty when none has yet
    read_at       timestamptz,
    -- since when no reading goes well; empty when it does
    away_since    timestamptz,
    fault         text,
    unread        integer     not null default 0,
    oldest_unread timestamptz
);
