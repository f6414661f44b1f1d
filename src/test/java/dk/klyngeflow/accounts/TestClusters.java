package dk.klyngeflow.accounts;

import java.sql.Timestamp;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A new cluster for each test: what is posted can never be deleted. */
final class TestClusters {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestClusters() {}

    static String open(JdbcClient jdbc, ChartOfAccounts chart) {
        String id = "ledger-" + COUNT.incrementAndGet();
        jdbc.sql("""
                        insert into klyngeflow.cluster (cluster_id, name, payment_mode, mail, region_name, created_at)
                        values (:id, :name, 'PLO', 'klynge@nord.example', 'Nordby', :now)""")
                .param("id", id)
                .param("name", "Klynge Nord " + id)
                .param("now", new Timestamp(0))
                .update();
        chart.open(id);
        return id;
    }
}
