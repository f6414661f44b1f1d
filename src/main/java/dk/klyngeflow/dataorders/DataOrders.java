package dk.klyngeflow.dataorders;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.engine.Rows.Column;
import dk.klyngeflow.gatherings.Meeting;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The data packages of meetings: which practices have accepted, when they were ordered, what has come. */
@Repository
public class DataOrders {

    private static final String ONE = "cluster_id = :cluster and meeting_id = :meeting";

    /** The practices that have a GP today, with what each has said. */
    private static final String PRACTICES = """
            from klyngeflow.practice p
            left join klyngeflow.data_consent c
              on c.cluster_id = p.cluster_id and c.provider_number = p.provider_number and c.meeting_id = :meeting
            where p.cluster_id = :cluster and exists (
              select from klyngeflow.role_holder r
              where r.cluster_id = p.cluster_id and r.provider_number = p.provider_number and r.post = 'MEMBER'
                and r.from_day <= :today and (r.until_day is null or r.until_day > :today))
            """;

    private static final Rows<DataFile> FILE = Rows.of(DataFile.class, "data_file");

    private static final Rows<PracticeConsent> CONSENT = Rows.of(PracticeConsent.class, "practice");

    private static final Rows<Order> ORDER = Rows.of(Order.class, "data_order");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    DataOrders(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** @param orderedOn null until the package is ordered */
    public record Order(
            Instant closesAt, int reminders, @Nullable LocalDate orderedOn) {}

    /** @param accepts null while it has not answered */
    public record PracticeConsent(
            String providerNumber,
            String name,
            @Column(isJoined = true) @Nullable Boolean accepts) {

        boolean isYes() {
            return Boolean.TRUE.equals(accepts);
        }
    }

    /** @param title the name of the file */
    public record DataFile(
            String documentId,
            @Column(value = "file_name", isJoined = true) String title) {}

    /** Opens the asking, or opens it again with what has been answered kept. */
    void open(String clusterId, String meetingId, Instant closesAt) {
        jdbc.sql("""
                        insert into klyngeflow.data_order (cluster_id, meeting_id, closes_at) values (:cluster, :meeting, :closes)
                        on conflict (cluster_id, meeting_id) do update set closes_at = excluded.closes_at""")
                .param("cluster", clusterId)
                .param("meeting", meetingId)
                .param("closes", Timestamp.from(closesAt))
                .update();
    }

    public Optional<Order> find(String clusterId, String meetingId) {
        return jdbc.sql("select closes_at, reminders, ordered_on from klyngeflow.data_order where " + ONE)
                .param("cluster", clusterId)
                .param("meeting", meetingId)
                .query(ORDER)
                .optional();
    }

    /** The meetings for which a package has not been ordered, or not yet. */
    public List<String> notOrdered(String clusterId) {
        return jdbc.sql(
                        "select meeting_id from klyngeflow.data_order where cluster_id = :cluster and ordered_at is null")
                .param("cluster", clusterId)
                .query(String.class)
                .list();
    }

    /** By number; practices that have no GP in the cluster any longer are left out, whatever they said. */
    public List<PracticeConsent> practices(String clusterId, String meetingId) {
        return jdbc.sql("select p.provider_number, p.name, c.accepts " + PRACTICES + " order by p.provider_number")
                .param("cluster", clusterId)
                .param("meeting", meetingId)
                .param("today", time.today())
                .query(CONSENT)
                .list();
    }

    /** The provider numbers of those that accept, as the form shows and sends them. */
    public String accepting(String clusterId, String meetingId) {
        return practices(clusterId, meetingId).stream()
                .filter(PracticeConsent::isYes)
                .map(PracticeConsent::providerNumber)
                .collect(Collectors.joining(", "));
    }

    /** What the practice of one GP has said; empty when she belongs to none. */
    Optional<PracticeConsent> ofPerson(String clusterId, String meetingId, String personId) {
        return jdbc.sql("select p.provider_number, p.name, c.accepts " + PRACTICES + """
                         and p.provider_number = (
                          select r.provider_number from klyngeflow.role_holder r
                          where r.cluster_id = :cluster and r.person_id = :person and r.post = 'MEMBER'
                            and r.from_day <= :today and (r.until_day is null or r.until_day > :today))""")
                .param("cluster", clusterId)
                .param("meeting", meetingId)
                .param("today", time.today())
                .param("person", personId)
                .query(CONSENT)
                .optional();
    }

    /** The GPs of practices that have not answered. */
    List<String> silent(String clusterId, String meetingId) {
        return jdbc.sql("""
                        select r.person_id from klyngeflow.role_holder r
                        where r.cluster_id = :cluster and r.post = 'MEMBER' and r.provider_number is not null
                          and r.from_day <= :today and (r.until_day is null or r.until_day > :today)
                          and not exists (select from klyngeflow.data_consent c
                                          where c.cluster_id = r.cluster_id and c.meeting_id = :meeting
                                            and c.provider_number = r.provider_number)
                        order by r.person_id""")
                .param("cluster", clusterId)
                .param("meeting", meetingId)
                .param("today", time.today())
                .query(String.class)
                .list();
    }

    /**
     * Keeps what a GP says for her practice, in the statement that also sees to it that the package is not ordered yet.
     *
     * @return false when it is too late
     */
    boolean answer(String clusterId, String meetingId, String providerNumber, boolean accepts, String personId) {
        return jdbc.sql("""
                                with open as (
                                    select meeting_id from klyngeflow.data_order where %s and ordered_at is null for update
                                )
                                insert into klyngeflow.data_consent
                                    (cluster_id, meeting_id, provider_number, accepts, person_id, answered_at)
                                select :cluster, open.meeting_id, :provider, :accepts, :person, :now from open
                                on conflict (cluster_id, meeting_id, provider_number) do update
                                set accepts = excluded.accepts, person_id = excluded.person_id, answered_at = excluded.answered_at""".formatted(ONE))
                        .param("cluster", clusterId)
                        .param("meeting", meetingId)
                        .param("provider", providerNumber)
                        .param("accepts", accepts)
                        .param("person", personId)
                        .param("now", Timestamp.from(time.now()))
                        .update()
                == 1;
    }

    /** @return the number of the reminder; empty when there is nothing to remind of any longer */
    Optional<Integer> nextReminder(String clusterId, String meetingId) {
        return jdbc.sql("update klyngeflow.data_order set reminders = reminders + 1 where " + ONE
                        + " and ordered_at is null and :now < closes_at returning reminders")
                .param("cluster", clusterId)
                .param("meeting", meetingId)
                .param("now", Timestamp.from(time.now()))
                .query(Integer.class)
                .optional();
    }

    /** Holds the order, so that nobody's accept changes between looking at the list and ordering. */
    public void lock(String clusterId, String meetingId) {
        jdbc.sql("select meeting_id from klyngeflow.data_order where " + ONE + " for update")
                .param("cluster", clusterId)
                .param("meeting", meetingId)
                .query(String.class)
                .optional();
    }

    public void ordered(String clusterId, String meetingId, LocalDate day, String personId) {
        jdbc.sql("update klyngeflow.data_order set ordered_on = :day, ordered_at = :now, ordered_by = :person where "
                        + ONE)
                .param("day", day)
                .param("now", Timestamp.from(time.now()))
                .param("person", personId)
                .param("cluster", clusterId)
                .param("meeting", meetingId)
                .update();
    }

    public void addFile(String clusterId, String meetingId, String documentId) {
        jdbc.sql("""
                        insert into klyngeflow.data_file (cluster_id, meeting_id, document_id, added_at)
                        values (:cluster, :meeting, :document, :now) on conflict do nothing""")
                .param("cluster", clusterId)
                .param("meeting", meetingId)
                .param("document", documentId)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    public List<DataFile> files(String clusterId, String meetingId) {
        return jdbc.sql("""
                        select f.document_id, d.file_name from klyngeflow.data_file f
                        join klyngeflow.document d on d.id = f.document_id and d.cluster_id = f.cluster_id
                        where f.cluster_id = :cluster and f.meeting_id = :meeting order by f.added_at, f.document_id""")
                .param("cluster", clusterId)
                .param("meeting", meetingId)
                .query(FILE)
                .list();
    }

    /** @param isDecided false when it is tried for after all */
    public void decidedWithoutData(String clusterId, String meetingId, boolean isDecided) {
        jdbc.sql("update klyngeflow.meeting set without_data = :is where cluster_id = :cluster and meeting_id = :id")
                .param("is", isDecided)
                .param("cluster", clusterId)
                .param("id", meetingId)
                .update();
    }

    /** True when somebody has said that it is held without data; nobody's silence counts. */
    public boolean isDecidedWithoutData(Meeting meeting) {
        return jdbc.sql("select without_data from klyngeflow.meeting where cluster_id = :cluster and meeting_id = :id")
                .param("cluster", meeting.clusterId())
                .param("id", meeting.meetingId())
                .query(Boolean.class)
                .single();
    }

    /** The practices whose newest answer, for whichever meeting, is that their data may not be drawn. */
    public Set<String> refusing(String clusterId) {
        return jdbc.sql("""
                        select provider_number from (
                          select distinct on (provider_number) provider_number, accepts from klyngeflow.data_consent
                          where cluster_id = :cluster order by provider_number, answered_at desc) newest
                        where not accepts""").param("cluster", clusterId).query(String.class).set();
    }
}
