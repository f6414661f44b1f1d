-- What a guest has said about food and to the coordinator. Apart from the answer itself, so that it can be forgotten as a whole.
create table klyngeflow.meeting_remark (
    cluster_id text not null,
    meeting_id text not null,
    person_id  text not null,
    -- names of the common choices, such as VEGETARIAN
    diets      text[] not null default '{}',
    -- in her own words; the caterer gets it without her name
    other      text not null default '' check (length(other) <= 80),
    comment    text not null default '' check (length(comment) <= 300),
    primary key (cluster_id, meeting_id, person_id),
    foreign key (cluster_id, meeting_id, person_id) references klyngeflow.meeting_person on delete cascade
);
