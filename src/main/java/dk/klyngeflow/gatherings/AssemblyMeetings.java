package dk.klyngeflow.gatherings;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** General assemblies as they stand among the meetings: with a day that polls, bookings and calendars know, and a key that sets them apart. */
@Repository
public class AssemblyMeetings {

    private final Meetings meetings;
    private final JdbcClient jdbc;

    AssemblyMeetings(Meetings meetings, JdbcClient jdbc) {
        this.meetings = meetings;
        this.jdbc = jdbc;
    }

    /** @param uid of the event in calendar programs, fixed for good */
    public Meeting add(
            String clusterId, String title, LocalDate earliest, LocalDate latest, int minutes, String uid, String by) {
        Meeting meeting = meetings.add(clusterId, title, earliest, latest, minutes, uid, by);
        jdbc.sql("""
                        update klyngeflow.meeting set business_key = replace(business_key, :slash, :slash || :sign)
                        where cluster_id = :cluster and meeting_id = :id""")
                .param("slash", "/")
                .param("sign", Meeting.ASSEMBLY)
                .param("cluster", clusterId)
                .param("id", meeting.meetingId())
                .update();
        meetings.forget(clusterId, meeting.meetingId());
        return meetings.get(clusterId, meeting.meetingId());
    }
}
