-- Figures of practices: what is measured, what has been read from tables, what was frozen for everybody to see, and who may be named.

-- What clusters may measure; the administrator edits it.
create table klyngeflow.measure_catalogue (
    measure_id    text        not null primary key check (measure_id ~ '^[a-z0-9-]{1,60}$'),
    title         text        not null check (length(title) between 1 and 120),
    kind          text        not null check (kind in ('PROPORTION', 'RATE_PER_1000')),
    direction     text        not null check (direction in ('LOWER', 'HIGHER', 'NONE')),
    numerator     text        not null check (length(numerator) between 1 and 120),
    denominator   text        not null check (length(denominator) between 1 and 120),
    why           text        not null default '' check (length(why) <= 500),
    source        text        not null default '' check (length(source) <= 300),
    -- percent, or for each thousand
    target        numeric(9,2) check (target >= 0),
    target_source text        check (length(target_source) <= 300),
    target_on     date,
    edited_by     text,
    edited_at     timestamptz
);

-- As the cluster has adopted it: what the catalogue says afterwards changes nothing that has been measured.
create table klyngeflow.measure (
    cluster_id    text        not null references klyngeflow.cluster,
    measure_id    text        not null check (measure_id ~ '^[a-z0-9-]{1,60}$'),
    title         text        not null check (length(title) between 1 and 120),
    kind          text        not null check (kind in ('PROPORTION', 'RATE_PER_1000')),
    direction     text        not null check (direction in ('LOWER', 'HIGHER', 'NONE')),
    numerator     text        not null check (length(numerator) between 1 and 120),
    denominator   text        not null check (length(denominator) between 1 and 120),
    why           text        not null default '' check (length(why) <= 500),
    source        text        not null default '' check (length(source) <= 300),
    target        numeric(9,2) check (target >= 0),
    target_source text        check (length(target_source) <= 300),
    target_on     date,
    edited_by     text,
    edited_at     timestamptz,
    primary key (cluster_id, measure_id)
);

-- One for each file that has been taken; the file itself is not kept.
create table klyngeflow.measure_import (
    cluster_id  text        not null references klyngeflow.cluster,
    import_no   integer     not null check (import_no >= 1),
    file_hash   text        not null check (file_hash ~ '^[0-9a-f]{64}$'),
    meeting_id  text,
    imported_by text        not null,
    imported_at timestamptz not null,
    primary key (cluster_id, import_no)
);

-- The raw figures. One class reads them.
create table klyngeflow.measure_row (
    cluster_id      text    not null,
    measure_id      text    not null,
    period          text    not null check (period ~ '^[0-9]{4}(K[1-4]|H[12]|-[0-9]{2})?$'),
    provider_number text    not null,
    import_no       integer not null,
    numerator       bigint  check (numerator >= 0),
    denominator     bigint  check (denominator >= 0),
    -- hidden at the source: small, neither 0 nor missing
    is_hidden       boolean not null,
    primary key (cluster_id, measure_id, period, provider_number, import_no),
    foreign key (cluster_id, measure_id) references klyngeflow.measure,
    foreign key (cluster_id, import_no) references klyngeflow.measure_import
);

-- What the region or the country has.
create table klyngeflow.measure_comparator (
    cluster_id  text    not null,
    measure_id  text    not null,
    period      text    not null,
    name        text    not null check (length(name) <= 60),
    numerator   bigint  not null check (numerator >= 0),
    denominator bigint  not null check (denominator > 0),
    primary key (cluster_id, measure_id, period, name),
    foreign key (cluster_id, measure_id) references klyngeflow.measure
);

-- What everybody may see, computed once and never again. A row without dots says that too few are large enough.
create table klyngeflow.released_set (
    cluster_id    text        not null,
    measure_id    text        not null,
    period        text        not null,
    set_no        integer     not null check (set_no >= 1),
    is_open       boolean     not null,
    rules_version integer     not null,
    file_hash     text        not null,
    dots          text        check (length(dots) <= 4000),
    q1            bigint,
    median        bigint,
    q3            bigint,
    rate          bigint,
    step          numeric     not null default 1,
    not_shown     integer     not null default 0,
    frozen_at     timestamptz not null,
    taken_down_at timestamptz,
    taken_down_by text,
    primary key (cluster_id, measure_id, period, set_no),
    foreign key (cluster_id, measure_id) references klyngeflow.measure
);

-- The rows behind a set, as they were.
create table klyngeflow.frozen_row (
    cluster_id      text    not null,
    measure_id      text    not null,
    period          text    not null,
    set_no          integer not null,
    provider_number text    not null,
    numerator       bigint,
    denominator     bigint,
    is_hidden       boolean not null,
    draw_order      text    not null,
    was_named       boolean not null,
    primary key (cluster_id, measure_id, period, set_no, provider_number),
    foreign key (cluster_id, measure_id, period, set_no) references klyngeflow.released_set
);

-- Not shown to anybody before this moment: rows are collected until then.
create table klyngeflow.measure_freeze (
    cluster_id text        not null,
    measure_id text        not null,
    period     text        not null,
    due_at     timestamptz not null,
    primary key (cluster_id, measure_id, period),
    foreign key (cluster_id, measure_id) references klyngeflow.measure
);

-- What a practice has said about its figures; the newest counts.
create table klyngeflow.measure_consent (
    cluster_id      text        not null,
    measure_id      text        not null,
    provider_number text        not null,
    kind            text        not null check (kind in ('DATA', 'NAME')),
    accepts         boolean     not null,
    person_id       text        not null,
    answered_at     timestamptz not null,
    primary key (cluster_id, measure_id, provider_number, kind),
    foreign key (cluster_id, measure_id) references klyngeflow.measure
);

insert into klyngeflow.measure_catalogue (measure_id, title, kind, direction, numerator, denominator, why, source) values
('uti-over-3-dage', 'Blærebetændelse: behandling over 3 dage', 'PROPORTION', 'LOWER',
 'recepter på mere end 3 dages behandling', 'recepter på antibiotika mod blærebetændelse',
 'Tre dages behandling er nok til de fleste kvinder med ukompliceret blærebetændelse.', 'Efter OpenPrescribing (MIT)'),
('bredspektret', 'Bredspektret antibiotika', 'PROPORTION', 'LOWER',
 'recepter på co-amoxiclav, cefalosporiner og kinoloner', 'recepter på antibiotika',
 'Bredspektrede midler giver resistens og C. difficile og bør gemmes.', 'Efter OpenPrescribing (MIT)'),
('opioid-hoej-dosis', 'Opioider: høj dosis', 'PROPORTION', 'LOWER',
 'recepter på høje doser', 'recepter på opioider',
 'Over ca. 120 mg morfin i døgnet øges skaden uden bedre virkning.', 'Efter OpenPrescribing (MIT)'),
('opioid-pr-1000', 'Opioider pr. 1000 patienter', 'RATE_PER_1000', 'LOWER',
 'recepter', 'tilmeldte patienter', '', 'Efter OpenPrescribing (MIT)');
