package dk.klyngeflow.handover;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The handovers of the post as coordinator, past and under way. */
@Repository
class Handovers {

    private static final String SELECT = "select * from klyngeflow.handover where cluster_id = :cluster ";
    private static final Rows<Handover> ROW = Rows.of(Handover.class, "handover");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    Handovers(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    Handover add(String clusterId, String parting, String successor, LocalDate day, String by) {
        String id = UUID.randomUUID().toString();
        int number = jdbc.sql("select count(*) + 1 from klyngeflow.handover where cluster_id = :cluster")
                .param("cluster", clusterId)
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        insert into klyngeflow.handover
                          (cluster_id, handover_id, business_key, parting, successor, day, started_by, started_at)
                        values (:cluster, :id, :key, :parting, :successor, :day, :by, :now)""")
                .param("cluster", clusterId)
                .param("id", id)
                .param("key", clusterId + "/overdragelse-" + number)
                .param("parting", parting)
                .param("successor", successor)
                .param("day", day)
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .update();
        return get(clusterId, id);
    }

    Optional<Handover> find(String clusterId, String handoverId) {
        return jdbc.sql(SELECT + "and handover_id = :id")
                .param("cluster", clusterId)
                .param("id", handoverId)
                .query(ROW)
                .optional();
    }

    /** @throws IllegalStateException when there is none */
    Handover get(String clusterId, String handoverId) {
        return find(clusterId, handoverId)
                .orElseThrow(() -> new IllegalStateException("no handover " + handoverId + " in " + clusterId));
    }

    /** The one that is under way; there is one at most. */
    Optional<Handover> open(String clusterId) {
        return jdbc.sql(SELECT + "and ended_at is null and moved_at is null")
                .param("cluster", clusterId)
                .query(ROW)
                .optional();
    }

    /** The newest first. */
    List<Handover> all(String clusterId) {
        return jdbc.sql(SELECT + "order by started_at desc, ended_at desc nulls first limit 20")
                .param("cluster", clusterId)
                .query(ROW)
                .list();
    }

    void parted(Handover handover, String note) {
        jdbc.sql("update klyngeflow.handover set parted_at = :now, note = :note where handover_id = :id")
                .param("now", Timestamp.from(time.now()))
                .param("note", note)
                .param("id", handover.handoverId())
                .update();
    }

    void taken(Handover handover) {
        stamp(handover, "taken_at");
    }

    void moved(Handover handover) {
        stamp(handover, "moved_at");
    }

    void ended(Handover handover) {
        stamp(handover, "ended_at");
    }

    private void stamp(Handover handover, String column) {
        jdbc.sql("update klyngeflow.handover set " + column + " = :now where handover_id = :id")
                .param("now", Timestamp.from(time.now()))
                .param("id", handover.handoverId())
                .update();
    }

    void filed(Handover handover, String documentId) {
        jdbc.sql("update klyngeflow.handover set document_id = :document where handover_id = :id")
                .param("document", documentId)
                .param("id", handover.handoverId())
                .update();
    }

    /** @param reason Danish */
    void because(Handover handover, String reason) {
        jdbc.sql("update klyngeflow.handover set reason = :reason where handover_id = :id")
                .param("reason", reason)
                .param("id", handover.handoverId())
                .update();
    }

    /** Both confirm anew: it was another day they said yes to. */
    void renew(Handover handover, String successor, LocalDate day) {
        jdbc.sql("""
                        update klyngeflow.handover set successor = :successor, day = :day, parted_at = null, taken_at = null,
                          reason = '' where handover_id = :id""")
                .param("successor", successor)
                .param("day", day)
                .param("id", handover.handoverId())
                .update();
    }

    /**
     * What was written from one to the other, and who answered what; that it took place, and its paper, stay.
     *
     * @return how many that were over before then
     */
    int forget(Instant before) {
        Timestamp moment = Timestamp.from(before);
        jdbc.sql("""
                        update klyngeflow.handover_item i set remark = '', answered_by = null
                        from klyngeflow.handover h
                        where h.handover_id = i.handover_id and coalesce(h.ended_at, h.moved_at) < :before
                          and (i.remark <> '' or i.answered_by is not null)""").param("before", moment).update();
        return jdbc.sql("""
                        update klyngeflow.handover set note = ''
                        where coalesce(ended_at, moved_at) < :before and note <> ''""").param("before", moment).update();
    }
}
