-- A stand-in that ended on its first day gave the coordinator the post back, but not her groups: the row that had ended went on without end.
update klyngeflow.role_holder set begun_at = null, ended_at = null
where ended_at is not null and (until_day is null or until_day > ended_at::date + 1);
