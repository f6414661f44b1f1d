package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.InvoiceStatus;
import dk.klyngeflow.pages.CasesUnderWay;
import dk.klyngeflow.pages.YearlyFigures;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where bills stand, and how long they take from the file to the money. Read from indexes of their own: as fast in the tenth year. */
@Repository
@Order(6)
class InvoiceFigures implements CasesUnderWay, YearlyFigures {

    private static final RowMapper<Stream<Yearly>> YEARLY = (row, number) -> {
        String cluster = row.getString("cluster_id");
        int year = row.getInt("year");
        long paid = row.getLong("paid");
        return Stream.of(
                new Yearly(cluster, KeyFigure.INVOICES_PAID, year, paid, paid),
                new Yearly(cluster, KeyFigure.DAYS_TO_PAID, year, Math.round(row.getDouble("tenths")), paid));
    };

    /** A bill is paid when the money is on its way: by the bank, or by PLO. */
    private static final String PAID = """
            select cluster_id, year, count(*) as paid,
                   percentile_cont(0.5) within group (order by tenths) as tenths
            from (select %s as cluster_id, date_part('year', paid_at at time zone 'Europe/Copenhagen')::int as year,
                         date_part('epoch', paid_at - received_at) / 8640 as tenths
                  from klyngeflow.invoice where paid_at is not null and %s) paid
            group by cluster_id, year""";

    private final JdbcClient jdbc;

    InvoiceFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> processes() {
        return Set.of(InvoiceApproval.KEY, SupplierCredit.KEY);
    }

    @Override
    public List<Standing> in(@Nullable String clusterId) {
        return jdbc.sql("""
                        select i.cluster_id, i.invoice_id, i.status, i.claim_kind, i.kind, coalesce((
                          select max(e.at) from klyngeflow.invoice_event e
                          where e.cluster_id = i.cluster_id and e.invoice_id = i.invoice_id
                            and e.kind not in ('REMINDED', 'ESCALATED', 'MEMBERS_ASKED')), i.received_at) as since
                        from klyngeflow.invoice i
                        where i.status in ('UNREADABLE', 'CHECK', 'QUERY', 'APPROVAL', 'POSTED', 'PAYMENT', 'CREDIT')""" + (clusterId == null ? "" : " and i.cluster_id = :cluster"))
                .param("cluster", clusterId)
                .query((row, number) -> {
                    String cluster = row.getString("cluster_id");
                    String id = row.getString("invoice_id");
                    return new Standing(
                            cluster,
                            kind(row.getString("claim_kind"), row.getString("kind")),
                            id,
                            "/bilag/" + cluster + "/" + id,
                            InvoiceStatus.valueOf(row.getString("status")).danish(),
                            row.getTimestamp("since").toInstant());
                })
                .list();
    }

    private static String kind(@Nullable String claim, String kind) {
        if (claim != null) {
            return "Udlæg eller honorar";
        }
        return kind.equals(Invoice.CREDIT_NOTE) ? "Kreditnota" : "Faktura";
    }

    @Override
    public List<Yearly> of(String clusterId) {
        return jdbc
                .sql(PAID.formatted("cluster_id", "cluster_id = :cluster"))
                .param("cluster", clusterId)
                .query(YEARLY)
                .list()
                .stream()
                .flatMap(each -> each)
                .toList();
    }

    @Override
    public List<Yearly> across(int fromYear) {
        return since("cluster_id", fromYear);
    }

    @Override
    public List<Yearly> together(int fromYear) {
        return since("''", fromYear);
    }

    private List<Yearly> since(String cluster, int fromYear) {
        return jdbc
                .sql(PAID.formatted(cluster, "paid_at >= make_timestamptz(:from, 1, 1, 0, 0, 0, 'Europe/Copenhagen')"))
                // PostgreSQL knows no year 0
                .param("from", Math.max(1, fromYear))
                .query(YEARLY)
                .list()
                .stream()
                .flatMap(each -> each)
                .toList();
    }
}
