package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.Invoices;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the page of a cluster's invoices lists, in one statement however many there are. */
@Repository
class InvoiceList {

    private static final int ON_A_PAGE = 50;

    private final JdbcClient jdbc;

    InvoiceList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param lastShared the last number of a year that was given when all clusters shared one row of numbers; null when there is none
     */
    record Listed(List<Invoice> invoices, @Nullable String lastShared) {}

    /** The newest first, a page of 50, with what explains the gaps in their numbers. */
    Listed page(String clusterId, int page) {
        List<String> shared = new ArrayList<>();
        List<Invoice> found = jdbc.sql("""
                        select i.*, (select 'F' || c.year || '-' || c.shared_until from klyngeflow.invoice_counter c
                          where c.cluster_id = :cluster and c.shared_until > 0 order by c.year desc limit 1) as last_shared
                        from klyngeflow.invoice i where i.cluster_id = :cluster
                        order by i.received_at desc, i.invoice_id desc limit :most offset :offset""")
                .param("cluster", clusterId)
                .param("most", ON_A_PAGE)
                .param("offset", ON_A_PAGE * page)
                .query((row, number) -> {
                    shared.add(row.getString("last_shared"));
                    return Invoices.ROW.mapRow(row, number);
                })
                .list();
        return new Listed(found, shared.isEmpty() ? null : shared.get(0));
    }
}
