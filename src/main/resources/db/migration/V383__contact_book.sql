-- The health service around a cluster: whom it knows there, and when it last had to do with whom.
create table klyngeflow.contact (
    contact_id    text        primary key,
    cluster_id    text        not null references klyngeflow.cluster,
    kind          text        not null check (kind in ('DEPARTMENT', 'PRACTICE_CONSULTANT', 'QUALITY_UNIT', 'MEDICINE_CONSULTANT',
                      'MUNICIPALITY', 'SPECIALIST', 'PATIENT_ASSOCIATION', 'RESEARCHER', 'OTHER')),
    name          text        not null check (length(name) between 1 and 100),
    role          text        not null default '' check (length(role) <= 100),
    organisation  text        not null default '' check (length(organisation) <= 100),
    phone         text        not null default '' check (length(phone) <= 40),
    mail          text        not null default '' check (length(mail) <= 254),
    note          text        not null default '' check (length(note) <= 1000),
    -- OUT: the cluster wrote; IN: it heard from them
    last_way      text        check (last_way in ('OUT', 'IN')),
    last_at       timestamptz,
    -- whom the cluster has nothing to do with any longer goes in time; counted from here or from the last contact
    kept_at       timestamptz not null
);
create unique index contact_once on klyngeflow.contact (cluster_id, lower(name), lower(organisation));
create index contact_mail on klyngeflow.contact (cluster_id, lower(mail)) where mail <> '';
