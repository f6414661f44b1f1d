package dk.klyngeflow.foundings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has which formality in hand, and what came of it. Joins the caller's transaction. */
@Repository
public class FormalityRows {

    private static final Rows<Formality> ROW = Rows.of(Formality.class, "founding_formality");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    FormalityRows(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    public void add(String clusterId, Formality.Kind kind, String holderId) {
        jdbc.sql("""
                        insert into klyngeflow.founding_formality (cluster_id, kind, holder_id)
                        values (:cluster, :kind, :holder) on conflict do nothing""")
                .param("cluster", clusterId)
                .param("kind", kind.name())
                .param("holder", holderId)
                .update();
    }

    /** In the order in which they are named. */
    public List<Formality> of(String clusterId) {
        return jdbc.sql("select * from klyngeflow.founding_formality where cluster_id = :cluster order by kind desc")
                .param("cluster", clusterId)
                .query(ROW)
                .list();
    }

    public Optional<Formality> find(String clusterId, Formality.Kind kind) {
        return of(clusterId).stream().filter(each -> each.kind() == kind).findFirst();
    }

    public void give(Formality formality, String holderId) {
        jdbc.sql("""
                        update klyngeflow.founding_formality set holder_id = :holder
                        where cluster_id = :cluster and kind = :kind and settled_at is null""")
                .param("cluster", formality.clusterId())
                .param("kind", formality.kind().name())
                .param("holder", holderId)
                .update();
    }

    /** @return false when it is settled already */
    public boolean settle(Formality formality, boolean isSkipped, String value, @Nullable String documentId) {
        return jdbc.sql("""
                        update klyngeflow.founding_formality
                        set settled_at = :now, is_skipped = :skipped, value = :value, document_id = :document
                        where cluster_id = :cluster and kind = :kind and settled_at is null""")
                        .param("cluster", formality.clusterId())
                        .param("kind", formality.kind().name())
                        .param("skipped", isSkipped)
                        .param("value", value)
                        .param("document", documentId)
                        .param("now", Timestamp.from(time.now()))
                        .update()
                == 1;
    }
}
