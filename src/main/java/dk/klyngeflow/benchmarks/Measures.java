package dk.klyngeflow.benchmarks;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The catalogue of measures, which the administrator edits, and the measures that each cluster has adopted. */
@Repository
class Measures {

    private static final String COLUMNS =
            "measure_id, title, kind, direction, numerator, denominator, why, source, target, target_source, target_on";
    private static final String VALUES =
            ":measure_id, :title, :kind, :direction, :numerator, :denominator, :why, :source, :target, :target_source, :target_on";
    private static final String CHANGED = """
            set title = excluded.title, kind = excluded.kind, direction = excluded.direction,
                numerator = excluded.numerator, denominator = excluded.denominator, why = excluded.why,
                source = excluded.source, target = excluded.target, target_source = excluded.target_source,
                target_on = excluded.target_on, edited_by = excluded.edited_by, edited_at = excluded.edited_at""";

    private static final Rows<Measure> ROW = Rows.of(Measure.class, "measure");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    Measures(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    List<Measure> catalogue() {
        return jdbc.sql("select " + COLUMNS + " from klyngeflow.measure_catalogue order by title")
                .query(ROW)
                .list();
    }

    List<Measure> of(String clusterId) {
        return jdbc.sql("select " + COLUMNS + " from klyngeflow.measure where cluster_id = :cluster order by title")
                .param("cluster", clusterId)
                .query(ROW)
                .list();
    }

    /** @param name its id, or what it is called */
    Optional<Measure> find(String clusterId, String name) {
        return called(of(clusterId), name);
    }

    /** One that the cluster has, or would have by adopting it, or one that nobody has described yet. */
    Measure known(String clusterId, String name) {
        return find(clusterId, name).or(() -> called(catalogue(), name)).orElseGet(() -> Measure.unknown(name));
    }

    private static Optional<Measure> called(List<Measure> measures, String name) {
        return measures.stream()
                .filter(each -> each.measureId().equals(name))
                .findFirst()
                .or(() -> measures.stream().filter(each -> each.isCalled(name)).findFirst());
    }

    void edit(Measure measure, String by) {
        jdbc.sql("insert into klyngeflow.measure_catalogue (" + COLUMNS + ", edited_by, edited_at) values (" + VALUES
                        + ", :by, :now) on conflict (measure_id) do update " + CHANGED)
                .params(values(measure, by))
                .update();
    }

    /** Changes nothing of one that the cluster has already. */
    void adopt(String clusterId, Measure measure, String by) {
        jdbc.sql("insert into klyngeflow.measure (cluster_id, " + COLUMNS + ", edited_by, edited_at) values (:cluster, "
                        + VALUES + ", :by, :now) on conflict (cluster_id, measure_id) do nothing")
                .params(values(measure, by))
                .param("cluster", clusterId)
                .update();
    }

    /** Holds it, so that two imports do not freeze it at once. */
    void lock(String clusterId, String measureId) {
        jdbc.sql(
                        "select measure_id from klyngeflow.measure where cluster_id = :cluster and measure_id = :measure for update")
                .param("cluster", clusterId)
                .param("measure", measureId)
                .query(String.class)
                .single();
    }

    private Map<String, @Nullable Object> values(Measure measure, String by) {
        Map<String, @Nullable Object> values = new HashMap<>(ROW.values(measure));
        values.put("by", by);
        values.put("now", Timestamp.from(time.now()));
        return values;
    }
}
