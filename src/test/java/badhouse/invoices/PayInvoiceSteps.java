package badhouse.invoices;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Steps that do what no step may: public, log, write SQL, have two collaborators, call two methods of one, are long. */
@Configuration(proxyBeanMethods = false)
public class PayInvoiceSteps {

    private static final Logger LOG = LoggerFactory.getLogger(PayInvoiceSteps.class);

    @Bean
    JavaDelegate payInvoice(JdbcClient jdbc, Sleeps sleeps) {
        return execution -> {
            sleeps.wait(1);
            String id = (String) execution.getVariable("invoice");
            long amount = (Long) execution.getVariable("amount");
            if (amount > 500_000) {
                execution.setVariable("level", "BOARD");
            } else if (amount > 100_000) {
                execution.setVariable("level", "COORDINATOR");
            } else {
                execution.setVariable("level", "SECRETARY");
            }
            int paid = jdbc.sql("update klyngeflow.invoice set paid = true where id = :id")
                    .param("id", id)
                    .update();
            if (paid == 0) {
                LOG.warn("invoice {} is unknown", id);
            }
            LOG.info("invoice {} is paid", id);
            Object by = execution.getVariable("by");
            if (by == null) {
                execution.setVariable("paidBy", "nobody");
            } else {
                execution.setVariable("paidBy", by.toString());
            }
        };
    }

    @Bean
    JavaDelegate sayTwice(Sleeps sleeps) {
        return execution -> {
            sleeps.wait(1);
            sleeps.wait(2);
        };
    }
}
