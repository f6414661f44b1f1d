package dk.klyngeflow.invoices;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.TransactionMemory;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who said yes to what. Only ever added to. */
@Repository
class Approvals {

    private final JdbcClient jdbc;
    private final CopenhagenTime time;
    private final TransactionMemory<List<String>, List<Approval>> memory = new TransactionMemory<>();

    Approvals(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    List<Approval> of(Invoice invoice) {
        return memory.get(
                List.of(invoice.clusterId(), invoice.id()),
                () -> jdbc.sql("""
                        select * from klyngeflow.invoice_approval where cluster_id = :cluster and invoice_id = :id
                        order by decided_at, level""")
                        .param("cluster", invoice.clusterId())
                        .param("id", invoice.id())
                        .query((row, number) -> new Approval(
                                ApprovalLevel.of(row.getInt("level")),
                                row.getString("person_id"),
                                row.getString("recorded_by"),
                                row.getString("content_hash"),
                                row.getString("comment"),
                                row.getString("document_id"),
                                row.getObject("decided_on", LocalDate.class),
                                row.getTimestamp("decided_at").toInstant()))
                        .list());
    }

    /** For whoever has waited for the invoice's lock: others may have approved meanwhile. */
    void forget(String clusterId, String invoiceId) {
        memory.forget(List.of(clusterId, invoiceId));
    }

    /** Approving the same content at the same level again changes nothing. */
    void add(Invoice invoice, ApprovalLevel level, String personId, String comment) {
        insert(invoice, level, personId, personId, comment, null, null);
    }

    /** @param documentId the minutes */
    void addMembersDecision(
            Invoice invoice, String recordedBy, String comment, LocalDate decidedOn, @Nullable String documentId) {
        insert(invoice, ApprovalLevel.MEMBERS, null, recordedBy, comment, decidedOn, documentId);
    }

    private void insert(
            Invoice invoice,
            ApprovalLevel level,
            @Nullable String personId,
            String recordedBy,
            String comment,
            @Nullable LocalDate decidedOn,
            @Nullable String documentId) {
        jdbc.sql("""
                        insert into klyngeflow.invoice_approval
                          (cluster_id, invoice_id, level, person_id, recorded_by, content_hash, comment, document_id,
                           decided_on, decided_at)
                        values (:cluster, :id, :level, :person, :by, :hash, :comment, :document, :on, :at)
                        on conflict (cluster_id, invoice_id, level, content_hash) do nothing""")
                .param("cluster", invoice.clusterId())
                .param("id", invoice.id())
                .param("level", level.number())
                .param("person", personId)
                .param("by", recordedBy)
                .param("hash", invoice.contentHash())
                .param("comment", comment)
                .param("document", documentId)
                .param("on", decidedOn)
                .param("at", Timestamp.from(time.now()))
                .update();
        forget(invoice.clusterId(), invoice.id());
    }
}
