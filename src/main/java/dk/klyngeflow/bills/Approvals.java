package dk.klyngeflow.bills;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.engine.Rows.Kept;
import dk.klyngeflow.engine.TransactionMemory;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who said yes to what. Only ever added to. */
@Repository
public class Approvals {

    private static final Rows<Approval> ROW = Rows.of(
            Approval.class,
            "invoice_approval",
            new Kept<>(
                    ApprovalLevel.class, number -> ApprovalLevel.of(Integer.parseInt(number)), ApprovalLevel::number));

    private final JdbcClient jdbc;
    private final CopenhagenTime time;
    private final TransactionMemory<List<String>, List<Approval>> memory = new TransactionMemory<>();

    Approvals(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    public List<Approval> of(Invoice invoice) {
        return memory.get(
                List.of(invoice.clusterId(), invoice.id()),
                () -> jdbc.sql("""
                        select * from klyngeflow.invoice_approval where cluster_id = :cluster and invoice_id = :id
                        order by decided_at, level""")
                        .param("cluster", invoice.clusterId())
                        .param("id", invoice.id())
                        .query(ROW)
                        .list());
    }

    /** For whoever has waited for the invoice's lock: others may have approved meanwhile. */
    void forget(String clusterId, String invoiceId) {
        memory.forget(List.of(clusterId, invoiceId));
    }

    /** Approving the same content at the same level again changes nothing. */
    public void add(Invoice invoice, ApprovalLevel level, String personId, String comment) {
        insert(
                invoice,
                new Approval(level, personId, personId, invoice.contentHash(), comment, null, null, time.now()));
    }

    /** @param documentId the minutes */
    public void addMembersDecision(
            Invoice invoice, String recordedBy, String comment, LocalDate decidedOn, @Nullable String documentId) {
        insert(
                invoice,
                new Approval(
                        ApprovalLevel.MEMBERS,
                        null,
                        recordedBy,
                        invoice.contentHash(),
                        comment,
                        documentId,
                        decidedOn,
                        time.now()));
    }

    private void insert(Invoice invoice, Approval approval) {
        int written = jdbc.sql("""
                        insert into klyngeflow.invoice_approval
                          (cluster_id, invoice_id, level, person_id, recorded_by, content_hash, comment, document_id,
                           decided_on, decided_at)
                        values (:cluster, :invoice, :level, :person_id, :recorded_by, :content_hash, :comment, :document_id,
                           :decided_on, :decided_at)
                        on conflict (cluster_id, invoice_id, level, content_hash) do nothing""")
                .params(ROW.values(approval))
                .param("cluster", invoice.clusterId())
                .param("invoice", invoice.id())
                .update();
        List<String> key = List.of(invoice.clusterId(), invoice.id());
        if (written == 1 && memory.knows(key)) {
            memory.keep(
                    key,
                    Stream.concat(of(invoice).stream(), Stream.of(approval)).toList());
        }
    }
}
