-- What the kitchen has been told to heed, as counts without names; told anew when it changes.
alter table klyngeflow.booking add column told_diets text not null default '';

-- The topic is this speaker's: whoever arranges the meeting decides who is asked instead.
alter table klyngeflow.meeting add column is_speaker_special boolean not null default false;
