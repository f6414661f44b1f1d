package dk.klyngeflow.meetings;

import dk.klyngeflow.bookings.BookingStatus;
import dk.klyngeflow.demo.DemoSuppliers;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.topics.TopicBank;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lays a meeting of every state, with bookings of every state, into a cluster: one got there by itself, the others are put there. */
@TestComponent
public class EveryStateOfMeetings {

    private final MeetingStory story;
    private final DemoSuppliers suppliers;
    private final TopicBank topics;
    private final JdbcClient jdbc;

    EveryStateOfMeetings(MeetingStory story, DemoSuppliers suppliers, TopicBank topics, JdbcClient jdbc) {
        this.story = story;
        this.suppliers = suppliers;
        this.topics = topics;
        this.jdbc = jdbc;
    }

    public void areIn(String cluster) {
        story.isIn(cluster);
        suppliers.tell(cluster);
        topics.propose(cluster, "Børn med astma", "Hvad virker i hverdagen?", story.person("m5"));
        for (MeetingStatus status : MeetingStatus.values()) {
            story.aMeetingIsWanted();
            story.dueJobsRun();
            put(status.name());
        }
        story.set(MeetingSettings.TOPIC_VOTE_DAYS, 0);
        story.aMeetingIsWanted();
        story.dueJobsRun();
        story.theCoordinatorPlans("ROOM,CATERING,SPEAKER,DATA");
        story.dueJobsRun();
        story.theDateIsFound();
        story.dueJobsRun();
        story.comes(story.person("m5"));
        story.replies(story.person("m6"), "MAYBE");
        story.dueJobsRun();
        for (BookingStatus status : BookingStatus.values()) {
            jdbc.sql("""
                            update klyngeflow.booking set status = :status
                            where cluster_id = :cluster and number = (select min(number) + :place from klyngeflow.booking where cluster_id = :cluster)""")
                    .param("status", status.name())
                    .param("place", status.ordinal())
                    .param("cluster", cluster)
                    .update();
        }
    }

    private void put(String status) {
        jdbc.sql("update klyngeflow.meeting set status = :status where cluster_id = :cluster and meeting_id = :id")
                .param("status", status)
                .param("cluster", story.cluster())
                .param("id", story.meeting().meetingId())
                .update();
    }

    /** Where the links lead that have been mailed, one of each purpose. */
    public List<String> codes() {
        return jdbc
                .sql("""
                        select distinct on (purpose) purpose, holder from klyngeflow.link
                        where cluster_id = :cluster and ended_at is null and holder not like 'supplier:%' order by purpose, created_at desc""")
                .param("cluster", story.cluster())
                .query((row, number) -> story.address(row.getString("purpose"), row.getString("holder")))
                .list()
                .stream()
                .map(address -> address.substring(address.indexOf('#') + 1))
                .toList();
    }
}
