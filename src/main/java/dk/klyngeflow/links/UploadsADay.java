package dk.klyngeflow.links;

import dk.klyngeflow.engine.CopenhagenTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what comes by each link on each day. */
@Repository
class UploadsADay {

    private final JdbcClient jdbc;
    private final LinkSettings settings;
    private final CopenhagenTime time;

    UploadsADay(JdbcClient jdbc, LinkSettings settings, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.time = time;
    }

    /** Counts a file that is about to be kept; two at once wait for one another. @return false when there is no room left today */
    boolean take(Link link, long bytes) {
        if (settings.filesADay() < 1 || bytes > settings.bytesADay().toBytes()) {
            return false;
        }
        return jdbc.sql("""
                                insert into klyngeflow.link_upload as today (cluster_id, link_id, day, files, bytes)
                                values (:cluster, :link, :day, 1, :bytes)
                                on conflict (link_id, day) do update
                                set files = today.files + 1, bytes = today.bytes + excluded.bytes
                                where today.cluster_id = :cluster and today.files < :mostFiles
                                  and today.bytes + excluded.bytes <= :mostBytes""")
                        .param("cluster", link.clusterId())
                        .param("link", link.id())
                        .param("day", time.today())
                        .param("bytes", bytes)
                        .param("mostFiles", settings.filesADay())
                        .param("mostBytes", settings.bytesADay().toBytes())
                        .update()
                == 1;
    }
}
