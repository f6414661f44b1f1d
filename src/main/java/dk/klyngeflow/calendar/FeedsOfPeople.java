package dk.klyngeflow.calendar;

import dk.klyngeflow.members.HangsOnPeople;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Addresses from which a calendar program fetches the meetings. */
@Repository
class FeedsOfPeople implements HangsOnPeople {

    private final JdbcClient jdbc;

    FeedsOfPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Hung> now(String clusterId) {
        return jdbc.sql("""
                        select feed_id::text as what, person_id as person from klyngeflow.calendar_feed
                        where cluster_id = :cluster and ended_at is null""")
                .param("cluster", clusterId)
                .query((row, number) -> new Hung(row.getString("what"), row.getString("person")))
                .set();
    }

    @Override
    public String gone(int count) {
        return count == 1 ? "1 kalenderadresse lukkes." : count + " kalenderadresser lukkes.";
    }

    @Override
    public String come(int count) {
        return "";
    }
}
