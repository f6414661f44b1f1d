package dk.klyngeflow.members;

import dk.klyngeflow.engine.CopenhagenTime;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everything that hangs on the people of a cluster. */
@Repository
public class Hangings {

    private final JdbcClient jdbc;
    private final ObjectProvider<HangsOnPeople> kinds;
    private final CopenhagenTime time;

    Hangings(JdbcClient jdbc, ObjectProvider<HangsOnPeople> kinds, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.kinds = kinds;
        this.time = time;
    }

    /** @param what an id of the thing, unique within its kind @param personId on whom it hangs */
    record Hung(String what, String personId) {}

    /** As it is at the moment, by kind. */
    Map<HangsOnPeople, Set<Hung>> now(String clusterId) {
        Map<HangsOnPeople, Set<Hung>> found = new LinkedHashMap<>();
        kinds.orderedStream().forEach(kind -> found.put(kind, now(kind, clusterId)));
        return found;
    }

    private Set<Hung> now(HangsOnPeople kind, String clusterId) {
        return jdbc.sql(kind.query())
                .param("cluster", clusterId)
                .param("today", time.today())
                .param("now", Timestamp.from(time.now()))
                .query((row, number) -> new Hung(row.getString("what"), row.getString("person")))
                .set();
    }

    /** Danish sentences about all that would end with the cluster. */
    public List<String> endingWith(String clusterId) {
        return now(clusterId).entrySet().stream()
                .filter(each ->
                        each.getKey().isEndedWithCluster() && !each.getValue().isEmpty())
                .map(each -> each.getKey()
                        .gone(each.getValue().stream()
                                .map(Hung::what)
                                .collect(Collectors.toSet())
                                .size()))
                .toList();
    }
}
