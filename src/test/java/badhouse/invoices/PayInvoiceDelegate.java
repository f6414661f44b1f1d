package badhouse.invoices;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A step that does what no step may: public, logs, writes SQL, has two collaborators, is long. */
public class PayInvoiceDelegate implements JavaDelegate {

    private static final Logger LOG = LoggerFactory.getLogger(PayInvoiceDelegate.class);

    private final JdbcClient jdbc;
    private final Sleeps sleeps;

    public PayInvoiceDelegate(JdbcClient jdbc, Sleeps sleeps) {
        this.jdbc = jdbc;
        this.sleeps = sleeps;
    }

    @Override
    public void execute(DelegateExecution execution) throws Exception {
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
        remember(execution, id);
    }

    private void remember(DelegateExecution execution, String id) {
        execution.setVariable("paidInvoice", id);
        execution.setVariable("paidBy", by(execution));
    }

    private String by(DelegateExecution execution) {
        Object by = execution.getVariable("by");
        if (by == null) {
            return "nobody";
        }
        return by.toString();
    }

    @Override
    public String toString() {
        return "PayInvoiceDelegate";
    }
}
