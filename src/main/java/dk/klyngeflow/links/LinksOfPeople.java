package dk.klyngeflow.links;

import dk.klyngeflow.members.HangsOnPeople;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Personal links that open something. */
@Repository
class LinksOfPeople implements HangsOnPeople {

    private final JdbcClient jdbc;

    LinksOfPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Hung> now(String clusterId) {
        return jdbc.sql("""
                        select link_id::text as what, holder as person from klyngeflow.link
                        where cluster_id = :cluster and ended_at is null and holder not like 'supplier:%'""")
                .param("cluster", clusterId)
                .query((row, number) -> new Hung(row.getString("what"), row.getString("person")))
                .set();
    }

    @Override
    public String gone(int count) {
        return count == 1 ? "1 personligt link dør." : count + " personlige links dør.";
    }

    @Override
    public String come(int count) {
        return "";
    }
}
