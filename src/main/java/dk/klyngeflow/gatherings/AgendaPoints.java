package dk.klyngeflow.gatherings;

import dk.klyngeflow.engine.CopenhagenTime;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What other cases want a meeting to take up. A point stands on the agenda of a meeting that is chosen, or waits for the next agenda that is
 * drafted; when its meeting is cancelled it waits again.
 */
@Repository
public class AgendaPoints {

    /** An agenda ends with what was agreed and a farewell. */
    private static final int LINES_OF_THE_END = 2;

    private final JdbcClient jdbc;
    private final Meetings meetings;
    private final CopenhagenTime time;
    private final ApplicationEventPublisher events;

    AgendaPoints(JdbcClient jdbc, Meetings meetings, CopenhagenTime time, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.meetings = meetings;
        this.time = time;
        this.events = events;
    }

    /** Meetings to come whose agenda has not gone out, the nearest first; those without a date last. */
    public List<Meeting> takers(String clusterId) {
        return meetings.all(clusterId).stream()
                .filter(meeting -> meeting.status().canBeCancelled() && meeting.status() != MeetingStatus.INVITED)
                .filter(meeting ->
                        meeting.startsAt() == null || meeting.startsAt().isAfter(time.now()))
                .sorted(Comparator.comparing(Meeting::startsAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /**
     * Puts a point on an agenda; again for the same case, it only moves.
     *
     * @param title without names of people
     * @param meetingId null for the next agenda that is drafted
     */
    public void add(String clusterId, String caseKey, String title, @Nullable String meetingId) {
        withdraw(clusterId, caseKey);
        jdbc.sql("""
                        insert into klyngeflow.agenda_point (cluster_id, case_key, title, meeting_id, added_at)
                        values (:cluster, :case, :title, :meeting, :now)""")
                .param("cluster", clusterId)
                .param("case", caseKey)
                .param("title", title)
                .param("meeting", meetingId)
                .param("now", Timestamp.from(time.now()))
                .update();
        if (meetingId != null) {
            meetings.find(clusterId, meetingId)
                    .filter(meeting -> !meeting.agenda().isBlank())
                    .ifPresent(meeting -> intoDraft(meeting, title));
        }
    }

    /** A draft that is there already gets the line before its end; the coordinator gives it its hour. */
    private void intoDraft(Meeting meeting, String title) {
        List<String> lines = new ArrayList<>(meeting.agenda().lines().toList());
        lines.add(Math.max(0, lines.size() - LINES_OF_THE_END), line(title));
        meetings.agenda(meeting.clusterId(), meeting.meetingId(), String.join("\n", lines), null);
    }

    private static String line(String title) {
        return "       " + title;
    }

    /** The titles that this meeting's agenda takes up; those that waited belong to it from now on. */
    public List<String> takenUpBy(Meeting meeting) {
        jdbc.sql("""
                        update klyngeflow.agenda_point set meeting_id = :meeting
                        where cluster_id = :cluster and meeting_id is null and discussed_at is null""")
                .param("meeting", meeting.meetingId())
                .param("cluster", meeting.clusterId())
                .update();
        return jdbc.sql("""
                        select title from klyngeflow.agenda_point
                        where cluster_id = :cluster and meeting_id = :meeting and discussed_at is null order by added_at""")
                .param("meeting", meeting.meetingId())
                .param("cluster", meeting.clusterId())
                .query(String.class)
                .list();
    }

    /** Empty while it waits for an agenda, and for a case that has no point. */
    public Optional<Meeting> meetingOf(String clusterId, String caseKey) {
        return jdbc.sql("""
                        select meeting_id from klyngeflow.agenda_point
                        where cluster_id = :cluster and case_key = :case and meeting_id is not null""")
                .param("cluster", clusterId)
                .param("case", caseKey)
                .query(String.class)
                .optional()
                .flatMap(id -> meetings.find(clusterId, id));
    }

    /** It need not be taken up any longer; leaves a draft, and stays where people have been invited with it. */
    public void withdraw(String clusterId, String caseKey) {
        Optional<String> title = jdbc.sql(
                        "select title from klyngeflow.agenda_point where cluster_id = :cluster and case_key = :case")
                .param("cluster", clusterId)
                .param("case", caseKey)
                .query(String.class)
                .optional();
        meetingOf(clusterId, caseKey)
                .filter(meeting -> meeting.agendaDocument() == null
                        && meeting.status().canBeCancelled()
                        && meeting.status() != MeetingStatus.INVITED)
                .ifPresent(meeting -> meetings.agenda(
                        clusterId, meeting.meetingId(), without(meeting.agenda(), title.orElse("")), null));
        jdbc.sql("delete from klyngeflow.agenda_point where cluster_id = :cluster and case_key = :case")
                .param("cluster", clusterId)
                .param("case", caseKey)
                .update();
    }

    private static String without(String agenda, String title) {
        return String.join(
                "\n",
                agenda.lines()
                        .filter(line -> title.isEmpty() || !line.contains(title))
                        .toList());
    }

    @EventListener
    void held(MeetingHeld held) {
        jdbc.sql("""
                        update klyngeflow.agenda_point set discussed_at = :now
                        where cluster_id = :cluster and meeting_id = :meeting and discussed_at is null returning case_key""")
                .param("now", Timestamp.from(time.now()))
                .param("cluster", held.clusterId())
                .param("meeting", held.meetingId())
                .query(String.class)
                .list()
                .forEach(caseKey -> events.publishEvent(new PointDiscussed(held.clusterId(), caseKey)));
    }

    @EventListener
    void cancelled(MeetingCancelled cancelled) {
        jdbc.sql("""
                        update klyngeflow.agenda_point set meeting_id = null
                        where cluster_id = :cluster and meeting_id = :meeting and discussed_at is null""")
                .param("cluster", cancelled.clusterId())
                .param("meeting", cancelled.meetingId())
                .update();
    }
}
