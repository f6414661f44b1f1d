package dk.klyngeflow.gatherings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.HangsOnPeople;
import java.sql.Timestamp;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Meetings to come to which somebody is invited. */
@Repository
class InvitationsOfPeople implements HangsOnPeople {

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    InvitationsOfPeople(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    @Override
    public Set<Hung> now(String clusterId) {
        return jdbc.sql("""
                        select mp.meeting_id as what, mp.person_id as person from klyngeflow.meeting_person mp
                        join klyngeflow.meeting m on m.cluster_id = mp.cluster_id and m.meeting_id = mp.meeting_id
                        where mp.cluster_id = :cluster and m.status in ('PLANNING', 'DATING', 'ARRANGING', 'INVITED')
                          and (m.starts_at is null or m.starts_at > :now) and exists (
                            select from klyngeflow.role_holder r
                            where r.cluster_id = mp.cluster_id and r.person_id = mp.person_id
                              and r.from_day <= :today and (r.until_day is null or r.until_day > :today))""")
                .param("cluster", clusterId)
                .param("now", Timestamp.from(time.now()))
                .param("today", time.today())
                .query((row, number) -> new Hung(row.getString("what"), row.getString("person")))
                .set();
    }

    @Override
    public String gone(int count) {
        return count == 1
                ? "1 kommende møde regner ikke længere med personen."
                : count + " kommende møder regner ikke længere med personen.";
    }

    @Override
    public String come(int count) {
        return count == 1 ? "Bliver indkaldt til 1 møde." : "Bliver indkaldt til " + count + " møder.";
    }
}
