-- What worked for a cluster, written down for the others. The only rows that other clusters read: nothing of them names a person, and what
-- is not published is read by nobody else.
create table klyngeflow.recipe (
    cluster_id    text        not null references klyngeflow.cluster,
    recipe_id     text        not null primary key,
    meeting_id    text        not null,
    status        text        not null check (status in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    version       integer     not null,
    title         text        not null,
    about         text        not null,
    minutes       integer     not null check (minutes between 15 and 720),
    agenda        text        not null,
    questions     text        not null,
    measure       text        not null,
    agreed        text        not null,
    result        text        not null,
    shows_cluster boolean     not null,
    edited_by     text        not null,
    edited_at     timestamptz not null,
    published_at  timestamptz,
    withdrawn_at  timestamptz,
    unique (cluster_id, meeting_id),
    foreign key (cluster_id, meeting_id) references klyngeflow.meeting,
    check (status <> 'PUBLISHED' or published_at is not null)
);
create index recipe_published on klyngeflow.recipe (published_at) where status = 'PUBLISHED';

-- The files that go out with it: those that the coordinator has ticked.
create table klyngeflow.recipe_material (
    cluster_id  text    not null references klyngeflow.cluster,
    recipe_id   text    not null references klyngeflow.recipe on delete cascade,
    document_id text    not null references klyngeflow.document,
    title       text    not null,
    shared      boolean not null,
    primary key (recipe_id, document_id)
);

-- The definition of what was measured, as it was when the recipe was written. No figures.
create table klyngeflow.recipe_measure (
    cluster_id    text not null references klyngeflow.cluster,
    recipe_id     text not null references klyngeflow.recipe on delete cascade,
    measure_id    text not null,
    title         text not null,
    kind          text not null,
    direction     text not null,
    numerator     text not null,
    denominator   text not null,
    why           text not null,
    source        text not null,
    target        numeric,
    target_source text,
    target_on     date,
    primary key (recipe_id, measure_id)
);

-- A meeting that was begun from a recipe: what it took stays its own, whatever becomes of the recipe; and how it went.
create table klyngeflow.recipe_use (
    cluster_id    text        not null references klyngeflow.cluster,
    meeting_id    text        not null,
    recipe_id     text        not null,
    title         text        not null,
    agenda        text        not null,
    questions     text        not null,
    begun_by      text        not null,
    begun_at      timestamptz not null,
    said          text,
    again         boolean,
    shows_cluster boolean     not null default false,
    said_by       text,
    said_at       timestamptz,
    primary key (cluster_id, meeting_id),
    foreign key (cluster_id, meeting_id) references klyngeflow.meeting,
    check ((said is null) = (said_at is null) and (said is null) = (again is null))
);
create index recipe_use_recipe on klyngeflow.recipe_use (recipe_id);
