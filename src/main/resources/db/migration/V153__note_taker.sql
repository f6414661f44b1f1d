-- Who is to note at a meeting, chosen with the agenda; null when it is settled at the meeting.
alter table klyngeflow.meeting add column note_taker text references klyngeflow.person;
