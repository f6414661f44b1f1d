package dk.klyngeflow.gatherings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.engine.TransactionMemory;
import dk.klyngeflow.security.Refused;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The meetings of each cluster. */
@Repository
public class Meetings {

    public static final Rows<Meeting> ROW = Rows.of(Meeting.class, "meeting");
    private static final Rows<Meeting.Plan> PLAN = Rows.of(Meeting.Plan.class, "meeting");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;
    private final TransactionMemory<List<String>, Optional<Meeting>> memory = new TransactionMemory<>();

    Meetings(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Until the end of the transaction nobody else begins one: two who plan at once must not get the same number. */
    public void lockCluster(String clusterId) {
        boolean isKnown = jdbc.sql(
                        "select 1 from klyngeflow.cluster where cluster_id = :cluster and closed_at is null for update")
                .param("cluster", clusterId)
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!isKnown) {
            throw Refused.notFound();
        }
    }

    /** Writes a new meeting in the next number of the year. @param uid of the event in calendar programs, fixed for good */
    public Meeting add(
            String clusterId, String title, LocalDate earliest, LocalDate latest, int minutes, String uid, String by) {
        int year = earliest.getYear();
        lockCluster(clusterId);
        int next = jdbc.sql("""
                        select coalesce(max(number), 0) + 1 from klyngeflow.meeting
                        where cluster_id = :cluster and year = :year""")
                .param("cluster", clusterId)
                .param("year", year)
                .query(Integer.class)
                .single();
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                        insert into klyngeflow.meeting
                            (cluster_id, meeting_id, business_key, year, number, title, earliest_day, latest_day, minutes,
                             status, uid, created_by, created_at)
                        values (:cluster, :id, :key, :year, :number, :title, :earliest, :latest, :minutes,
                                'PLANNING', :uid, :by, :now)""")
                .param("cluster", clusterId)
                .param("id", id)
                .param("key", "%s/%d-%02d".formatted(clusterId, year, next))
                .param("year", year)
                .param("number", next)
                .param("title", title)
                .param("earliest", earliest)
                .param("latest", latest)
                .param("minutes", minutes)
                .param("uid", uid)
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .update();
        return get(clusterId, id);
    }

    public Optional<Meeting> find(String clusterId, String meetingId) {
        List<String> key = List.of(clusterId, meetingId);
        Optional<Meeting> found = memory.get(
                key,
                () -> jdbc.sql("select * from klyngeflow.meeting where cluster_id = :cluster and meeting_id = :id")
                        .param("cluster", clusterId)
                        .param("id", meetingId)
                        .query(ROW)
                        .optional());
        if (found.isEmpty()) {
            memory.forget(key);
        }
        return found;
    }

    void forget(String clusterId, String meetingId) {
        memory.forget(List.of(clusterId, meetingId));
    }

    /** @throws IllegalStateException when the cluster has no such meeting */
    public Meeting get(String clusterId, String meetingId) {
        return find(clusterId, meetingId)
                .orElseThrow(() -> new IllegalStateException("no meeting " + meetingId + " in " + clusterId));
    }

    /** The meeting, locked until the end of the transaction. @throws Refused when the cluster has no such meeting */
    public Meeting lock(String clusterId, String meetingId) {
        Meeting locked = jdbc.sql(
                        "select * from klyngeflow.meeting where cluster_id = :cluster and meeting_id = :id for update")
                .param("cluster", clusterId)
                .param("id", meetingId)
                .query(ROW)
                .optional()
                .orElseThrow(Refused::notFound);
        known(locked);
        return locked;
    }

    /** Read in another way just now. */
    void known(Meeting meeting) {
        memory.keep(List.of(meeting.clusterId(), meeting.meetingId()), Optional.of(meeting));
    }

    public Optional<Meeting> byKey(String clusterId, String businessKey) {
        return jdbc.sql("select * from klyngeflow.meeting where cluster_id = :cluster and business_key = :key")
                .param("cluster", clusterId)
                .param("key", businessKey)
                .query(ROW)
                .optional();
    }

    /** By the id that calendar programs know it by. */
    public Optional<Meeting> byUid(String clusterId, String uid) {
        return jdbc.sql("select * from klyngeflow.meeting where cluster_id = :cluster and uid = :uid")
                .param("cluster", clusterId)
                .param("uid", uid)
                .query(ROW)
                .optional();
    }

    /** All meetings but general assemblies, the newest first. */
    public List<Meeting> all(String clusterId) {
        return jdbc.sql("""
                        select * from klyngeflow.meeting
                        where cluster_id = :cluster and business_key not like '%/gf-%'
                        order by coalesce(starts_at, earliest_day::timestamptz) desc, number desc""").param("cluster", clusterId).query(ROW).list();
    }

    /** Meetings that have a date in the time, cancelled ones left out. */
    public List<Meeting> between(String clusterId, Instant from, Instant until) {
        return jdbc.sql("""
                        select * from klyngeflow.meeting
                        where cluster_id = :cluster and starts_at >= :from and starts_at < :until and status <> 'CANCELLED'
                        order by starts_at""")
                .param("cluster", clusterId)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query(ROW)
                .list();
    }

    /** The day of the latest meeting that has a date, whether it has been or not. */
    public Optional<LocalDate> lastDay(String clusterId) {
        return between(clusterId, Instant.EPOCH, Instant.parse("2200-01-01T00:00:00Z")).stream()
                .map(Meeting::day)
                .reduce((earlier, later) -> later);
    }

    /** When the cluster meets already, from now on. */
    public List<Instant> taken(String clusterId) {
        return between(clusterId, time.now(), Instant.parse("2200-01-01T00:00:00Z")).stream()
                .map(Meeting::start)
                .toList();
    }

    /** What members are asked about just now, or have answered without a date being chosen, for any other meeting. */
    public List<Instant> askedAbout(String clusterId, String exceptMeetingId) {
        return jdbc.sql("""
                        select t.starts_at from klyngeflow.meeting_time t
                        join klyngeflow.meeting m on m.cluster_id = t.cluster_id and m.meeting_id = t.meeting_id
                        where t.cluster_id = :cluster and t.meeting_id <> :except and m.status = 'DATING' and t.starts_at > :now
                        order by t.starts_at""")
                .param("cluster", clusterId)
                .param("except", exceptMeetingId)
                .param("now", Timestamp.from(time.now()))
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .list();
    }

    /** What the coordinator has decided that the meeting is to be. */
    public void plan(Meeting meeting, Meeting.Plan plan) {
        forget(meeting.clusterId(), meeting.meetingId());
        jdbc.sql("""
                        update klyngeflow.meeting set title = :title, text = :text, topic_id = :topic_id, minutes = :minutes,
                            place = :place, wants_room = :wants_room, wants_catering = :wants_catering,
                            wants_speaker = :wants_speaker, wants_data = :wants_data
                        where cluster_id = :cluster and meeting_id = :id""")
                .params(PLAN.values(plan))
                .param("cluster", meeting.clusterId())
                .param("id", meeting.meetingId())
                .update();
    }

    /** Replaces the dates proposed for the poll. */
    public void propose(String clusterId, String meetingId, Collection<Instant> starts) {
        jdbc.sql("delete from klyngeflow.meeting_time where cluster_id = :cluster and meeting_id = :id")
                .param("cluster", clusterId)
                .param("id", meetingId)
                .update();
        jdbc.sql("""
                        insert into klyngeflow.meeting_time (cluster_id, meeting_id, starts_at)
                        select :cluster, :id, unnest(:starts) on conflict do nothing""")
                .param("cluster", clusterId)
                .param("id", meetingId)
                .param("starts", starts.stream().map(Timestamp::from).toArray(Timestamp[]::new))
                .update();
    }

    public List<Instant> proposedTimes(String clusterId, String meetingId) {
        return jdbc.sql("""
                        select starts_at from klyngeflow.meeting_time
                        where cluster_id = :cluster and meeting_id = :id order by starts_at""")
                .param("cluster", clusterId)
                .param("id", meetingId)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .list();
    }

    /** The date is found; everything is arranged around it from now on. */
    public void fixDate(String clusterId, String meetingId, Instant start) {
        forget(clusterId, meetingId);
        jdbc.sql("""
                        update klyngeflow.meeting set starts_at = :start, status = 'ARRANGING'
                        where cluster_id = :cluster and meeting_id = :id""")
                .param("start", Timestamp.from(start))
                .param("cluster", clusterId)
                .param("id", meetingId)
                .update();
    }

    /** A new date, which counts the sequence up; answers to the old one no longer count. */
    public void move(String clusterId, String meetingId, Instant start) {
        forget(clusterId, meetingId);
        jdbc.sql("""
                        update klyngeflow.meeting
                        set starts_at = :start, status = 'ARRANGING', sequence = sequence + 1, rsvp_closes_at = null,
                            calendar_sequence = calendar_sequence + 1, dated_sequence = calendar_sequence + 1,
                            -- whoever has said yes to the old time is asked again
                            place = case when wants_room then '' else place end,
                            headcount_told = false,
                            -- every line of the agenda begins with an hour
                            agenda_document = case
                                when (starts_at at time zone 'Europe/Copenhagen')::time
                                   = (cast(:start as timestamptz) at time zone 'Europe/Copenhagen')::time
                                then agenda_document end
                        where cluster_id = :cluster and meeting_id = :id""")
                .param("start", Timestamp.from(start))
                .param("cluster", clusterId)
                .param("id", meetingId)
                .update();
        jdbc.sql("""
                        update klyngeflow.meeting_person set reply = null, replied_at = null, replied_by = null
                        where cluster_id = :cluster and meeting_id = :id""").param("cluster", clusterId).param("id", meetingId).update();
    }

    public void cancel(String clusterId, String meetingId, String reason) {
        forget(clusterId, meetingId);
        jdbc.sql("""
                        update klyngeflow.meeting set status = 'CANCELLED', sequence = sequence + 1, cancel_reason = :reason,
                            calendar_sequence = calendar_sequence + 1
                        where cluster_id = :cluster and meeting_id = :id""")
                .param("reason", reason)
                .param("cluster", clusterId)
                .param("id", meetingId)
                .update();
    }

    public void status(String clusterId, String meetingId, MeetingStatus status) {
        forget(clusterId, meetingId);
        jdbc.sql("update klyngeflow.meeting set status = :status where cluster_id = :cluster and meeting_id = :id")
                .param("status", status.name())
                .param("cluster", clusterId)
                .param("id", meetingId)
                .update();
    }

    public void place(String clusterId, String meetingId, String place) {
        forget(clusterId, meetingId);
        jdbc.sql("""
                        update klyngeflow.meeting set place = :place, placed_at = :now
                        where cluster_id = :cluster and meeting_id = :id and place <> :place""")
                .param("place", place)
                .param("now", Timestamp.from(time.now()))
                .param("cluster", clusterId)
                .param("id", meetingId)
                .update();
    }

    /** The invitation tells the place as it is now; a change of date tells it to those who have been invited already. */
    public void placeTold(String clusterId, String meetingId, boolean isInvitation) {
        forget(clusterId, meetingId);
        jdbc.sql("""
                        update klyngeflow.meeting set told_place = place
                        where cluster_id = :cluster and meeting_id = :id and (:invitation or told_place is not null)""")
                .param("cluster", clusterId)
                .param("id", meetingId)
                .param("invitation", isInvitation)
                .update();
    }

    /** Meetings of all clusters whose guests do not know the place as it has been since that time. */
    public List<Meeting> placedSince(Instant quietSince) {
        return jdbc.sql("""
                        select * from klyngeflow.meeting
                        where told_place is not null and place <> told_place and placed_at <= :quiet
                          and status = 'INVITED' and starts_at > :now""")
                .param("quiet", Timestamp.from(quietSince))
                .param("now", Timestamp.from(time.now()))
                .query(ROW)
                .list();
    }

    /** @return false when another node has told it, or there is nothing to tell any longer */
    public boolean tellPlace(Meeting meeting, Instant quietSince) {
        forget(meeting.clusterId(), meeting.meetingId());
        return jdbc.sql("""
                        update klyngeflow.meeting set told_place = place, calendar_sequence = calendar_sequence + 1
                        where cluster_id = :cluster and meeting_id = :id and told_place is not null and place <> told_place
                          and placed_at <= :quiet and status = 'INVITED' and starts_at > :now""")
                        .param("cluster", meeting.clusterId())
                        .param("id", meeting.meetingId())
                        .param("quiet", Timestamp.from(quietSince))
                        .param("now", Timestamp.from(time.now()))
                        .update()
                == 1;
    }

    public void hasData(String clusterId, String meetingId, boolean hasData) {
        forget(clusterId, meetingId);
        jdbc.sql("update klyngeflow.meeting set has_data = :has where cluster_id = :cluster and meeting_id = :id")
                .param("has", hasData)
                .param("cluster", clusterId)
                .param("id", meetingId)
                .update();
    }

    /** @param documentId the agenda as PDF; null while it is a draft */
    public void agenda(String clusterId, String meetingId, String agenda, @Nullable String documentId) {
        forget(clusterId, meetingId);
        jdbc.sql("""
                        update klyngeflow.meeting set agenda = :agenda, agenda_document = :document
                        where cluster_id = :cluster and meeting_id = :id""")
                .param("agenda", agenda)
                .param("document", documentId)
                .param("cluster", clusterId)
                .param("id", meetingId)
                .update();
    }

    /** Who is to note; empty when that is settled at the meeting. */
    public Optional<String> noteTaker(Meeting meeting) {
        return jdbc.sql("""
                        select note_taker from klyngeflow.meeting
                        where cluster_id = :cluster and meeting_id = :id and note_taker is not null""")
                .param("cluster", meeting.clusterId())
                .param("id", meeting.meetingId())
                .query(String.class)
                .optional();
    }

    public void noteTaker(Meeting meeting, @Nullable String personId) {
        forget(meeting.clusterId(), meeting.meetingId());
        jdbc.sql("update klyngeflow.meeting set note_taker = :person where cluster_id = :cluster and meeting_id = :id")
                .param("person", personId)
                .param("cluster", meeting.clusterId())
                .param("id", meeting.meetingId())
                .update();
    }

    /** From now on the caterer also hears of changes. */
    public void headcountTold(String clusterId, String meetingId) {
        forget(clusterId, meetingId);
        jdbc.sql("update klyngeflow.meeting set headcount_told = true where cluster_id = :cluster and meeting_id = :id")
                .param("cluster", clusterId)
                .param("id", meetingId)
                .update();
    }

    public void rsvpCloses(String clusterId, String meetingId, Instant at) {
        forget(clusterId, meetingId);
        jdbc.sql("update klyngeflow.meeting set rsvp_closes_at = :at where cluster_id = :cluster and meeting_id = :id")
                .param("at", Timestamp.from(at))
                .param("cluster", clusterId)
                .param("id", meetingId)
                .update();
    }
}
