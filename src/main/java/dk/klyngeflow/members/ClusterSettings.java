package dk.klyngeflow.members;

import dk.klyngeflow.engine.CopenhagenTime;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each cluster has decided, and from which day. */
@Repository
public class ClusterSettings {

    private static final DateTimeFormatter DANISH = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    ClusterSettings(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** What applies today. */
    public <T> T get(String clusterId, Setting<T> setting) {
        return get(clusterId, setting, time.today());
    }

    /** What applied, or will apply, on that day. */
    public <T> T get(String clusterId, Setting<T> setting, LocalDate day) {
        return setting.read(jdbc.sql("""
                        select value from klyngeflow.setting
                        where cluster_id = :cluster and key = :key and valid_from <= :day
                        order by valid_from desc limit 1""")
                .param("cluster", clusterId)
                .param("key", setting.key())
                .param("day", day)
                .query(String.class)
                .optional()
                .orElse(null));
    }

    /** What has been decided for later, as Danish lines: {@code 1.234,50 fra 01.01.2027}. */
    <T> List<String> later(String clusterId, Setting<T> setting) {
        return jdbc.sql("""
                        select value, valid_from from klyngeflow.setting
                        where cluster_id = :cluster and key = :key and valid_from > :today
                        order by valid_from""")
                .param("cluster", clusterId)
                .param("key", setting.key())
                .param("today", time.today())
                .query((row, number) -> setting.show(setting.read(row.getString("value"))) + " fra "
                        + DANISH.format(row.getObject("valid_from", LocalDate.class)))
                .list();
    }

    /** @param from the first day it applies; a later decision for the same day replaces the earlier one */
    public <T> void set(String clusterId, Setting<T> setting, T value, LocalDate from, String setBy) {
        jdbc.sql("""
                        insert into klyngeflow.setting (cluster_id, key, valid_from, value, set_by, set_at)
                        values (:cluster, :key, :from, :value, :by, :now)
                        on conflict (cluster_id, key, valid_from)
                        do update set value = excluded.value, set_by = excluded.set_by, set_at = excluded.set_at""")
                .param("cluster", clusterId)
                .param("key", setting.key())
                .param("from", from)
                .param("value", value.toString())
                .param("by", setBy)
                .param("now", Timestamp.from(time.now()))
                .update();
    }
}
