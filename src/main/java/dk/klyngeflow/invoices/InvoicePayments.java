package dk.klyngeflow.invoices;

import dk.klyngeflow.accounts.Movement;
import dk.klyngeflow.bankstatements.PaymentsBehind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says which invoice a voucher of the bank has paid, under the id that the payment file gave it. */
@Component
class InvoicePayments implements PaymentsBehind {

    private static final String SETTLEMENT = "settlement:";

    private final JdbcClient jdbc;

    InvoicePayments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Paid(String supplier, String number) {}

    @Override
    public Map<String, Payment> of(String clusterId, List<Movement> movements) {
        Map<String, Payment> payments = new HashMap<>();
        List<Movement> settlements = movements.stream()
                .filter(movement -> movement.sourceKey().startsWith(SETTLEMENT))
                .toList();
        if (settlements.isEmpty()) {
            return payments;
        }
        Map<String, Paid> invoices = new HashMap<>();
        jdbc.sql("select invoice_id, supplier_name, number from klyngeflow.invoice where cluster_id = :cluster")
                .param("cluster", clusterId)
                .query(row -> {
                    invoices.put(
                            row.getString("invoice_id"),
                            new Paid(row.getString("supplier_name"), row.getString("number")));
                });
        for (Movement movement : settlements) {
            String[] key = movement.sourceKey().substring(SETTLEMENT.length()).split(":", 2);
            Paid paid = invoices.get(key[0]);
            if (paid != null && key.length == 2) {
                payments.put(movement.voucherId(), new Payment(key[0] + "-" + key[1], paid.supplier, paid.number));
            }
        }
        return payments;
    }
}
