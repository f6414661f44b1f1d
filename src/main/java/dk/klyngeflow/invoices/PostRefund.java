package dk.klyngeflow.invoices;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Posts that the supplier has paid back. */
@Component
class PostRefund implements JavaDelegate {

    private final Postings postings;

    PostRefund(Postings postings) {
        this.postings = postings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        postings.refunded(
                SupplierCreditVariables.CLUSTER_ID.get(execution), SupplierCreditVariables.INVOICE_ID.get(execution));
    }
}
