package dk.klyngeflow.actions;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.HangsOnPeople;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What somebody has promised at a meeting and not done yet. */
@Repository
class ActionsOfPeople implements HangsOnPeople {

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    ActionsOfPeople(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    @Override
    public Set<Hung> now(String clusterId) {
        return jdbc.sql("""
                        select i.item_id as what, i.owner as person from klyngeflow.action_item i
                        where i.cluster_id = :cluster and i.state <> 'DONE' and exists (
                          select from klyngeflow.role_holder r
                          where r.cluster_id = i.cluster_id and r.person_id = i.owner
                            and r.from_day <= :today and (r.until_day is null or r.until_day > :today))""")
                .param("cluster", clusterId)
                .param("today", time.today())
                .query((row, number) -> new Hung(row.getString("what"), row.getString("person")))
                .set();
    }

    @Override
    public String gone(int count) {
        return count == 1
                ? "1 åben aftale fra et møde har ingen ansvarlig længere og står på næste dagsorden."
                : count + " åbne aftaler fra møder har ingen ansvarlig længere og står på næste dagsorden.";
    }

    @Override
    public String come(int count) {
        return "";
    }
}
