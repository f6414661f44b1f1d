package dk.klyngeflow.invoices;

import dk.klyngeflow.documents.Document;
import org.springframework.stereotype.Component;

/** The door for files that come from other programs of ours: each becomes a case. */
@Component
public class InvoiceInbox {

    private final InvoiceIntake intake;
    private final InvoiceArrivals arrivals;

    InvoiceInbox(InvoiceIntake intake, InvoiceArrivals arrivals) {
        this.intake = intake;
        this.arrivals = arrivals;
    }

    /**
     * Keeps the file and starts its case.
     *
     * @param senderId the person who hands it in
     * @return the business key of the case
     * @throws dk.klyngeflow.security.Refused when the same invoice is here already, or the file is empty or too large
     */
    public String take(String clusterId, String fileName, byte[] content, String senderId) {
        Document document = intake.keep(clusterId, fileName, content, senderId);
        return arrivals.arrived(clusterId, document.id(), senderId).businessKey();
    }
}
