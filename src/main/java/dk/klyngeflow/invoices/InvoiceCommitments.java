package dk.klyngeflow.invoices;

import dk.klyngeflow.accounts.Commitments;
import dk.klyngeflow.engine.CopenhagenTime;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is under way through approval, in the year in which it will be posted: this one. A credit note counts for nothing until it is
 * approved and posted.
 */
@Repository
class InvoiceCommitments implements Commitments {

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    InvoiceCommitments(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    @Override
    public Map<String, Long> committed(String clusterId, int year) {
        if (year != time.today().getYear()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select account, sum(greatest(amount_oere, 0)) as amount from klyngeflow.invoice
                        where cluster_id = :cluster and status = 'APPROVAL' and account is not null
                        group by account""")
                .param("cluster", clusterId)
                .query((row, number) -> Map.entry(row.getString("account"), row.getLong("amount")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
