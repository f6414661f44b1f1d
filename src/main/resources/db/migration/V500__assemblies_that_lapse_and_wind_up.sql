-- Posts that an assembly does not elect to, because an election does; and what became of an association that was dissolved.
alter table klyngeflow.assembly
    add column posts_elsewhere text not null default '',
    add column settlement      text not null default '',
    add column archive_keeper  text not null default '';
