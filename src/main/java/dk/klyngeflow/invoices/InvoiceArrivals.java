package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.security.Refused;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts the case of a file that came in by another door than Tasklist. */
@Component
class InvoiceArrivals {

    private final Cases cases;
    private final Invoices invoices;
    private final InvoiceViews views;
    private final TransactionTemplate transaction;

    InvoiceArrivals(Cases cases, Invoices invoices, InvoiceViews views, TransactionTemplate transaction) {
        this.cases = cases;
        this.invoices = invoices;
        this.views = views;
        this.transaction = transaction;
    }

    /** @throws Refused 409 with the id of the first when the same invoice is here already */
    Invoice arrived(String clusterId, String documentId, String senderId) {
        try {
            return transaction.execute(status -> {
                cases.start(
                        InvoiceApproval.KEY,
                        clusterId,
                        null,
                        Map.of(
                                InvoiceApprovalVariables.DOCUMENT_ID.name(),
                                documentId,
                                InvoiceApprovalVariables.SOURCE.name(),
                                Invoice.Source.API.name(),
                                InvoiceApprovalVariables.SENDER_ID.name(),
                                senderId));
                return invoices.findByDocument(clusterId, documentId)
                        .orElseThrow(() -> new IllegalStateException("document " + documentId + " started no case"));
            });
        } catch (DuplicateInvoice duplicate) {
            throw Refused.conflict(
                    String.join(" ", duplicate.messages()),
                    Map.of("id", duplicate.first().id(), "duplicateOf", views.line(duplicate.first())));
        }
    }
}
