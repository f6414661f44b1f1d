package dk.klyngeflow.invoices;

import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.einvoices.EInvoice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is here already, by one rule for every door: the same supplier, number and kind; the same file, also when it came as an attachment or
 * as somebody's receipt; or the same claim of the same person. What was turned away or taken back may come again.
 */
@Component
class Duplicates {

    private final JdbcClient jdbc;
    private final Invoices invoices;
    private final KnownInvoices known;
    private final Documents documents;

    Duplicates(JdbcClient jdbc, Invoices invoices, KnownInvoices known, Documents documents) {
        this.jdbc = jdbc;
        this.invoices = invoices;
        this.known = known;
        this.documents = documents;
    }

    /** Until the transaction ends nothing else is taken in for this cluster: two that arrive at once meet here, whatever their doors. */
    void lock(String clusterId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('klyngeflow.invoices/' || :cluster, 0))")
                .param("cluster", clusterId)
                .query(row -> {});
    }

    /** @param read what the file says; null when it cannot be read by a machine */
    Optional<DuplicateInvoice> ofFile(Document document, @Nullable EInvoice read) {
        return ofContent(document)
                .or(() -> read == null ? Optional.empty() : ofNumber(document.clusterId(), read))
                .map(DuplicateInvoice::new);
    }

    Optional<DuplicateInvoice> ofClaim(Claim claim, @Nullable EInvoice receipt) {
        return known.findSame(claim)
                .map(DuplicateInvoice::ofClaim)
                .or(() -> Optional.ofNullable(claim.documentId())
                        .flatMap(id -> documents.find(claim.clusterId(), id))
                        .flatMap(document -> ofContent(document)
                                .or(() -> receipt == null ? Optional.empty() : ofNumber(claim.clusterId(), receipt)))
                        .map(DuplicateInvoice::ofReceipt));
    }

    private Optional<Invoice> ofContent(Document document) {
        return known.findByFiles(document.clusterId(), documents.withContent(document.clusterId(), document.sha256()));
    }

    private Optional<Invoice> ofNumber(String clusterId, EInvoice read) {
        String supplier =
                InvoiceKeys.supplier(read.supplier().cvr(), read.supplier().name());
        String number = InvoiceKeys.number(read.number());
        return supplier == null || number == null
                ? Optional.empty()
                : invoices.findSame(clusterId, supplier, number, read.kind().name());
    }
}
