package dk.klyngeflow.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The only one who reads and writes the figures of single practices. They leave it for the freeze, for the own practice, and for the
 * table of those who want to be named; {@code RawRowsRuleTest} names everybody who may ask.
 */
@Repository
class RawRows {

    private static final String PLACE = "cluster_id = :cluster and measure_id = :measure and period = :period";
    private static final Rows<PracticeRow> ROW = Rows.of(PracticeRow.class, "measure_row");
    private static final Rows<FrozenRow> FROZEN = Rows.of(FrozenRow.class, "frozen_row");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    RawRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String clusterId, String measureId, String period, int importNo, Collection<PracticeRow> rows) {
        jdbc.sql("""
                        insert into klyngeflow.measure_row
                          (cluster_id, measure_id, period, provider_number, import_no, numerator, denominator, is_hidden)
                        select :cluster, :measure, :period, r.provider_number, :no, r.numerator, r.denominator, r.is_hidden
                        from jsonb_to_recordset(:rows::jsonb)
                          as r(provider_number text, numerator bigint, denominator bigint, is_hidden boolean)""")
                .params(values(clusterId, measureId, period, Map.of()))
                .param("no", importNo)
                .param("rows", json(rows.stream().map(ROW::values).toList()))
                .update();
    }

    /** Of each practice the newest. */
    List<PracticeRow> newest(String clusterId, String measureId, String period) {
        return jdbc.sql("""
                        select distinct on (provider_number) provider_number, numerator, denominator, is_hidden
                        from klyngeflow.measure_row where %s order by provider_number, import_no desc""".formatted(PLACE))
                .params(values(clusterId, measureId, period, Map.of()))
                .query(ROW)
                .list();
    }

    /** The newest of one practice, over all periods of a measure. */
    Map<String, PracticeRow> own(String clusterId, String measureId, String provider) {
        Map<String, PracticeRow> found = new HashMap<>();
        jdbc.sql("""
                        select distinct on (period) period, provider_number, numerator, denominator, is_hidden
                        from klyngeflow.measure_row
                        where cluster_id = :cluster and measure_id = :measure and provider_number = :provider
                        order by period, import_no desc""")
                .param("cluster", clusterId)
                .param("measure", measureId)
                .param("provider", provider)
                .query(row -> {
                    found.put(row.getString("period"), ROW.mapRow(row, 0));
                });
        return found;
    }

    void freeze(String clusterId, String measureId, String period, int setNo, List<FrozenRow> rows) {
        jdbc.sql("""
                        insert into klyngeflow.frozen_row
                          (cluster_id, measure_id, period, set_no, provider_number, numerator, denominator, is_hidden,
                           draw_order, was_named)
                        select :cluster, :measure, :period, :no, r.provider_number, r.numerator, r.denominator, r.is_hidden,
                          r.draw_order, r.was_named
                        from jsonb_to_recordset(:rows::jsonb)
                          as r(provider_number text, numerator bigint, denominator bigint, is_hidden boolean,
                               draw_order text, was_named boolean)""")
                .params(values(clusterId, measureId, period, Map.of()))
                .param("no", setNo)
                .param("rows", json(rows.stream().map(FROZEN::values).toList()))
                .update();
    }

    List<FrozenRow> frozen(String clusterId, String measureId, String period, int setNo) {
        return jdbc.sql("""
                        select provider_number, numerator, denominator, is_hidden, draw_order, was_named
                        from klyngeflow.frozen_row where %s and set_no = :no order by provider_number""".formatted(PLACE))
                .params(values(clusterId, measureId, period, Map.of()))
                .param("no", setNo)
                .query(FROZEN)
                .list();
    }

    /** Of the file that the newest row came from. */
    Optional<String> newestHash(String clusterId, String measureId, String period) {
        return jdbc.sql("""
                        select i.file_hash from klyngeflow.measure_row r
                        join klyngeflow.measure_import i on i.cluster_id = r.cluster_id and i.import_no = r.import_no
                        where r.cluster_id = :cluster and r.measure_id = :measure and r.period = :period
                        order by r.import_no desc limit 1""")
                .params(values(clusterId, measureId, period, Map.of()))
                .query(String.class)
                .optional();
    }

    /** Of files taken and sets frozen before then; what was released stays. @return how many rows */
    int forget(Instant before) {
        return jdbc.sql("""
                                delete from klyngeflow.measure_row r using klyngeflow.measure_import i
                                where i.cluster_id = r.cluster_id and i.import_no = r.import_no and i.imported_at < :before""").param("before", Timestamp.from(before)).update()
                + jdbc.sql("""
                                delete from klyngeflow.frozen_row f using klyngeflow.released_set s
                                where s.cluster_id = f.cluster_id and s.measure_id = f.measure_id and s.period = f.period
                                  and s.set_no = f.set_no and s.frozen_at < :before""").param("before", Timestamp.from(before)).update();
    }

    /** Whether the newest row of a practice is one that it has typed itself. */
    boolean isTyped(String clusterId, String measureId, String period, String provider) {
        return jdbc.sql("""
                        select i.of_provider is not null from klyngeflow.measure_row r
                        join klyngeflow.measure_import i on i.cluster_id = r.cluster_id and i.import_no = r.import_no
                        where r.cluster_id = :cluster and r.measure_id = :measure and r.period = :period
                          and r.provider_number = :provider
                        order by r.import_no desc limit 1""")
                .params(values(clusterId, measureId, period, Map.of()))
                .param("provider", provider)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private static Map<String, @Nullable Object> values(
            String clusterId, String measureId, String period, Map<String, @Nullable Object> more) {
        Map<String, @Nullable Object> values = new HashMap<>(more);
        values.put("cluster", clusterId);
        values.put("measure", measureId);
        values.put("period", period);
        return values;
    }

    private static String json(List<Map<String, @Nullable Object>> rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("rows of numbers cannot be written", impossible);
        }
    }
}
