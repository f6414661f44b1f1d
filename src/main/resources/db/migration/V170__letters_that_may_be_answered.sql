-- Whether a program may answer the letter by itself (RFC 3834): only what a person wrote from her own address.
alter table klyngeflow.letter add column answerable boolean not null default false;
