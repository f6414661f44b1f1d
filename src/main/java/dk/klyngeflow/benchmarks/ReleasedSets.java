package dk.klyngeflow.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sets that were frozen, and the moments before which nothing is. */
@Repository
class ReleasedSets {

    /** Of the rules by which sets are frozen: one that was frozen by other rules says so. */
    static final int RULES = 1;

    private static final Rows<ReleasedSet> ROW = Rows.of(ReleasedSet.class, "released_set");
    private static final String PLACE = "cluster_id = :cluster and measure_id = :measure";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    ReleasedSets(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** All of a measure, the newest of each period last. */
    List<ReleasedSet> of(String clusterId, String measureId) {
        return jdbc.sql("""
                        select period, set_no, is_open, dots, q1, median, q3, rate, step, not_shown, frozen_at, taken_down_at
                        from klyngeflow.released_set where %s order by period, set_no""".formatted(PLACE))
                .param("cluster", clusterId)
                .param("measure", measureId)
                .query(ROW)
                .list();
    }

    /**
     * What was measured where, for the administrator of all: how many took part, as it was released, and never a figure.
     *
     * @param practices of the cluster today; @param shown empty when too few were large enough
     * @param asked and what they answered, of the newest order of data
     */
    record Coverage(
            String measure,
            String cluster,
            String period,
            int practices,
            @Nullable Integer shown,
            int asked,
            int yes) {}

    List<Coverage> coverage() {
        return jdbc.sql("""
                        with newest as (
                          select distinct on (cluster_id, measure_id) cluster_id, measure_id, period,
                            case when not is_open then array_length(string_to_array(dots, ' '), 1) + not_shown end as shown
                          from klyngeflow.released_set where taken_down_at is null
                          order by cluster_id, measure_id, frozen_at desc, period desc
                        ), of_cluster as (
                          select r.cluster_id, count(distinct r.provider_number) as practices from klyngeflow.role_holder r
                          where r.post = 'MEMBER' and r.provider_number is not null
                            and r.from_day <= :today and (r.until_day is null or r.until_day > :today)
                          group by r.cluster_id
                        ), latest as (
                          select distinct on (d.cluster_id) d.cluster_id, d.meeting_id from klyngeflow.data_order d
                          order by d.cluster_id, d.closes_at desc
                        ), answers as (
                          select l.cluster_id, count(*) as asked, count(*) filter (where c.accepts) as yes from latest l
                          join klyngeflow.data_consent c on c.cluster_id = l.cluster_id and c.meeting_id = l.meeting_id
                          group by l.cluster_id
                        )
                        select m.title, k.name, n.period, coalesce(o.practices, 0) as practices, n.shown,
                          coalesce(a.asked, 0) as asked, coalesce(a.yes, 0) as yes
                        from newest n
                        join klyngeflow.measure m on m.cluster_id = n.cluster_id and m.measure_id = n.measure_id
                        join klyngeflow.cluster k on k.cluster_id = n.cluster_id
                        left join of_cluster o on o.cluster_id = n.cluster_id
                        left join answers a on a.cluster_id = n.cluster_id
                        order by m.title, k.name""")
                .param("today", time.today())
                .query((row, number) -> new Coverage(
                        row.getString("title"),
                        row.getString("name"),
                        row.getString("period"),
                        row.getInt("practices"),
                        row.getObject("shown", Integer.class),
                        row.getInt("asked"),
                        row.getInt("yes")))
                .list();
    }

    /** @param fileHash of the newest file that is in it */
    record New(String measureId, ReleasedSet set, String fileHash) {}

    void add(String clusterId, List<New> all) {
        jdbc.sql("""
                        insert into klyngeflow.released_set
                          (cluster_id, measure_id, period, set_no, is_open, rules_version, file_hash, dots, q1, median, q3, rate,
                           step, not_shown, frozen_at)
                        select :cluster, r.measure_id, r.period, r.set_no, r.is_open, :rules, r.file_hash, r.dots, r.q1, r.median,
                          r.q3, r.rate, r.step, r.not_shown, :now
                        from jsonb_to_recordset(:sets::jsonb)
                          as r(measure_id text, period text, set_no integer, is_open boolean, file_hash text, dots text, q1 bigint,
                               median bigint, q3 bigint, rate bigint, step numeric, not_shown integer)""")
                .param("cluster", clusterId)
                .param("rules", RULES)
                .param("now", Timestamp.from(time.now()))
                .param("sets", json(all))
                .update();
    }

    private static String json(List<New> all) {
        List<Map<String, @Nullable Object>> rows = all.stream()
                .map(each -> {
                    Map<String, @Nullable Object> values = ROW.values(each.set());
                    values.put("measure_id", each.measureId());
                    values.put("file_hash", each.fileHash());
                    return values;
                })
                .toList();
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("sets cannot be written", impossible);
        }
    }

    /** For good: it is not made again without whoever asked for it, which would give her away. */
    int takeDown(String clusterId, String measureId, String period, String by) {
        return jdbc.sql("update klyngeflow.released_set set taken_down_at = :now, taken_down_by = :by where " + PLACE
                        + " and period = :period and taken_down_at is null")
                .param("cluster", clusterId)
                .param("measure", measureId)
                .param("period", period)
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    /** Rows are collected until then. */
    void waitUntil(String clusterId, Collection<MeasuredPeriod> all, Instant due) {
        jdbc.sql("""
                        insert into klyngeflow.measure_freeze (cluster_id, measure_id, period, due_at)
                        select :cluster, o.measure_id, o.period, :due
                        from unnest(:measures::text[], :periods::text[]) as o (measure_id, period)
                        on conflict (cluster_id, measure_id, period) do update set due_at = excluded.due_at""")
                .params(of(clusterId, all))
                .param("due", Timestamp.from(due))
                .update();
    }

    /** What nobody waits for any longer of these; rows are still collected for the others. */
    List<MeasuredPeriod> waitNoLonger(String clusterId, Collection<MeasuredPeriod> all) {
        Set<MeasuredPeriod> waiting = new HashSet<>();
        jdbc.sql("""
                        with of as (select * from unnest(:measures::text[], :periods::text[]) as o (measure_id, period)
                        ), over as (
                          delete from klyngeflow.measure_freeze f using of
                          where f.cluster_id = :cluster and f.measure_id = of.measure_id and f.period = of.period and f.due_at <= :now)
                        select f.measure_id, f.period from klyngeflow.measure_freeze f join of using (measure_id, period)
                        where f.cluster_id = :cluster and f.due_at > :now""")
                .params(of(clusterId, all))
                .param("now", Timestamp.from(time.now()))
                .query(row -> {
                    waiting.add(new MeasuredPeriod(row.getString("measure_id"), row.getString("period")));
                });
        return all.stream().filter(each -> !waiting.contains(each)).toList();
    }

    private static Map<String, Object> of(String clusterId, Collection<MeasuredPeriod> all) {
        Map<String, Object> values = new HashMap<>();
        values.put("cluster", clusterId);
        values.put("measures", all.stream().map(MeasuredPeriod::measureId).toArray(String[]::new));
        values.put("periods", all.stream().map(MeasuredPeriod::period).toArray(String[]::new));
        return values;
    }

    /** What is due and not frozen yet, of whichever cluster. */
    List<Due> allDue() {
        return jdbc.sql("select cluster_id, measure_id, period from klyngeflow.measure_freeze where due_at <= :now")
                .param("now", Timestamp.from(time.now()))
                .query((row, number) ->
                        new Due(row.getString("cluster_id"), row.getString("measure_id"), row.getString("period")))
                .list();
    }

    record Due(String clusterId, String measureId, String period) {}
}
