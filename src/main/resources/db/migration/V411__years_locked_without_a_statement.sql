-- why a year was locked though the bank has not said what was on the account
alter table klyngeflow.accounting_year add column locked_without text check (length(locked_without) between 1 and 500);
