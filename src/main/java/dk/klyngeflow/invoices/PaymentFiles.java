package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.InvoiceEvents;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.payments.Iban;
import dk.klyngeflow.payments.PaymentBatch;
import dk.klyngeflow.payments.PaymentFile;
import dk.klyngeflow.payments.PaymentOrder;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes the file that the treasurer gives the bank. */
@Component
class PaymentFiles {

    private final Invoices invoices;
    private final InvoiceEvents events;
    private final Clusters clusters;
    private final Documents documents;
    private final CopenhagenTime time;
    private final Credits credits;

    PaymentFiles(
            Invoices invoices,
            InvoiceEvents events,
            Clusters clusters,
            Documents documents,
            CopenhagenTime time,
            Credits credits) {
        this.invoices = invoices;
        this.events = events;
        this.clusters = clusters;
        this.documents = documents;
        this.time = time;
        this.credits = credits;
    }

    /**
     * Writes the payment file and keeps it as a document. What cannot be paid by file (NemKonto, an amount in another currency) is paid by
     * hand in the bank: then there is no file, and the reason stands in the case's history.
     */
    void create(String clusterId, String invoiceId) {
        Invoice invoice = invoices.lock(clusterId, invoiceId);
        Cluster cluster = clusters.get(clusterId);
        if (!invoice.currency().equals("DKK")) {
            invoices.toPay(invoice, null);
            events.add(
                    invoice,
                    InvoiceEvents.Kind.PAYMENT_FILE,
                    null,
                    "Ingen fil: beløbet er i " + invoice.currency()
                            + ", og betalingsfiler her er i kroner. Betal " + invoice.amountLabel()
                            + " som udlandsbetaling i banken.");
            return;
        }
        if (cluster.iban() == null) {
            invoices.toPay(invoice, null);
            events.add(
                    invoice,
                    InvoiceEvents.Kind.PAYMENT_FILE,
                    null,
                    "Ingen fil: klyngens egen konto er ikke skrevet i opsætningen. Betal i banken.");
            return;
        }
        LocalDate today = time.today();
        LocalDate on = invoice.dueDate() == null || invoice.dueDate().isBefore(today) ? today : invoice.dueDate();
        String id = invoice.id() + "-" + invoice.round();
        try {
            byte[] file = PaymentFile.pain001(new PaymentBatch(
                    id + "-" + clusterId.substring(0, Math.min(clusterId.length(), 12)),
                    time.now(),
                    cluster.name(),
                    cluster.cvr() == null ? "" : cluster.cvr(),
                    Iban.of(cluster.iban()),
                    "",
                    on,
                    List.of(new PaymentOrder(
                            id,
                            invoice.supplierName(),
                            "DK",
                            invoice.paymentTarget(),
                            credits.toPay(invoice),
                            "DKK",
                            invoice.number().isBlank() ? invoice.id() : invoice.number()))));
            Document kept = documents.store(clusterId, "betaling-" + id + ".xml", file, "system");
            invoices.toPay(invoice, kept.id());
            events.add(invoice, InvoiceEvents.Kind.PAYMENT_FILE, null, kept.fileName());
        } catch (FormRefused refused) {
            invoices.toPay(invoice, null);
            events.add(invoice, InvoiceEvents.Kind.PAYMENT_FILE, null, "Ingen fil: " + refused.getMessage());
        }
    }
}
