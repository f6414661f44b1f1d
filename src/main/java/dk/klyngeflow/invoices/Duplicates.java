package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Claim;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.InvoiceKeys;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.bills.KnownInvoices;
import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.einvoices.Attachment;
import dk.klyngeflow.einvoices.EInvoice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is here already, by one rule for every door: the same supplier, number, kind, amount and year; the same file, also when it came as an attachment,
 * as somebody's receipt, or as the PDF that an e-invoice encloses; or the same claim of the same person. What was turned away or taken back may come again.
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
                .or(() -> read == null ? Optional.empty() : ofWhatIsRead(document.clusterId(), read))
                .map(DuplicateInvoice::new);
    }

    Optional<DuplicateInvoice> ofClaim(Claim claim, @Nullable EInvoice receipt) {
        return known.findSame(claim)
                .map(DuplicateInvoice::ofClaim)
                .or(() -> Optional.ofNullable(claim.documentId())
                        .flatMap(id -> documents.find(claim.clusterId(), id))
                        .flatMap(document -> ofContent(document)
                                .or(() ->
                                        receipt == null ? Optional.empty() : ofWhatIsRead(claim.clusterId(), receipt)))
                        .map(DuplicateInvoice::ofReceipt));
    }

    private Optional<Invoice> ofContent(Document document) {
        return known.findByFiles(document.clusterId(), documents.withContent(document.clusterId(), document.sha256()));
    }

    /** Told apart from a file of another matter: this one is a bill already. */
    boolean isTakenIn(Document document) {
        return known.findByDocuments(document.clusterId(), List.of(document.id()))
                .isPresent();
    }

    private Optional<Invoice> ofWhatIsRead(String clusterId, EInvoice read) {
        return ofNumber(clusterId, read).or(() -> ofPicture(clusterId, read));
    }

    /**
     * Of the PDF that came first and is now enclosed as the picture of the e-invoice. A supplier may enclose the same terms of trade with
     * every bill: only what names the bill is its picture, or, of what has no text, the only thing enclosed.
     */
    private Optional<Invoice> ofPicture(String clusterId, EInvoice read) {
        String number = InvoiceKeys.number(read.number());
        if (number == null) {
            return Optional.empty();
        }
        boolean isOnlyOne = read.attachments().size() == 1;
        return read.attachments().stream()
                .map(Attachment::content)
                .flatMap(content -> known.findByDocuments(clusterId, documents.withContent(clusterId, content)).stream()
                        .filter(first -> documents
                                .lettersAndDigits(content)
                                .map(text -> text.contains(number))
                                .orElse(isOnlyOne)))
                .findFirst();
    }

    private Optional<Invoice> ofNumber(String clusterId, EInvoice read) {
        String supplier =
                InvoiceKeys.supplier(read.supplier().cvr(), read.supplier().name());
        String number = InvoiceKeys.number(read.number());
        if (supplier == null || number == null) {
            return Optional.empty();
        }
        Invoice.Bill bill = new Invoice.Bill(
                read.kind().name(), read.number(), read.issueDate(), null, read.currency(), read.payableMinor(), 0);
        return invoices.withNumber(clusterId, supplier, number, bill.kind()).stream()
                .filter(other -> other.bill().isSame(bill))
                .findFirst();
    }
}
