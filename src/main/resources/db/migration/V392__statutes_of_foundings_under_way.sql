-- Foundings whose draft had gone out before its version was kept: what the assembly changes is told from the newest one written by then.
update klyngeflow.founding f
set statutes_version = coalesce((select max(s.version) from klyngeflow.statutes s where s.cluster_id = f.cluster_id), 0)
where f.stage in ('CONVENED', 'RECORD') and f.statutes_version = 0;
