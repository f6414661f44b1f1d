-- Whoever asks what has become of her question hears it; the link of somebody who has left says nothing to anybody, also should she come back.
alter table klyngeflow.link add column holder_left boolean not null default false;
update klyngeflow.link set holder_left = true where ended_at is not null;
