-- A file that could not be taken stands on the page until its source has another; whoever has seen to it sets it aside.
alter table klyngeflow.figure_delivery
    add column set_aside_by text,
    add column set_aside_at timestamptz,
    add check ((set_aside_by is null) = (set_aside_at is null));
