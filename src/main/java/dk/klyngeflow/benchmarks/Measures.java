package dk.klyngeflow.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.util.Collection;
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

    private static final JsonMapper JSON = JsonMapper.builder().build();

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

    static Optional<Measure> called(List<Measure> measures, String name) {
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
        adopt(clusterId, List.of(measure), by);
    }

    void adopt(String clusterId, Collection<Measure> all, String by) {
        jdbc.sql("insert into klyngeflow.measure (cluster_id, " + COLUMNS + ", edited_by, edited_at) select :cluster, "
                        + COLUMNS + """
                        , :by, :now from jsonb_to_recordset(:measures::jsonb)
                          as r(measure_id text, title text, kind text, direction text, numerator text, denominator text, why text,
                               source text, target numeric, target_source text, target_on date)
                        on conflict (cluster_id, measure_id) do nothing""")
                .param("cluster", clusterId)
                .param("measures", json(all))
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    private static String json(Collection<Measure> all) {
        List<Map<String, @Nullable Object>> rows = all.stream()
                .map(measure -> {
                    Map<String, @Nullable Object> values = ROW.values(measure);
                    values.computeIfPresent("target_on", (column, day) -> day.toString());
                    return values;
                })
                .toList();
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("measures cannot be written", impossible);
        }
    }

    /** Holds them, so that two imports do not freeze one at once. */
    void lock(String clusterId, Collection<String> measureIds) {
        jdbc.sql("""
                        select measure_id from klyngeflow.measure where cluster_id = :cluster and measure_id = any(:measures)
                        order by measure_id for update""")
                .param("cluster", clusterId)
                .param("measures", measureIds.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private Map<String, @Nullable Object> values(Measure measure, String by) {
        Map<String, @Nullable Object> values = new HashMap<>(ROW.values(measure));
        values.put("by", by);
        values.put("now", Timestamp.from(time.now()));
        return values;
    }
}
