package dk.klyngeflow.documents;

import dk.klyngeflow.engine.CopenhagenTime;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The files that stay with the secretary, because they may show the figures of single practices. Once found, a file stays, and only she and the
 * one who handed it in can fetch it.
 */
@Component
public class KeptBack {

    private static final String UNREADABLE =
            "Filen kan ikke læses igennem, så vi kan ikke se, om den viser den enkelte praksis’ tal. Den bliver hos sekretæren og sendes ikke til medlemmerne.";

    private final JdbcClient jdbc;
    private final Documents documents;
    private final BoundedWork bounded;
    private final CopenhagenTime time;

    KeptBack(JdbcClient jdbc, Documents documents, BoundedWork bounded, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.bounded = bounded;
        this.time = time;
    }

    /**
     * Looks through a file before it may go to members, and keeps it back for good when it may not.
     *
     * @param providerNumbers of the practices of the cluster
     * @return in Danish why it stays; empty when nothing in it speaks against its going out
     */
    public Optional<String> look(String clusterId, String documentId, Collection<String> providerNumbers) {
        if (isLookedThrough(clusterId, documentId)) {
            return why(clusterId, documentId);
        }
        Optional<Document> document = documents.find(clusterId, documentId);
        if (document.isEmpty()) {
            return Optional.empty();
        }
        byte[] content = documents.content(clusterId, documentId);
        Optional<String> found = found(content, document.get().fileName(), providerNumbers);
        keep(clusterId, documentId, found.orElse(null));
        return found;
    }

    private Optional<String> found(byte[] content, String fileName, Collection<String> providerNumbers) {
        try {
            return bounded.run(() -> new PracticeFigures(providerNumbers).why(content, fileName));
        } catch (BoundedWork.Failed e) {
            return Optional.of(UNREADABLE);
        }
    }

    private boolean isLookedThrough(String clusterId, String documentId) {
        return jdbc.sql(
                                "select count(*) from klyngeflow.document_looked_through where cluster_id = :cluster and document_id = :document")
                        .param("cluster", clusterId)
                        .param("document", documentId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void keep(String clusterId, String documentId, @Nullable String reason) {
        jdbc.sql("""
                        insert into klyngeflow.document_looked_through (cluster_id, document_id, stays_because, looked_at)
                        values (:cluster, :document, :reason, :now) on conflict do nothing""")
                .param("cluster", clusterId)
                .param("document", documentId)
                .param("reason", reason)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    /** The ids of all files of a cluster that stay with the secretary. */
    public Set<String> all(String clusterId) {
        return jdbc.sql("""
                        select document_id from klyngeflow.document_looked_through
                        where cluster_id = :cluster and stays_because is not null""").param("cluster", clusterId).query(String.class).set();
    }

    /** In Danish; empty for all files that nobody has looked through, or that may go out. */
    public Optional<String> why(String clusterId, String documentId) {
        return jdbc.sql("""
                        select stays_because from klyngeflow.document_looked_through
                        where cluster_id = :cluster and document_id = :document and stays_because is not null""")
                .param("cluster", clusterId)
                .param("document", documentId)
                .query(String.class)
                .optional();
    }
}
