-- Files, kept as they came. A document is never changed: an approval binds to its hash.
create table klyngeflow.document (
    id text primary key,
    cluster_id text not null references klyngeflow.cluster,
    file_name text not null check (file_name <> '' and length(file_name) <= 200),
    media_type text not null,
    size bigint not null check (size between 0 and 10485760),
    sha256 text not null,
    content bytea not null,
    stored_by text not null,
    stored_at timestamptz not null,
    -- the first day on which it may be deleted
    keep_until date not null,
    constraint document_size_is_true check (octet_length(content) = size),
    constraint document_hash_is_true check (sha256 = encode(sha256(content), 'hex'))
);

-- most files are compressed already
alter table klyngeflow.document alter column content set storage external;

create index document_keep_until on klyngeflow.document (keep_until);

create function klyngeflow.document_is_never_changed() returns trigger language plpgsql as $$
begin
    if new.keep_until < old.keep_until
        or (new.id, new.cluster_id, new.file_name, new.media_type, new.size, new.sha256, new.content, new.stored_by, new.stored_at)
        is distinct from
        (old.id, old.cluster_id, old.file_name, old.media_type, old.size, old.sha256, old.content, old.stored_by, old.stored_at) then
        raise exception 'document % is never changed, its retention only prolonged', old.id
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

create trigger document_is_never_changed before update on klyngeflow.document
    for each row execute function klyngeflow.document_is_never_changed();
