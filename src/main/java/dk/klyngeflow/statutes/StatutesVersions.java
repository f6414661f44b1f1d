package dk.klyngeflow.statutes;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The statutes of every cluster, all versions of them. What has been written stays as it was. */
@Repository
public class StatutesVersions {

    static final Rows<Statutes> ROW = Rows.of(Statutes.class, "statutes");
    private static final Logger LOG = LoggerFactory.getLogger(StatutesVersions.class);

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    StatutesVersions(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** What applies today. */
    public Statutes today(String clusterId) {
        return on(clusterId, time.today());
    }

    /** What applies on a day: of those that have taken effect the newest, else what every cluster begins with. */
    public Statutes on(String clusterId, LocalDate day) {
        return jdbc.sql("""
                        select * from klyngeflow.statutes where cluster_id = :cluster and from_day <= :day
                        order by from_day desc, version desc limit 1""")
                .param("cluster", clusterId)
                .param("day", day)
                .query(ROW)
                .optional()
                .orElseGet(StatuteFields::standard);
    }

    /** One version; a case goes on by the one with which it began. */
    public Statutes version(String clusterId, int version) {
        return jdbc.sql("select * from klyngeflow.statutes where cluster_id = :cluster and version = :version")
                .param("cluster", clusterId)
                .param("version", version)
                .query(ROW)
                .optional()
                .orElseGet(StatuteFields::standard);
    }

    /** All that have been written, the newest first. */
    public List<Statutes> all(String clusterId) {
        return jdbc.sql("select * from klyngeflow.statutes where cluster_id = :cluster order by version desc")
                .param("cluster", clusterId)
                .query(ROW)
                .list();
    }

    /**
     * Writes the next version.
     *
     * @param by who has written it; a person's id
     * @return its number
     */
    @Transactional
    public int adopt(String clusterId, Statutes adopted, String by) {
        jdbc.sql("select cluster_id from klyngeflow.cluster where cluster_id = :cluster for no key update")
                .param("cluster", clusterId)
                .query(String.class)
                .single();
        int version = jdbc.sql(
                        "select coalesce(max(version), 0) + 1 from klyngeflow.statutes where cluster_id = :cluster")
                .param("cluster", clusterId)
                .query(Integer.class)
                .single();
        Map<String, @Nullable Object> values = ROW.values(adopted);
        values.put("version", version);
        values.put("cluster_id", clusterId);
        values.put("written_by", by);
        values.put("written_at", Timestamp.from(time.now()));
        jdbc.sql("insert into klyngeflow.statutes (" + String.join(", ", values.keySet()) + ") values ("
                        + values.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", ")) + ")")
                .params(values)
                .update();
        LOG.info("{} has statutes version {} from {}, written by {}", clusterId, version, adopted.fromDay(), by);
        return version;
    }
}
