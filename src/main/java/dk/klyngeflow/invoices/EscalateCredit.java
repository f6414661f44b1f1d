package dk.klyngeflow.invoices;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Offers the claim to the coordinator too when the money does not come. */
@Component
class EscalateCredit implements JavaDelegate {

    private final Correspondence correspondence;

    EscalateCredit(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        correspondence.escalateCredit(
                SupplierCreditVariables.CLUSTER_ID.get(execution), SupplierCreditVariables.INVOICE_ID.get(execution));
    }
}
