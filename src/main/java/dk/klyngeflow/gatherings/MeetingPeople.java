package dk.klyngeflow.gatherings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows.Column;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.Role;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is asked to a meeting, what each has answered and who came. Someone who has left the cluster is no longer asked. */
@Repository
public class MeetingPeople {

    /**
     * @param invitedSequence of the invitation she was last sent; null before the first
     * @param repliedBy LINK, CALENDAR or STAFF
     * @param attended null until the meeting has been held
     */
    public record Invited(
            String personId,
            @Column(isJoined = true) String name,
            @Column(isJoined = true) String mail,
            boolean required,
            @Nullable Integer invitedSequence,
            @Nullable Reply reply,
            @Nullable String repliedBy,
            @Nullable Boolean attended) {}

    private static final Rows<Invited> ROW = Rows.of(Invited.class, "meeting_person");

    private final JdbcClient jdbc;
    private final People people;
    private final CopenhagenTime time;

    MeetingPeople(JdbcClient jdbc, People people, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.people = people;
        this.time = time;
    }

    /** Puts all members of the cluster on the list; who joins later is added when this is called again. */
    public void addMembers(Meeting meeting) {
        List<Person> members = people.holding(meeting.clusterId(), Role.MEMBER);
        jdbc.sql("""
                        insert into klyngeflow.meeting_person (cluster_id, meeting_id, person_id)
                        select :cluster, :id, unnest(:people) on conflict do nothing""")
                .param("cluster", meeting.clusterId())
                .param("id", meeting.meetingId())
                .param("people", members.stream().map(Person::id).toArray(String[]::new))
                .update();
    }

    /** Marks those without whom the meeting makes no sense. */
    public void require(Meeting meeting, Collection<String> personIds) {
        jdbc.sql("""
                        update klyngeflow.meeting_person set required = person_id = any(:people)
                        where cluster_id = :cluster and meeting_id = :id""")
                .param("people", personIds.toArray(String[]::new))
                .param("cluster", meeting.clusterId())
                .param("id", meeting.meetingId())
                .update();
    }

    /** Everybody on the list who is still of the cluster, by name. */
    public List<Invited> of(Meeting meeting) {
        return jdbc.sql("select mp.*, " + People.NAME + ", " + People.MAIL + """
                         from klyngeflow.meeting_person mp
                        join klyngeflow.person p on p.person_id = mp.person_id
                        where mp.cluster_id = :cluster and mp.meeting_id = :id and exists (
                          select 1 from klyngeflow.role_holder r
                          where r.cluster_id = mp.cluster_id and r.person_id = mp.person_id
                            and r.from_day <= :today and (r.until_day is null or r.until_day > :today))
                        order by p.name, p.person_id""")
                .param("cluster", meeting.clusterId())
                .param("id", meeting.meetingId())
                .param("today", time.today())
                .query(ROW)
                .list();
    }

    public Optional<Invited> find(Meeting meeting, String personId) {
        return of(meeting).stream()
                .filter(invited -> invited.personId().equals(personId))
                .findFirst();
    }

    public void invited(Meeting meeting) {
        jdbc.sql("""
                        update klyngeflow.meeting_person set invited_sequence = :sequence
                        where cluster_id = :cluster and meeting_id = :id""")
                .param("sequence", meeting.sequence())
                .param("cluster", meeting.clusterId())
                .param("id", meeting.meetingId())
                .update();
    }

    /**
     * Keeps an answer while the meeting is still to come.
     *
     * @param by LINK, CALENDAR or STAFF
     * @return whether the caterer knows a number already; empty when the meeting has begun or was cancelled, or she is not on the list:
     *     nothing is then kept
     */
    public Optional<Boolean> reply(String clusterId, String meetingId, String personId, Reply reply, String by) {
        return jdbc.sql("""
                                update klyngeflow.meeting_person mp set reply = :reply, replied_at = :now, replied_by = :by
                                from klyngeflow.meeting m
                                where mp.cluster_id = :cluster and mp.meeting_id = :id and mp.person_id = :person
                                  and m.cluster_id = mp.cluster_id and m.meeting_id = mp.meeting_id
                                  and m.status = 'INVITED' and :now < m.starts_at
                                returning m.headcount_told""")
                .param("reply", reply.name())
                .param("now", Timestamp.from(time.now()))
                .param("by", by)
                .param("cluster", clusterId)
                .param("id", meetingId)
                .param("person", personId)
                .query(Boolean.class)
                .optional();
    }

    /** Who came; everybody else on the list did not. */
    public void attended(Meeting meeting, Collection<String> personIds) {
        jdbc.sql("""
                        update klyngeflow.meeting_person set attended = person_id = any(:people)
                        where cluster_id = :cluster and meeting_id = :id""")
                .param("people", personIds.toArray(String[]::new))
                .param("cluster", meeting.clusterId())
                .param("id", meeting.meetingId())
                .update();
    }
}
