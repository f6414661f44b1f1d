package dk.klyngeflow.benchmarks;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where figures come from by themselves, and what came of the files. */
@Repository
class FigureSources {

    private static final int LONGEST = 8_000;
    private static final Rows<Delivery> ROW = Rows.of(Delivery.class, "figure_delivery");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    FigureSources(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** @param problems null when it was taken */
    record Delivery(
            String source, Instant foundAt, @Nullable String problems) {}

    List<String> urls(String clusterId) {
        return jdbc.sql("select url from klyngeflow.figure_source where cluster_id = :cluster order by url")
                .param("cluster", clusterId)
                .query(String.class)
                .list();
    }

    void add(String clusterId, String url, String by) {
        jdbc.sql("""
                        insert into klyngeflow.figure_source (cluster_id, url, added_by, added_at)
                        values (:cluster, :url, :by, :now) on conflict do nothing""")
                .param("cluster", clusterId)
                .param("url", url)
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    void remove(String clusterId, String url) {
        jdbc.sql("delete from klyngeflow.figure_source where cluster_id = :cluster and url = :url")
                .param("cluster", clusterId)
                .param("url", url)
                .update();
    }

    /** Whether this is what the source had when it was last looked at. */
    boolean isNewest(String clusterId, String source, String hash) {
        return jdbc.sql("""
                        select file_hash from klyngeflow.figure_delivery
                        where cluster_id = :cluster and source = :source order by delivery_no desc limit 1""")
                .param("cluster", clusterId)
                .param("source", source)
                .query(String.class)
                .optional()
                .filter(hash::equals)
                .isPresent();
    }

    /** Also one that has been there before, when another has come since. @return false when another node was first */
    boolean came(String clusterId, String source, String hash, @Nullable String problems) {
        return jdbc.sql("""
                                insert into klyngeflow.figure_delivery as d (cluster_id, source, file_hash, found_at, problems)
                                values (:cluster, :source, :hash, :now, :problems)
                                on conflict (cluster_id, source, file_hash) do update
                                set delivery_no = default, found_at = excluded.found_at, problems = excluded.problems,
                                  set_aside_by = null, set_aside_at = null
                                where exists (select from klyngeflow.figure_delivery n
                                  where n.cluster_id = d.cluster_id and n.source = d.source and n.delivery_no > d.delivery_no)""")
                        .param("cluster", clusterId)
                        .param("source", source)
                        .param("hash", hash)
                        .param("now", Timestamp.from(time.now()))
                        .param(
                                "problems",
                                problems == null || problems.length() <= LONGEST
                                        ? problems
                                        : problems.substring(0, LONGEST))
                        .update()
                == 1;
    }

    /** Whether this was wrong with the newest of the source already. */
    boolean isWrong(String clusterId, String source, String problems) {
        return newest(clusterId, "problems = :problems and source = :source")
                .param("problems", problems)
                .param("source", source)
                .query(ROW)
                .optional()
                .isPresent();
    }

    /** Whether somebody has set aside the newest of the source. */
    boolean isSetAside(String clusterId, String source) {
        return newest(clusterId, "set_aside_at is not null and source = :source")
                .param("source", source)
                .query(ROW)
                .optional()
                .isPresent();
    }

    /** Of each source the newest, when something was wrong with it and nobody has set it aside. */
    List<Delivery> wrong(String clusterId) {
        return newest(clusterId, "problems is not null and set_aside_at is null")
                .query(ROW)
                .list();
    }

    private JdbcClient.StatementSpec newest(String clusterId, String which) {
        return jdbc.sql("""
                        select source, found_at, problems from (
                          select distinct on (source) * from klyngeflow.figure_delivery
                          where cluster_id = :cluster order by source, delivery_no desc) newest
                        where\s""" + which + " order by source").param("cluster", clusterId);
    }

    /** Until the source has another file. @return false when the newest of it is not wrong, or set aside already */
    boolean setAside(String clusterId, String source, String by) {
        return jdbc.sql("""
                                update klyngeflow.figure_delivery d set set_aside_by = :by, set_aside_at = :now
                                where cluster_id = :cluster and source = :source and problems is not null and set_aside_at is null
                                  and not exists (select from klyngeflow.figure_delivery n
                                    where n.cluster_id = d.cluster_id and n.source = d.source and n.delivery_no > d.delivery_no)""")
                        .param("by", by)
                        .param("now", Timestamp.from(time.now()))
                        .param("cluster", clusterId)
                        .param("source", source)
                        .update()
                == 1;
    }
}
