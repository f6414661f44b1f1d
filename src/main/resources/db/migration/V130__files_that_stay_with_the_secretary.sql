-- Files that were looked through before they may go to members. Those that show the figures of single practices never do.
create table klyngeflow.document_looked_through (
    cluster_id    text        not null,
    document_id   text        not null references klyngeflow.document on delete cascade,
    -- Danish, for the secretary; null when the file may go out
    stays_because text check (stays_because <> ''),
    looked_at     timestamptz not null,
    primary key (cluster_id, document_id)
);
