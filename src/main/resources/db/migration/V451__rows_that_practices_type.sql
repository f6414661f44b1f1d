-- A row that a practice has typed by its link, instead of one from a file; only such a one it may change.
alter table klyngeflow.measure_import add column of_provider text;
