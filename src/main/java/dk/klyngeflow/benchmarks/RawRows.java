package dk.klyngeflow.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The only one who reads and writes the figures of single practices. They leave it for the freeze, for the own practice, and for the
 * table of those who want to be named; {@code RawRowsRuleTest} names everybody who may ask.
 */
@Repository
class RawRows {

    private static final Rows<PracticeRow> ROW = Rows.of(PracticeRow.class, "measure_row");
    private static final Rows<FrozenRow> FROZEN = Rows.of(FrozenRow.class, "frozen_row");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    RawRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of one import. */
    void add(String clusterId, int importNo, Map<MeasuredPeriod, List<PracticeRow>> rows) {
        jdbc.sql("""
                        insert into klyngeflow.measure_row
                          (cluster_id, measure_id, period, provider_number, import_no, numerator, denominator, is_hidden)
                        select :cluster, r.measure_id, r.period, r.provider_number, :no, r.numerator, r.denominator, r.is_hidden
                        from jsonb_to_recordset(:rows::jsonb)
                          as r(measure_id text, period text, provider_number text, numerator bigint, denominator bigint,
                               is_hidden boolean)""")
                .param("cluster", clusterId)
                .param("no", importNo)
                .param("rows", json(rows, ROW))
                .update();
    }

    /** @param fileHash of the file that the newest row came from */
    record Newest(List<PracticeRow> rows, String fileHash) {

        static final Newest NOTHING = new Newest(List.of(), "");
    }

    /** Of each practice the newest; nothing of a period without any. */
    Map<MeasuredPeriod, Newest> newest(String clusterId, Collection<MeasuredPeriod> of) {
        Map<MeasuredPeriod, List<PracticeRow>> rows = new HashMap<>();
        Map<MeasuredPeriod, String> hashes = new HashMap<>();
        jdbc.sql("""
                        select n.measure_id, n.period, n.provider_number, n.numerator, n.denominator, n.is_hidden, i.file_hash
                        from unnest(:measures::text[], :periods::text[]) as o (measure_id, period)
                        cross join lateral (
                          select distinct on (r.provider_number) r.* from klyngeflow.measure_row r
                          where r.cluster_id = :cluster and r.measure_id = o.measure_id and r.period = o.period
                          order by r.provider_number, r.import_no desc) n
                        join klyngeflow.measure_import i on i.cluster_id = :cluster and i.import_no = n.import_no
                        order by n.import_no, n.provider_number""")
                .param("cluster", clusterId)
                .param("measures", of.stream().map(MeasuredPeriod::measureId).toArray(String[]::new))
                .param("periods", of.stream().map(MeasuredPeriod::period).toArray(String[]::new))
                .query(row -> {
                    MeasuredPeriod at = new MeasuredPeriod(row.getString("measure_id"), row.getString("period"));
                    rows.computeIfAbsent(at, each -> new ArrayList<>()).add(ROW.mapRow(row, 0));
                    // the newest import comes last
                    hashes.put(at, row.getString("file_hash"));
                });
        Map<MeasuredPeriod, Newest> found = new HashMap<>();
        rows.forEach((at, all) -> found.put(at, new Newest(all, hashes.getOrDefault(at, ""))));
        return found;
    }

    /**
     * What one reader may be shown of single practices.
     *
     * @param own by measure and period the newest of her practice; @param typed of those, what it has typed itself
     * @param frozen by measure and {@link #set}, of the sets that were asked for
     */
    record Seen(
            Map<String, Map<String, PracticeRow>> own,
            Map<String, Set<String>> typed,
            Map<String, Map<String, List<FrozenRow>>> frozen) {

        static final Seen NOTHING = new Seen(Map.of(), Map.of(), Map.of());
    }

    /** How a set of a measure is told from another. */
    static String set(String period, int setNo) {
        return period + "/" + setNo;
    }

    static String set(ReleasedSet of) {
        return set(of.period(), of.setNo());
    }

    /** @param open by measure the sets whose rows are asked for */
    Seen seen(String clusterId, List<String> measures, Optional<String> provider, Map<String, List<ReleasedSet>> open) {
        Seen seen = new Seen(new HashMap<>(), new HashMap<>(), new HashMap<>());
        List<String> of = new ArrayList<>();
        List<String> periods = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        open.forEach((measure, sets) -> sets.forEach(set -> {
            of.add(measure);
            periods.add(set.period());
            numbers.add(set.setNo());
        }));
        if (provider.isEmpty() && of.isEmpty()) {
            return Seen.NOTHING;
        }
        jdbc.sql("""
                        select * from (
                          select distinct on (r.measure_id, r.period) r.measure_id, r.period, r.provider_number, r.numerator,
                            r.denominator, r.is_hidden, null as draw_order, null::boolean as was_named,
                            i.of_provider is not null as is_typed
                          from klyngeflow.measure_row r
                          join klyngeflow.measure_import i on i.cluster_id = r.cluster_id and i.import_no = r.import_no
                          where r.cluster_id = :cluster and r.measure_id = any(:measures) and r.provider_number = :provider
                          order by r.measure_id, r.period, r.import_no desc) own
                        union all
                        select f.measure_id, f.period || '/' || f.set_no, f.provider_number, f.numerator, f.denominator, f.is_hidden, f.draw_order,
                          f.was_named, false
                        from unnest(:of::text[], :periods::text[], :numbers::integer[]) as o (measure_id, period, set_no)
                        join klyngeflow.frozen_row f on f.cluster_id = :cluster and f.measure_id = o.measure_id
                          and f.period = o.period and f.set_no = o.set_no
                        order by provider_number""")
                .param("cluster", clusterId)
                .param("measures", measures.toArray(String[]::new))
                .param("provider", provider.orElse(""))
                .param("of", of.toArray(String[]::new))
                .param("periods", periods.toArray(String[]::new))
                .param("numbers", numbers.toArray(Integer[]::new))
                .query(row -> {
                    String measure = row.getString("measure_id");
                    String period = row.getString("period");
                    if (row.getString("draw_order") != null) {
                        seen.frozen()
                                .computeIfAbsent(measure, each -> new HashMap<>())
                                .computeIfAbsent(period, each -> new ArrayList<>())
                                .add(FROZEN.mapRow(row, 0));
                        return;
                    }
                    seen.own().computeIfAbsent(measure, each -> new HashMap<>()).put(period, ROW.mapRow(row, 0));
                    if (row.getBoolean("is_typed")) {
                        seen.typed()
                                .computeIfAbsent(measure, each -> new HashSet<>())
                                .add(period);
                    }
                });
        return seen;
    }

    /** Of sets that have just been frozen, one of each period. */
    void freeze(String clusterId, Map<MeasuredPeriod, List<FrozenRow>> rows, Map<MeasuredPeriod, Integer> numbers) {
        jdbc.sql("""
                        insert into klyngeflow.frozen_row
                          (cluster_id, measure_id, period, set_no, provider_number, numerator, denominator, is_hidden,
                           draw_order, was_named)
                        select :cluster, r.measure_id, r.period, o.set_no, r.provider_number, r.numerator, r.denominator, r.is_hidden,
                          r.draw_order, r.was_named
                        from jsonb_to_recordset(:rows::jsonb)
                          as r(measure_id text, period text, provider_number text, numerator bigint, denominator bigint,
                               is_hidden boolean, draw_order text, was_named boolean)
                        join unnest(:of::text[], :periods::text[], :numbers::integer[]) as o (measure_id, period, set_no)
                          on o.measure_id = r.measure_id and o.period = r.period""")
                .param("cluster", clusterId)
                .param("rows", json(rows, FROZEN))
                .param(
                        "of",
                        numbers.keySet().stream().map(MeasuredPeriod::measureId).toArray(String[]::new))
                .param(
                        "periods",
                        numbers.keySet().stream().map(MeasuredPeriod::period).toArray(String[]::new))
                .param("numbers", numbers.values().toArray(Integer[]::new))
                .update();
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

    private static <T extends Record> String json(Map<MeasuredPeriod, List<T>> rows, Rows<T> as) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        rows.forEach((at, of) -> of.forEach(row -> {
            Map<String, @Nullable Object> values = as.values(row);
            values.put("measure_id", at.measureId());
            values.put("period", at.period());
            all.add(values);
        }));
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("rows of numbers cannot be written", impossible);
        }
    }
}
