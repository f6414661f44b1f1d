package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.pages.CaseAddress;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** From a task of an invoice to the page of the invoice. */
@Component
class InvoiceCaseAddress implements CaseAddress {

    private final Invoices invoices;

    InvoiceCaseAddress(Invoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public Optional<Page> of(String clusterId, String businessKey) {
        String before = clusterId + "/";
        return businessKey.startsWith(before)
                ? invoices.find(clusterId, businessKey.substring(before.length()))
                        .map(invoice -> new Page("Se bilaget", "/bilag/" + invoice.businessKey()))
                : Optional.empty();
    }
}
