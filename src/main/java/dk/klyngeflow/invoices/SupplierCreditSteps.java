package dk.klyngeflow.invoices;

import static dk.klyngeflow.invoices.SupplierCreditVariables.INVOICE_ID;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link SupplierCredit} does, in the order of its diagram. */
@Configuration(proxyBeanMethods = false)
class SupplierCreditSteps {

    /** Offers the claim to the coordinator too when the money does not come. */
    @Bean
    JavaDelegate escalateCredit(Correspondence correspondence) {
        return execution -> correspondence.escalateCredit(execution.getTenantId(), INVOICE_ID.get(execution));
    }

    /** Posts that the supplier has paid back. */
    @Bean
    JavaDelegate postRefund(Postings postings) {
        return execution -> postings.refunded(execution.getTenantId(), INVOICE_ID.get(execution));
    }
}
