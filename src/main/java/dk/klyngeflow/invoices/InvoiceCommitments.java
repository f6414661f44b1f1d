package dk.klyngeflow.invoices;

import dk.klyngeflow.accounts.Commitments;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is under way through approval. */
@Repository
class InvoiceCommitments implements Commitments {

    private final JdbcClient jdbc;

    InvoiceCommitments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Long> committed(String clusterId, int year) {
        return jdbc
                .sql("""
                        select account, sum(amount_oere) as amount from klyngeflow.invoice
                        where cluster_id = :cluster and status = 'APPROVAL' and account is not null
                          and extract(year from received_at at time zone 'Europe/Copenhagen') = :year
                        group by account""")
                .param("cluster", clusterId)
                .param("year", year)
                .query((row, number) -> Map.entry(row.getString("account"), row.getLong("amount")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
