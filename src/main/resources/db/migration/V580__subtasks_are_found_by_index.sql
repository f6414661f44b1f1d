-- Whenever a task is completed the engine asks for its subtasks, by a column that its own tables have no index for. Nobody has subtasks
-- here: the index is empty and costs nothing to keep. The engine neither knows it nor minds it when it brings its tables up to date.

do $$
begin
    -- not where somebody keeps our tables without the engine's
    if to_regclass('act_ru_task') is not null then
        create index klyngeflow_task_parent on act_ru_task (parent_task_id_) where parent_task_id_ is not null;
    end if;
end
$$;
