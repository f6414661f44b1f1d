package dk.klyngeflow.followup;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows.Column;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.members.People;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has stayed away without a word, and that somebody has talked with them. Stays inside the cluster, with its officers. */
@Repository
class MemberCare {

    /** Somebody to call. */
    record Silent(
            @Column("person_id") String person,
            @Column(isJoined = true) String name,
            @Column(isJoined = true) String mail,
            @Column(isJoined = true) String practice,
            String note) {}

    private static final Rows<Silent> ROW = Rows.of(Silent.class, "member_care");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    MemberCare(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * Notes who neither came nor said that they would not, so many recorded meetings in a row, this one the last. Whoever was found
     * before is counted anew from then on, so that nobody is called after every meeting.
     *
     * @return how many there are
     */
    int find(Meeting meeting, int inARow) {
        return jdbc.sql("""
                        insert into klyngeflow.member_care (cluster_id, meeting_id, person_id, found_at)
                        select :cluster, :meeting, mp.person_id, :now
                        from (select m.meeting_id, m.starts_at from klyngeflow.meeting m
                              join klyngeflow.meeting_wrap_up w
                                on w.cluster_id = m.cluster_id and w.meeting_id = m.meeting_id and w.recorded_at is not null
                              where m.cluster_id = :cluster and m.starts_at <= :start
                              order by m.starts_at desc limit :inARow) held
                        join klyngeflow.meeting_person mp on mp.cluster_id = :cluster and mp.meeting_id = held.meeting_id
                        where mp.attended is not true and mp.reply is distinct from 'NO'
                          and exists (select 1 from klyngeflow.role_holder r
                            where r.cluster_id = :cluster and r.person_id = mp.person_id
                              and r.from_day <= :today and (r.until_day is null or r.until_day > :today))
                          and not exists (select 1 from klyngeflow.member_care c
                            where c.cluster_id = :cluster and c.person_id = mp.person_id and c.found_at >= held.starts_at)
                        group by mp.person_id having count(*) = :inARow
                        on conflict do nothing""")
                .param("cluster", meeting.clusterId())
                .param("meeting", meeting.meetingId())
                .param("now", Timestamp.from(time.now()))
                .param("start", Timestamp.from(meeting.start()))
                .param("today", time.today())
                .param("inARow", inARow)
                .update();
    }

    /** Who was found after this meeting. */
    List<Silent> of(String clusterId, String meetingId) {
        return jdbc.sql("""
                        select c.person_id, c.note, %s, %s, coalesce((
                          select pr.name from klyngeflow.role_holder r
                          join klyngeflow.practice pr
                            on pr.cluster_id = r.cluster_id and pr.provider_number = r.provider_number
                          where r.cluster_id = c.cluster_id and r.person_id = c.person_id
                          order by r.from_day desc limit 1), '') as practice
                        from klyngeflow.member_care c join klyngeflow.person p on p.person_id = c.person_id
                        where c.cluster_id = :cluster and c.meeting_id = :meeting order by p.name, c.person_id""".formatted(People.NAME, People.MAIL))
                .param("cluster", clusterId)
                .param("meeting", meetingId)
                .query(ROW)
                .list();
    }

    /** @param spoken false when she could not be reached */
    void cared(String clusterId, String meetingId, String personId, boolean spoken, String note, String by) {
        jdbc.sql("""
                        update klyngeflow.member_care set spoken = :spoken, note = :note, cared_by = :by, cared_at = :now
                        where cluster_id = :cluster and meeting_id = :meeting and person_id = :person""")
                .param("spoken", spoken)
                .param("note", note)
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .param("cluster", clusterId)
                .param("meeting", meetingId)
                .param("person", personId)
                .update();
    }
}
