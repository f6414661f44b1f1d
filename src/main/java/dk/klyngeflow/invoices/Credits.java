package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.InvoiceEvents;
import dk.klyngeflow.bills.InvoiceStatus;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.engine.TransactionMemory;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What suppliers owe the cluster by posted credit notes: taken from their next bill, or claimed back by a person. Each has an open case
 * until nothing is left of it.
 */
@Component
class Credits {

    private static final Duration TO_CLAIM_BACK = Duration.ofDays(30);
    private static final Duration UNTIL_OTHERS_HELP = Duration.ofDays(37);

    private final JdbcClient jdbc;
    private final Invoices invoices;
    private final InvoiceEvents events;
    private final Cases cases;
    private final CopenhagenTime time;
    private final TransactionMemory<List<String>, Long> offsets = new TransactionMemory<>();

    Credits(JdbcClient jdbc, Invoices invoices, InvoiceEvents events, Cases cases, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.invoices = invoices;
        this.events = events;
        this.cases = cases;
        this.time = time;
    }

    /** A posted credit note waits for the supplier's next bill, and for somebody to claim the money back. */
    void opened(Invoice credit) {
        invoices.status(credit, InvoiceStatus.CREDIT);
        cases.start(
                SupplierCredit.KEY,
                credit.clusterId(),
                credit.businessKey(),
                Map.of(
                        SupplierCreditVariables.INVOICE_ID.name(),
                        credit.id(),
                        SupplierCreditVariables.CASE_LABEL.name(),
                        credit.label(),
                        SupplierCreditVariables.TASK_DUE_AT.name(),
                        java.util.Date.from(time.now().plus(TO_CLAIM_BACK)),
                        SupplierCreditVariables.ESCALATE_AT.name(),
                        java.util.Date.from(time.now().plus(UNTIL_OTHERS_HELP))));
    }

    /** What is left of the bill when the supplier's credits are taken from it, in øre; the oldest credit first. */
    long offset(Invoice bill) {
        long toPay = toPay(bill);
        for (String credited : open(bill)) {
            if (toPay == 0) {
                break;
            }
            Invoice credit = invoices.lock(bill.clusterId(), credited);
            long left = left(credit);
            long used = Math.min(left, toPay);
            if (credit.status() != InvoiceStatus.CREDIT || used <= 0) {
                continue;
            }
            add(credit, bill, used);
            toPay -= used;
            if (used == left) {
                invoices.status(credit, InvoiceStatus.SETTLED);
                cases.tell(SupplierCredit.CREDIT_USED, credit.clusterId(), credit.businessKey(), Map.of());
            }
        }
        return toPay;
    }

    /** In øre: what the bill says less what has been offset. Only who holds its lock offsets anything. */
    long toPay(Invoice bill) {
        return bill.posting() - offsets.get(key(bill), () -> sum(bill, "invoice_id"));
    }

    private static List<String> key(Invoice bill) {
        return List.of(bill.clusterId(), bill.id());
    }

    /** In øre: what the supplier still owes by this credit note. */
    long left(Invoice credit) {
        return -credit.posting() - sum(credit, "credit_id");
    }

    boolean isUsed(Invoice credit) {
        return sum(credit, "credit_id") > 0;
    }

    /** Danish lines of what was taken from a bill, or what a credit note was used for. */
    List<String> uses(Invoice invoice) {
        return jdbc.sql("""
                        select case when o.credit_id = :id then o.invoice_id else o.credit_id end as other, o.oere
                        from klyngeflow.invoice_offset o
                        where o.cluster_id = :cluster and (o.credit_id = :id or o.invoice_id = :id) order by o.at, other""")
                .param("cluster", invoice.clusterId())
                .param("id", invoice.id())
                .query((row, number) -> Money.kroner(row.getLong("oere"))
                        + (invoice.reducesDebt() ? " i " : " fra kreditnota ")
                        + row.getString("other"))
                .list();
    }

    /** The bill is not paid after all: its credits are there again. */
    void release(Invoice bill) {
        offsets.forget(key(bill));
        List<String> credits = jdbc.sql("""
                        delete from klyngeflow.invoice_offset where cluster_id = :cluster and invoice_id = :id
                        returning credit_id""")
                .param("cluster", bill.clusterId())
                .param("id", bill.id())
                .query(String.class)
                .list();
        for (String id : credits) {
            Invoice credit = invoices.lock(bill.clusterId(), id);
            events.add(credit, InvoiceEvents.Kind.OFFSET, null, "Ikke længere i " + bill.id());
            if (credit.status() == InvoiceStatus.SETTLED) {
                opened(credit);
            }
        }
    }

    /** The ids of the credit notes that may be used for it, the oldest first. */
    private List<String> open(Invoice bill) {
        return jdbc.sql("""
                        select c.invoice_id from klyngeflow.invoice c
                        join klyngeflow.invoice b on b.cluster_id = c.cluster_id and b.supplier_key = c.supplier_key
                        where b.cluster_id = :cluster and b.invoice_id = :id and c.status = 'CREDIT'
                        order by c.received_at, c.invoice_id""")
                .param("cluster", bill.clusterId())
                .param("id", bill.id())
                .query(String.class)
                .list();
    }

    private void add(Invoice credit, Invoice bill, long oere) {
        offsets.forget(key(bill));
        jdbc.sql("""
                        insert into klyngeflow.invoice_offset (cluster_id, credit_id, invoice_id, oere, at)
                        values (:cluster, :credit, :bill, :oere, :at)""")
                .param("cluster", bill.clusterId())
                .param("credit", credit.id())
                .param("bill", bill.id())
                .param("oere", oere)
                .param("at", Timestamp.from(time.now()))
                .update();
        events.add(credit, InvoiceEvents.Kind.OFFSET, null, Money.kroner(oere) + " i " + bill.id());
        events.add(bill, InvoiceEvents.Kind.OFFSET, null, Money.kroner(oere) + " fra kreditnota " + credit.id());
    }

    private long sum(Invoice invoice, String side) {
        return jdbc.sql("select coalesce(sum(oere), 0) from klyngeflow.invoice_offset where cluster_id = :cluster and "
                        + side + " = :id")
                .param("cluster", invoice.clusterId())
                .param("id", invoice.id())
                .query(Long.class)
                .single();
    }
}
