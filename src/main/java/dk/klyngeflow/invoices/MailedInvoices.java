package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.InvoiceEvents;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.Inspection;
import dk.klyngeflow.einvoices.InvoiceReader;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.inbox.DocumentMailed;
import dk.klyngeflow.inbox.FileCleaner;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes in what is mailed to the cluster, each file as a case of its own. Who sent it is shown and never trusted. */
@Component
class MailedInvoices implements FileCleaner {

    private final Documents documents;
    private final InvoiceReader reader;
    private final InvoiceIntake intake;
    private final Invoices invoices;
    private final InvoiceEvents events;
    private final Cases cases;
    private final Duplicates duplicates;
    private final Correspondence correspondence;

    MailedInvoices(
            Documents documents,
            InvoiceReader reader,
            InvoiceIntake intake,
            Invoices invoices,
            InvoiceEvents events,
            Cases cases,
            Duplicates duplicates,
            Correspondence correspondence) {
        this.correspondence = correspondence;
        this.documents = documents;
        this.reader = reader;
        this.intake = intake;
        this.invoices = invoices;
        this.events = events;
        this.cases = cases;
        this.duplicates = duplicates;
    }

    @Override
    public byte[] clean(byte[] content, String fileName) {
        return documents.inspect(content, fileName).kind() == Inspection.Kind.XML ? reader.redact(content) : content;
    }

    /** In the transaction that keeps the mail: an invoice that is here already must not undo it, so that is found out first. */
    @EventListener
    void take(DocumentMailed mailed) {
        String cluster = mailed.clusterId();
        duplicates.lock(cluster);
        if (invoices.findByDocument(cluster, mailed.documentId()).isPresent()) {
            return;
        }
        Document document = documents
                .find(cluster, mailed.documentId())
                .orElseThrow(() -> new IllegalStateException("no document " + mailed.documentId()));
        Optional<Invoice> first =
                duplicates.ofFile(document, intake.look(document).invoice()).map(DuplicateInvoice::first);
        if (first.isPresent()) {
            events.add(
                    first.get(),
                    InvoiceEvents.Kind.RECEIVED,
                    null,
                    "Igen, med mail fra " + mailed.sender() + ". Den er ikke taget ind to gange.");
            if (mailed.mayBeAnswered()) {
                correspondence.tellKnown(first.get(), mailed.sender(), mailed.senderName());
            }
            return;
        }
        cases.start(
                InvoiceApproval.KEY,
                cluster,
                null,
                Map.of(
                        InvoiceApprovalVariables.DOCUMENT_ID.name(),
                        document.id(),
                        InvoiceApprovalVariables.SOURCE.name(),
                        Invoice.Source.MAIL.name(),
                        InvoiceApprovalVariables.SENDER_ID.name(),
                        ""));
    }
}
