package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.security.Refused;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets the sender change her mind while it is not too late. */
@Component
class Withdrawals {

    private static final int LONGEST_REASON = 500;

    private final Invoices invoices;
    private final InvoiceDecisions decisions;
    private final Cases cases;

    Withdrawals(Invoices invoices, InvoiceDecisions decisions, Cases cases) {
        this.invoices = invoices;
        this.decisions = decisions;
        this.cases = cases;
    }

    /** What everybody who takes an invoice back has to say, in one line. */
    static String reason(FormFields fields) {
        return fields.required("reason", "En begrundelse for at trække bilaget tilbage", LONGEST_REASON);
    }

    /** @throws Refused when money is on its way or the case has ended; the caller has checked who may */
    @Transactional
    public void withdraw(String clusterId, String invoiceId, String person, String reason) {
        Invoice invoice = invoices.lock(clusterId, invoiceId);
        if (!invoice.status().canBeWithdrawn()) {
            throw Refused.conflict(
                    "Bilaget kan ikke trækkes tilbage nu: det er "
                            + invoice.status().danish().toLowerCase(java.util.Locale.ROOT) + ".",
                    Map.of("status", invoice.status().name()));
        }
        decisions.withdrawn(invoice, person, reason);
        if (!cases.tell(InvoiceApproval.INVOICE_WITHDRAWN, clusterId, invoice.businessKey(), Map.of())) {
            throw new IllegalStateException("case " + invoice.businessKey() + " does not wait for a withdrawal");
        }
    }
}
