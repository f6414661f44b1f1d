package dk.klyngeflow.bills;

import dk.klyngeflow.documents.FiledPapers;
import dk.klyngeflow.engine.CopenhagenTime;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Invoices, claims and what was attached to them, also those that were never posted. */
@Repository
@Order(2)
class InvoicePapers implements FiledPapers {

    private final JdbcClient jdbc;

    InvoicePapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<FiledPaper> papers(String clusterId) {
        return jdbc.sql("""
                        select f.document_id, f.what, i.status, i.supplier_name, i.number, i.received_at,
                               v.year as voucher_year, v.number as voucher_number, v.day
                        from klyngeflow.invoice i
                        join (
                            select cluster_id, invoice_id, document_id, '' as what from klyngeflow.invoice
                            union all select cluster_id, invoice_id, document_id, 'Vedhæftet ' from klyngeflow.invoice_attachment
                            union all select cluster_id, invoice_id, document_id, 'Beslutning om ' from klyngeflow.invoice_approval
                        ) f on f.cluster_id = i.cluster_id and f.invoice_id = i.invoice_id
                        left join klyngeflow.voucher v on v.cluster_id = i.cluster_id and v.voucher_id = i.voucher_id
                        where i.cluster_id = :cluster and f.document_id is not null
                        order by i.received_at, i.invoice_id, f.what""")
                .param("cluster", clusterId)
                .query((row, number) -> {
                    LocalDate posted = row.getObject("day", LocalDate.class);
                    String voucher = posted == null
                            ? InvoiceStatus.valueOf(row.getString("status")).danish()
                            : "bilag " + row.getInt("voucher_year") + "-" + row.getLong("voucher_number");
                    return new FiledPaper(
                            row.getString("document_id"),
                            posted == null ? Shelf.OTHER : Shelf.VOUCHERS,
                            posted == null
                                    ? CopenhagenTime.dayOf(
                                            row.getTimestamp("received_at").toInstant())
                                    : posted,
                            (row.getString("what") + "regning " + row.getString("number") + " "
                                                    + row.getString("supplier_name"))
                                            .strip()
                                    + " (" + voucher + ")");
                })
                .list();
    }
}
