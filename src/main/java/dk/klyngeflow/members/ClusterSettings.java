package dk.klyngeflow.members;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.engine.Rows.Column;
import dk.klyngeflow.engine.TransactionMemory;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each cluster has decided, and from which day. */
@Repository
public class ClusterSettings {

    private static final DateTimeFormatter DANISH = DanishTime.DAY_IN_FIGURES;

    /** @param source where it follows from, as people read it; null when somebody has set it on the page of settings */
    private record Decided(
            String key,
            @Column("valid_from") LocalDate from,
            String value,
            @Nullable String source) {

        boolean isOfModel() {
            return source != null;
        }
    }

    private static final Rows<Decided> ROW = Rows.of(Decided.class, "setting");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;
    private final TransactionMemory<String, List<Decided>> memory = new TransactionMemory<>();

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
        return setting.read(decided(clusterId).stream()
                .filter(decided ->
                        decided.key().equals(setting.key()) && !decided.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .map(Decided::value)
                .orElse(null));
    }

    /**
     * What applies for a case that began on that day. What the cluster has agreed on since is for cases to come; what somebody has set by
     * hand is meant at once.
     */
    public <T> T forCaseOf(String clusterId, Setting<T> setting, LocalDate begun) {
        return decidedForCaseOf(clusterId, setting, begun).orElseGet(setting::standard);
    }

    /** The same; empty while the standard applies to it. */
    public <T> Optional<T> decidedForCaseOf(String clusterId, Setting<T> setting, LocalDate begun) {
        LocalDate today = time.today();
        LocalDate agreed = begun.isBefore(today) ? begun : today;
        return decided(clusterId).stream()
                .filter(decided -> decided.key().equals(setting.key())
                        && !decided.from().isAfter(decided.isOfModel() ? agreed : today))
                .reduce((earlier, later) -> later)
                .map(decided -> setting.read(decided.value()));
    }

    /** Where what applies today follows from, as in {@code den lokale model, version 2}; empty when somebody has set it, or nobody. */
    public <T> Optional<String> source(String clusterId, Setting<T> setting) {
        LocalDate today = time.today();
        return decided(clusterId).stream()
                .filter(decided ->
                        decided.key().equals(setting.key()) && !decided.from().isAfter(today))
                .reduce((earlier, later) -> later)
                .flatMap(decided -> Optional.ofNullable(decided.source()));
    }

    /** False while the standard applies. */
    public <T> boolean isDecided(String clusterId, Setting<T> setting) {
        LocalDate today = time.today();
        return decided(clusterId).stream()
                .anyMatch(decided ->
                        decided.key().equals(setting.key()) && !decided.from().isAfter(today));
    }

    /** All that a cluster has decided, the oldest first: few rows, and who asks for one mostly asks for more. */
    private List<Decided> decided(String clusterId) {
        return memory.get(
                clusterId,
                () -> jdbc.sql("""
                        select key, valid_from, value, source from klyngeflow.setting
                        where cluster_id = :cluster order by valid_from""").param("cluster", clusterId).query(ROW).list());
    }

    /** What has been decided for later, as Danish lines: {@code 1.234,50 fra 01.01.2027}. */
    <T> List<String> later(String clusterId, Setting<T> setting) {
        LocalDate today = time.today();
        return decided(clusterId).stream()
                .filter(decided ->
                        decided.key().equals(setting.key()) && decided.from().isAfter(today))
                .map(decided -> setting.show(setting.read(decided.value())) + " fra " + DANISH.format(decided.from()))
                .toList();
    }

    /** @param from the first day it applies; a later decision for the same day replaces the earlier one */
    public <T> void set(String clusterId, Setting<T> setting, T value, LocalDate from, String setBy) {
        set(clusterId, setting, value, from, setBy, null);
    }

    /** @param source where it follows from, as people read it; null when somebody sets it by hand */
    public <T> void set(
            String clusterId, Setting<T> setting, T value, LocalDate from, String setBy, @Nullable String source) {
        jdbc.sql("""
                        insert into klyngeflow.setting (cluster_id, key, valid_from, value, set_by, set_at, source)
                        values (:cluster, :key, :from, :value, :by, :now, :source)
                        on conflict (cluster_id, key, valid_from)
                        do update set value = excluded.value, set_by = excluded.set_by, set_at = excluded.set_at,
                            source = excluded.source""")
                .param("cluster", clusterId)
                .param("key", setting.key())
                .param("from", from)
                .param("value", value.toString())
                .param("by", setBy)
                .param("source", source)
                .param("now", Timestamp.from(time.now()))
                .update();
        memory.forget(clusterId);
    }
}
