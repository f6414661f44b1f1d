package dk.klyngeflow.invoices;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes the file for the bank. */
@Component
class CreatePaymentFile implements JavaDelegate {

    private final PaymentFiles paymentFiles;

    CreatePaymentFile(PaymentFiles paymentFiles) {
        this.paymentFiles = paymentFiles;
    }

    @Override
    public void execute(DelegateExecution execution) {
        paymentFiles.create(
                InvoiceApprovalVariables.CLUSTER_ID.get(execution), InvoiceApprovalVariables.INVOICE_ID.get(execution));
    }
}
