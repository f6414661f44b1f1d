-- the day by the plan of the year, of what follows the day of an assembly that has been called; it goes back there when that comes to nothing
alter table klyngeflow.year_item add column planned_on date;
