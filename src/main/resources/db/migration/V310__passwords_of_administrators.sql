-- An administrator without a post is a user of the engine and nobody's colleague, and gets links to choose a password all the same.
alter table klyngeflow.password_link drop constraint password_link_person_id_fkey;
