package dk.klyngeflow.gatherings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.MeetingPeople.Invited;
import dk.klyngeflow.members.People;
import dk.klyngeflow.security.Refused;
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

    private static final String REPLY = """
            with kept as (
                update klyngeflow.meeting_person mp set reply = :reply, replied_at = :now, replied_by = :by
                from klyngeflow.meeting m
                where mp.cluster_id = :cluster and mp.meeting_id = :meeting and mp.person_id = :person
                  and m.cluster_id = mp.cluster_id and m.meeting_id = mp.meeting_id
                  and m.status = 'INVITED' and :now < m.starts_at
                returning m.headcount_told
            )%s
            select headcount_told from kept""";

    private static final String SAYS = """
            , said as (
                insert into klyngeflow.meeting_remark (cluster_id, meeting_id, person_id, diets, other, comment)
                select :cluster, :meeting, :person, :diets, :other, :comment from kept
                on conflict (cluster_id, meeting_id, person_id)
                do update set diets = excluded.diets, other = excluded.other, comment = excluded.comment
            )""";

    private static final String SAYS_NOTHING = """
            , said as (
                delete from klyngeflow.meeting_remark r using kept
                where r.cluster_id = :cluster and r.meeting_id = :meeting and r.person_id = :person
            )""";

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    Seats(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Empty when there is no such meeting. */
    public Optional<Seat> find(String clusterId, String meetingId, String personId) {
        return read(SELECT, clusterId, meetingId, personId);
    }

    /** The meeting locked until the end of the transaction. @throws Refused when the cluster has no such meeting */
    public Seat lock(String clusterId, String meetingId, String personId) {
        return read(SELECT + " for update of m", clusterId, meetingId, personId).orElseThrow(Refused::notFound);
    }

    private Optional<Seat> read(String sql, String clusterId, String meetingId, String personId) {
        RowMapper<Seat> row = (result, number) -> new Seat(
                Meetings.ROW.mapRow(result, number),
                personId,
                result.getString("person_id") == null ? null : MeetingPeople.ROW.mapRow(result, number),
                result.getArray("diets") == null
                        ? Diets.Remark.NONE
                        : new Diets.Remark(
                                Diets.diets(result), result.getString("other"), result.getString("comment")));
        return jdbc.sql(sql)
                .param("cluster", clusterId)
                .param("meeting", meetingId)
                .param("person", personId)
                .param("today", time.today())
                .query(row)
                .optional();
    }

    /**
     * Keeps an answer while the meeting is still to come, with what she says about food and to the coordinator.
     *
     * @param by LINK or STAFF
     * @return whether the caterer knows a number already; empty when the meeting has begun or was cancelled, or she is not on the list:
     *     nothing is then kept
     */
    public Optional<Boolean> reply(Seat seat, Reply reply, Diets.Remark remark, String by) {
        String says = seat.invited() == null ? "" : remark.isNone() ? SAYS_NOTHING : SAYS;
        return jdbc.sql(REPLY.formatted(says))
                .param("reply", reply.name())
                .param("now", Timestamp.from(time.now()))
                .param("by", by)
                .param("cluster", seat.meeting().clusterId())
                .param("meeting", seat.meeting().meetingId())
                .param("person", seat.personId())
                .param("diets", remark.diets().stream().map(Diet::name).toArray(String[]::new))
                .param("other", remark.other())
                .param("comment", remark.comment())
                .query(Boolean.class)
                .optional();
    }
}
