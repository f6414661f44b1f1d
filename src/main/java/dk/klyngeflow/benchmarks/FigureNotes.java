package dk.klyngeflow.benchmarks;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.engine.Rows.Column;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What practices say of their own figures, to those who arrange the meeting. */
@Repository
class FigureNotes {

    private static final Rows<Note> ROW = Rows.of(Note.class, "measure_note");
    private static final String ONE =
            "cluster_id = :cluster and measure_id = :measure and provider_number = :provider and kind = :kind";

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    FigureNotes(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    enum Kind {
        TRY,
        WRONG
    }

    record Note(@Column("provider_number") String provider, Kind kind, String note) {}

    /** @param note empty takes it back */
    void say(String clusterId, String measureId, String provider, Kind kind, String note, String by) {
        if (note.isEmpty()) {
            jdbc.sql("delete from klyngeflow.measure_note where " + ONE)
                    .param("cluster", clusterId)
                    .param("measure", measureId)
                    .param("provider", provider)
                    .param("kind", kind.name())
                    .update();
            return;
        }
        jdbc.sql("""
                        insert into klyngeflow.measure_note
                          (cluster_id, measure_id, provider_number, kind, note, person_id, noted_at)
                        values (:cluster, :measure, :provider, :kind, :note, :by, :now)
                        on conflict (cluster_id, measure_id, provider_number, kind) do update
                        set note = excluded.note, person_id = excluded.person_id, noted_at = excluded.noted_at""")
                .param("cluster", clusterId)
                .param("measure", measureId)
                .param("provider", provider)
                .param("kind", kind.name())
                .param("note", note)
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    /** What became of it in the list of what is agreed; empty when nothing did. */
    Optional<String> item(String clusterId, String measureId, String provider) {
        return jdbc.sql("select item_id from klyngeflow.measure_note where " + ONE + " and item_id is not null")
                .param("cluster", clusterId)
                .param("measure", measureId)
                .param("provider", provider)
                .param("kind", Kind.TRY.name())
                .query(String.class)
                .optional();
    }

    void became(String clusterId, String measureId, String provider, String itemId) {
        jdbc.sql("update klyngeflow.measure_note set item_id = :item where " + ONE)
                .param("item", itemId)
                .param("cluster", clusterId)
                .param("measure", measureId)
                .param("provider", provider)
                .param("kind", Kind.TRY.name())
                .update();
    }

    int forget(Instant before) {
        return jdbc.sql("delete from klyngeflow.measure_note where noted_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    List<Note> of(String clusterId, String measureId) {
        return jdbc.sql("""
                        select provider_number, kind, note from klyngeflow.measure_note
                        where cluster_id = :cluster and measure_id = :measure order by kind, provider_number""")
                .param("cluster", clusterId)
                .param("measure", measureId)
                .query(ROW)
                .list();
    }
}
