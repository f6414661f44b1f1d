package dk.klyngeflow.foundings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All foundings. Joins the caller's transaction. */
@Repository
public class Foundings {

    private static final Rows<Founding> ROW = Rows.of(Founding.class, "founding");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    Foundings(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    public void add(String clusterId, String founderId) {
        jdbc.sql("""
                        insert into klyngeflow.founding (cluster_id, founder_id, stage, started_at)
                        values (:cluster, :founder, :stage, :now)""")
                .param("cluster", clusterId)
                .param("founder", founderId)
                .param("stage", FoundingStage.PRACTICES.name())
                .param("now", now())
                .update();
    }

    public Optional<Founding> find(String clusterId) {
        return jdbc.sql("select * from klyngeflow.founding where cluster_id = :cluster")
                .param("cluster", clusterId)
                .query(ROW)
                .optional();
    }

    public Founding get(String clusterId) {
        return find(clusterId).orElseThrow(() -> new IllegalStateException("no founding " + clusterId));
    }

    /** Nobody else changes it until the transaction is over. */
    public Founding lock(String clusterId) {
        return jdbc.sql("select * from klyngeflow.founding where cluster_id = :cluster for update")
                .param("cluster", clusterId)
                .query(ROW)
                .optional()
                .orElseThrow(() -> new IllegalStateException("no founding " + clusterId));
    }

    /** The newest first. */
    public List<Founding> all() {
        return jdbc.sql("select * from klyngeflow.founding order by started_at desc, cluster_id")
                .query(ROW)
                .list();
    }

    /** Whatever is mailed from now on is of a new round. */
    public void stage(String clusterId, FoundingStage stage) {
        jdbc.sql("""
                        update klyngeflow.founding
                        set stage = :stage, round = round + 1, reminders = 0, waits_since = :waits, ended_at = :ended
                        where cluster_id = :cluster""")
                .param("cluster", clusterId)
                .param("stage", stage.name())
                .param("waits", stage.waitsForFounder() ? now() : null)
                .param("ended", stage.isOver() ? now() : null)
                .update();
    }

    public void joiningUntil(String clusterId, Instant closesAt) {
        jdbc.sql("update klyngeflow.founding set joining_closes_at = :closes where cluster_id = :cluster")
                .param("cluster", clusterId)
                .param("closes", Timestamp.from(closesAt))
                .update();
    }

    public void formalitiesUntil(String clusterId, Instant until) {
        jdbc.sql("update klyngeflow.founding set formalities_until = :until where cluster_id = :cluster")
                .param("cluster", clusterId)
                .param("until", Timestamp.from(until))
                .update();
    }

    public int reminded(String clusterId) {
        return jdbc.sql("""
                        update klyngeflow.founding set reminders = reminders + 1
                        where cluster_id = :cluster returning reminders""").param("cluster", clusterId).query(Integer.class).single();
    }

    public void propose(String clusterId, List<Instant> dates, String place) {
        jdbc.sql("update klyngeflow.founding set dates = :dates, place = :place where cluster_id = :cluster")
                .param("cluster", clusterId)
                .param("dates", dates.stream().map(Instant::toString).collect(Collectors.joining("\n")))
                .param("place", place)
                .update();
    }

    public void poll(String clusterId, String pollId) {
        jdbc.sql("update klyngeflow.founding set poll_id = :poll where cluster_id = :cluster")
                .param("cluster", clusterId)
                .param("poll", pollId)
                .update();
    }

    /** @param at null when it is called off; every change of it has a number of its own */
    public void convene(String clusterId, @Nullable Instant at, String place, String calendarUid) {
        jdbc.sql("""
                        update klyngeflow.founding
                        set assembly_at = :at, place = :place, calendar_uid = :uid, round = round + 1
                        where cluster_id = :cluster""")
                .param("cluster", clusterId)
                .param("at", at == null ? null : Timestamp.from(at))
                .param("place", place)
                .param("uid", calendarUid)
                .update();
    }

    /** The draft that goes out. */
    public void sendsOut(String clusterId, int statutesVersion) {
        jdbc.sql("update klyngeflow.founding set statutes_version = :version where cluster_id = :cluster")
                .param("cluster", clusterId)
                .param("version", statutesVersion)
                .update();
    }

    /** Ended so long ago that nobody needs the people any longer, and not forgotten yet. */
    List<Founding> endedBefore(Instant before) {
        return jdbc.sql(
                        "select * from klyngeflow.founding where ended_at < :before and forgotten_at is null for update")
                .param("before", Timestamp.from(before))
                .query(ROW)
                .list();
    }

    void forgotten(String clusterId) {
        jdbc.sql("update klyngeflow.founding set forgotten_at = :now, place = '' where cluster_id = :cluster")
                .param("cluster", clusterId)
                .param("now", now())
                .update();
        // the cluster that was opened has its minutes; of one that came to nothing nobody's words are kept
        jdbc.sql("""
                        update klyngeflow.founding_record r set minutes = '', amendments = '', counts = ''
                        from klyngeflow.founding f
                        where r.cluster_id = :cluster and f.cluster_id = r.cluster_id and f.stage = 'GIVEN_UP'""").param("cluster", clusterId).update();
    }

    private Timestamp now() {
        return Timestamp.from(time.now());
    }
}
