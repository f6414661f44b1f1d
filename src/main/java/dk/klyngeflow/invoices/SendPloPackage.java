package dk.klyngeflow.invoices;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends voucher, approvals and coding to PLO. */
@Component
class SendPloPackage implements JavaDelegate {

    private final PloPackages ploPackages;

    SendPloPackage(PloPackages ploPackages) {
        this.ploPackages = ploPackages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ploPackages.send(
                InvoiceApprovalVariables.CLUSTER_ID.get(execution), InvoiceApprovalVariables.INVOICE_ID.get(execution));
    }
}
