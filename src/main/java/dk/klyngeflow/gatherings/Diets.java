package dk.klyngeflow.gatherings;

import dk.klyngeflow.gatherings.MeetingPeople.Invited;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What guests have said about food, and to the coordinator. It may tell of somebody's health, so it stands here only: the caterer gets
 * numbers without names, and nothing of it goes into variables or logs.
 */
@Repository
public class Diets {

    /** The words of a guest that go to the caterer fit in a line. */
    public static final int LONGEST_OTHER = 80;

    public static final int LONGEST_COMMENT = 300;

    private static final String ONE = "cluster_id = :cluster and meeting_id = :meeting";

    private final JdbcClient jdbc;
    private final Meetings meetings;
    private final MeetingPeople people;

    Diets(JdbcClient jdbc, Meetings meetings, MeetingPeople people) {
        this.jdbc = jdbc;
        this.meetings = meetings;
        this.people = people;
    }

    /**
     * @param other in her own words; goes to the caterer without her name
     * @param comment to the coordinator
     */
    public record Remark(Collection<Diet> diets, String other, String comment) {

        static final Remark NONE = new Remark(List.of(), "", "");

        public Remark {
            diets = List.copyOf(new TreeSet<>(diets));
        }

        /** As in {@code vegetarisk, uden gluten, tåler ikke skaldyr}; empty when she eats everything. */
        String food() {
            List<String> words = new ArrayList<>();
            diets.forEach(diet -> words.add(diet.danish().toLowerCase(Locale.ROOT)));
            if (!other.isEmpty()) {
                words.add(other);
            }
            return String.join(", ", words);
        }
    }

    /** Nobody is found who brings food, and the meeting is held without: then nobody is asked what she eats. */
    public void noFood(Meeting meeting) {
        meetings.forget(meeting.clusterId(), meeting.meetingId());
        jdbc.sql("update klyngeflow.meeting set wants_catering = false where " + ONE)
                .param("cluster", meeting.clusterId())
                .param("meeting", meeting.meetingId())
                .update();
    }

    /** By person; who has said nothing is left out. */
    Map<String, Remark> all(Meeting meeting) {
        Map<String, Remark> remarks = new HashMap<>();
        jdbc.sql("select person_id, diets, other, comment from klyngeflow.meeting_remark where " + ONE)
                .param("cluster", meeting.clusterId())
                .param("meeting", meeting.meetingId())
                .query(row -> {
                    remarks.put(
                            row.getString("person_id"),
                            new Remark(diets(row), row.getString("other"), row.getString("comment")));
                });
        return remarks;
    }

    /**
     * What the kitchen must know of those who come, the most frequent first, as in {@code 2 × vegetarisk} and {@code 1 × vegetarisk,
     * uden gluten}: each guest is counted once, with all that one plate must heed.
     */
    List<String> counted(Meeting meeting) {
        Map<String, Remark> remarks = all(meeting);
        Map<String, Long> plates = people.of(meeting).stream()
                .filter(invited -> invited.reply() == Reply.YES)
                .map(Invited::personId)
                .map(person -> remarks.getOrDefault(person, Remark.NONE).food())
                .filter(food -> !food.isEmpty())
                .collect(Collectors.groupingBy(food -> food, TreeMap::new, Collectors.counting()));
        return plates.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(plate -> plate.getValue() + " × " + plate.getKey())
                .toList();
    }

    /** {@link #counted} in one line; empty when everybody eats everything. */
    public String inWords(Meeting meeting) {
        return String.join("; ", counted(meeting));
    }

    /** Across all clusters, what was said about meetings that lie before that moment. */
    int forget(Instant before) {
        return jdbc.sql("""
                        delete from klyngeflow.meeting_remark r using klyngeflow.meeting m
                        where m.cluster_id = r.cluster_id and m.meeting_id = r.meeting_id
                          and coalesce(m.starts_at, m.created_at) < :before""").param("before", Timestamp.from(before)).update();
    }

    static List<Diet> diets(ResultSet row) throws SQLException {
        Array array = row.getArray("diets");
        List<Diet> diets = new ArrayList<>();
        for (String name : (String[]) array.getArray()) {
            Diet.named(name).ifPresent(diets::add);
        }
        return diets;
    }
}
