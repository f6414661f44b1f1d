package dk.klyngeflow.actions;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.members.People;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was agreed at meetings, by whom and by when. */
@Repository
public class ActionItems {

    private static final String SELECT = """
            select i.*, %s, m.title, not exists (
              select 1 from klyngeflow.role_holder r
              where r.cluster_id = i.cluster_id and r.person_id = i.owner
                and r.from_day <= :today and (r.until_day is null or r.until_day > :today)) as gone
            from klyngeflow.action_item i
            join klyngeflow.person p on p.person_id = i.owner
            join klyngeflow.meeting m on m.cluster_id = i.cluster_id and m.meeting_id = i.meeting_id
            where i.cluster_id = :cluster\s""".formatted(People.NAME);
    private static final Rows<ActionItem> ROW = Rows.of(ActionItem.class, "action_item");

    /** The form of the minutes takes fewer. */
    private static final int MOST_OF_MINUTES = 40;

    private final JdbcClient jdbc;
    private final CopenhagenTime time;
    private final ApplicationEventPublisher events;

    ActionItems(JdbcClient jdbc, CopenhagenTime time, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.time = time;
        this.events = events;
    }

    /** Everything agreed at the meeting, in its order. */
    public List<ActionItem> of(Meeting meeting) {
        return jdbc.sql(SELECT + "and i.meeting_id = :meeting order by i.number")
                .param("today", time.today())
                .param("cluster", meeting.clusterId())
                .param("meeting", meeting.meetingId())
                .query(ROW)
                .list();
    }

    /** What was agreed by all, and not by one practice for itself: what the form of the minutes shows and writes anew. */
    public List<ActionItem> ofAll(Meeting meeting) {
        return jdbc.sql(SELECT + "and i.meeting_id = :meeting and not i.of_practice order by i.number")
                .param("today", time.today())
                .param("cluster", meeting.clusterId())
                .param("meeting", meeting.meetingId())
                .query(ROW)
                .list();
    }

    /**
     * What a practice will try, agreed at a meeting; its numbers come behind those of the minutes.
     *
     * @return its id; empty when the meeting has no room for more
     */
    public Optional<String> add(Meeting meeting, ActionItem.New item) {
        String id = UUID.randomUUID().toString();
        int added = jdbc.sql("""
                        insert into klyngeflow.action_item
                            (cluster_id, item_id, meeting_id, number, owner, text, due_day, of_practice)
                        select :cluster, :item, :meeting, n.number, :owner, :text, :due, true
                        from (select greatest(:first, coalesce(max(number), 0)) + 1 as number from klyngeflow.action_item
                              where cluster_id = :cluster and meeting_id = :meeting) n
                        where n.number <= 99""")
                .param("cluster", meeting.clusterId())
                .param("item", id)
                .param("meeting", meeting.meetingId())
                .param("first", MOST_OF_MINUTES)
                .param("owner", item.ownerId())
                .param("text", item.text())
                .param("due", item.dueDay())
                .update();
        events.publishEvent(new ActionItemAdded(meeting.clusterId(), meeting.meetingId()));
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    /** The practice says it in other words, by another day; what is done stays as it was. */
    public void reword(String clusterId, String itemId, String text, @Nullable LocalDate due) {
        jdbc.sql("""
                        update klyngeflow.action_item set text = :text, due_day = coalesce(:due, due_day)
                        where cluster_id = :cluster and item_id = :item and of_practice and state <> 'DONE'""")
                .param("text", text)
                .param("due", due)
                .param("cluster", clusterId)
                .param("item", itemId)
                .update();
    }

    /** The practice will not after all. */
    public void drop(String clusterId, String itemId) {
        jdbc.sql("""
                        delete from klyngeflow.action_item
                        where cluster_id = :cluster and item_id = :item and of_practice and state <> 'DONE'""").param("cluster", clusterId).param("item", itemId).update();
    }

    /** What is still open in the cluster, whichever meeting it is from, what is due first; for the next agenda. */
    public List<ActionItem> open(String clusterId) {
        return jdbc.sql(SELECT + "and i.state <> 'DONE' order by i.due_day, m.starts_at, i.number")
                .param("today", time.today())
                .param("cluster", clusterId)
                .query(ROW)
                .list();
    }

    /** What has been done since then, the newest last; for the next agenda. */
    public List<ActionItem> doneSince(String clusterId, Instant since) {
        return jdbc.sql(SELECT + "and i.state = 'DONE' and i.answered_at >= :since order by i.answered_at, i.number")
                .param("today", time.today())
                .param("cluster", clusterId)
                .param("since", Timestamp.from(since))
                .query(ROW)
                .list();
    }

    public Optional<ActionItem> find(String clusterId, String itemId) {
        return jdbc.sql(SELECT + "and i.item_id = :item")
                .param("today", time.today())
                .param("cluster", clusterId)
                .param("item", itemId)
                .query(ROW)
                .optional();
    }

    /** Keeps what was agreed instead of what was noted before; only until the minutes are sent, nobody has answered by then. */
    public void replace(Meeting meeting, List<ActionItem.New> agreed) {
        jdbc.sql(
                        "delete from klyngeflow.action_item where cluster_id = :cluster and meeting_id = :meeting and not of_practice")
                .param("cluster", meeting.clusterId())
                .param("meeting", meeting.meetingId())
                .update();
        int number = 0;
        for (ActionItem.New item : agreed) {
            number++;
            jdbc.sql("""
                            insert into klyngeflow.action_item
                                (cluster_id, item_id, meeting_id, number, owner, text, due_day)
                            values (:cluster, :item, :meeting, :number, :owner, :text, :due)""")
                    .param("cluster", meeting.clusterId())
                    .param("item", UUID.randomUUID().toString())
                    .param("meeting", meeting.meetingId())
                    .param("number", number)
                    .param("owner", item.ownerId())
                    .param("text", item.text())
                    .param("due", item.dueDay())
                    .update();
        }
    }

    /**
     * What the owner, or somebody for her, says of it; reminders begin anew.
     *
     * @param dueDay the new day when it is not done yet; null leaves it
     */
    public void answered(ActionItem item, ItemState state, @Nullable LocalDate dueDay, String note, String by) {
        jdbc.sql("""
                        update klyngeflow.action_item
                        set state = :state, due_day = coalesce(:due, due_day), note = :note, reminded = 0, reminded_at = null,
                            answered_at = :now, answered_by = :by
                        where cluster_id = :cluster and item_id = :item""")
                .param("state", state.name())
                .param("due", dueDay)
                .param("note", note)
                .param("now", Timestamp.from(time.now()))
                .param("by", by)
                .param("cluster", item.clusterId())
                .param("item", item.itemId())
                .update();
    }

    public void reminded(String clusterId, Collection<String> itemIds) {
        jdbc.sql("""
                        update klyngeflow.action_item set reminded = reminded + 1, reminded_at = :now
                        where cluster_id = :cluster and item_id = any(:items)""")
                .param("now", Timestamp.from(time.now()))
                .param("cluster", clusterId)
                .param("items", itemIds.toArray(String[]::new))
                .update();
    }

    /** Somebody else takes it over, as when the owner has left. */
    public void give(ActionItem item, String personId) {
        jdbc.sql("""
                        update klyngeflow.action_item set owner = :owner, reminded = 0, reminded_at = null
                        where cluster_id = :cluster and item_id = :item""")
                .param("owner", personId)
                .param("cluster", item.clusterId())
                .param("item", item.itemId())
                .update();
    }
}
