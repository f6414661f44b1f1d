package dk.klyngeflow.polls;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.HangsOnPeople;
import java.sql.Timestamp;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Date polls in which somebody is asked. */
@Repository
class PollsOfPeople implements HangsOnPeople {

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    PollsOfPeople(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    @Override
    public Set<Hung> now(String clusterId) {
        return jdbc.sql("""
                        select p.poll_id as what, p.person_id as person from klyngeflow.date_poll_person p
                        join klyngeflow.date_poll d on d.cluster_id = p.cluster_id and d.poll_id = p.poll_id
                        where p.cluster_id = :cluster and p.left_at is null and d.chosen_option is null
                          and d.closed_at is null and :now < d.closes_at""")
                .param("cluster", clusterId)
                .param("now", Timestamp.from(time.now()))
                .query((row, number) -> new Hung(row.getString("what"), row.getString("person")))
                .set();
    }

    @Override
    public String gone(int count) {
        return count == 1
                ? "1 datoafstemning venter ikke længere på svar."
                : count + " datoafstemninger venter ikke længere på svar.";
    }

    @Override
    public String come(int count) {
        return count == 1
                ? "Bliver spurgt i 1 åben datoafstemning."
                : "Bliver spurgt i " + count + " åbne datoafstemninger.";
    }
}
