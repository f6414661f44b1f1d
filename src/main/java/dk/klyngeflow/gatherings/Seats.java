package dk.klyngeflow.gatherings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.MeetingPeople.Invited;
import dk.klyngeflow.members.People;
import java.sql.Timestamp;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One member's place at a meeting, for the page on which she says whether she comes: read with one statement and kept with another. */
@Repository
public class Seats {

    /** @param invited null when she is not on the list, or no longer of the cluster */
    public record Seat(
            Meeting meeting, String personId, @Nullable Invited invited, Diets.Remark remark) {}

    private static final String SELECT = """
            select m.*, mp.person_id, mp.required, mp.invited_sequence, mp.reply, mp.replied_by, mp.attended,
                   r.diets, r.other, r.comment, """ + People.NAME + ", " + People.MAIL + """

            from klyngeflow.meeting m
            left join (klyngeflow.meeting_person mp join klyngeflow.person p on p.person_id = mp.person_id)
              on mp.cluster_id = m.cluster_id and mp.meeting_id = m.meeting_id and mp.person_id = :person and exists (
                select 1 from klyngeflow.role_holder h
                where h.cluster_id = mp.cluster_id and h.person_id = mp.person_id
                  and h.from_day <= :today and (h.until_day is null or h.until_day > :today))
            left join klyngeflow.meeting_remark r
              on r.cluster_id = m.cluster_id and r.meeting_id = m.meeting_id and r.person_id = :person
            where m.cluster_id = :cluster and m.meeting_id = :meeting""";

    /** Holds the meeting first, as everybody does, so that nobody moves or cancels it while she answers; keeps nothing where it is another. */
    private static final String REPLY = """
            with held as (
                select * from klyngeflow.meeting
                where cluster_id = :cluster and meeting_id = :meeting and sequence = :sequence
                  and status = 'INVITED' and :now < starts_at
                for update
            ), kept as (
                update klyngeflow.meeting_person mp set reply = :reply, replied_at = :now, replied_by = :by
                from held
                where mp.cluster_id = held.cluster_id and mp.meeting_id = held.meeting_id and mp.person_id = :person
                returning mp.person_id
            ), says as (
                select case when held.wants_catering then cast(:diets as text[]) else coalesce(r.diets, '{}') end as diets,
                       case when held.wants_catering then cast(:other as text) else coalesce(r.other, '') end as other,
                       cast(:comment as text) as comment
                from kept cross join held
                left join klyngeflow.meeting_remark r
                  on r.cluster_id = held.cluster_id and r.meeting_id = held.meeting_id and r.person_id = kept.person_id
            ), said as (
                insert into klyngeflow.meeting_remark (cluster_id, meeting_id, person_id, diets, other, comment)
                select :cluster, :meeting, :person, diets, other, comment from says
                where cardinality(diets) > 0 or other <> '' or comment <> ''
                on conflict (cluster_id, meeting_id, person_id)
                do update set diets = excluded.diets, other = excluded.other, comment = excluded.comment
            ), unsaid as (
                delete from klyngeflow.meeting_remark r using says
                where r.cluster_id = :cluster and r.meeting_id = :meeting and r.person_id = :person
                  and cardinality(says.diets) = 0 and says.other = '' and says.comment = ''
            )
            select held.* from held cross join kept""";

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    Seats(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Empty when there is no such meeting. */
    public Optional<Seat> find(String clusterId, String meetingId, String personId) {
        RowMapper<Seat> row = (result, number) -> new Seat(
                Meetings.ROW.mapRow(result, number),
                personId,
                result.getString("person_id") == null ? null : MeetingPeople.ROW.mapRow(result, number),
                result.getArray("diets") == null
                        ? Diets.Remark.NONE
                        : new Diets.Remark(
                                Diets.diets(result), result.getString("other"), result.getString("comment")));
        return jdbc.sql(SELECT)
                .param("cluster", clusterId)
                .param("meeting", meetingId)
                .param("person", personId)
                .param("today", time.today())
                .query(row)
                .optional();
    }

    /**
     * Keeps an answer while the meeting is still to come and has the date that was answered, with what she says about food, where there is
     * some, and to the coordinator.
     *
     * @param sequence of the date that she was asked about
     * @param by LINK or STAFF
     * @return the meeting, which is then locked until the end of the transaction; empty when it has begun, was moved or cancelled, or she
     *     is not on the list: nothing is then kept
     */
    public Optional<Meeting> reply(
            String clusterId,
            String meetingId,
            String personId,
            int sequence,
            Reply reply,
            Diets.Remark remark,
            String by) {
        return jdbc.sql(REPLY)
                .param("reply", reply.name())
                .param("now", Timestamp.from(time.now()))
                .param("by", by)
                .param("cluster", clusterId)
                .param("meeting", meetingId)
                .param("person", personId)
                .param("sequence", sequence)
                .param("diets", remark.diets().stream().map(Diet::name).toArray(String[]::new))
                .param("other", remark.other())
                .param("comment", remark.comment())
                .query(Meetings.ROW)
                .optional();
    }
}
