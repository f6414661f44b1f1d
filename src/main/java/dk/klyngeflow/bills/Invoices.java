package dk.klyngeflow.bills;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.engine.Rows.Kept;
import dk.klyngeflow.engine.TransactionMemory;
import dk.klyngeflow.payments.PaymentTarget;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The invoices of each cluster; what is listed and shown to people is read from here and never from the engine. */
@Repository
public class Invoices {

    static final Kept<PaymentTarget> TARGET = new Kept<>(PaymentTarget.class, PaymentTarget::ofKey, PaymentTarget::key);
    public static final Rows<Invoice> ROW = Rows.of(Invoice.class, "invoice", TARGET);

    /** What {@link Invoice.Bill#isSame} says. */
    private static final String SAME_BILL = """

             and other.payable_minor = :payable_minor and other.currency = :currency
             and coalesce(extract(year from other.issue_date) = extract(year from cast(:issue_date as date)), true)""";

    private final JdbcClient jdbc;
    private final TransactionMemory<List<String>, Optional<Invoice>> memory = new TransactionMemory<>();
    private final TransactionMemory<List<String>, Invoice> locked = new TransactionMemory<>();
    private final Approvals approvals;
    private final CopenhagenTime time;

    Invoices(JdbcClient jdbc, CopenhagenTime time, Approvals approvals) {
        this.approvals = approvals;
        this.jdbc = jdbc;
        this.time = time;
    }

    /** {@code F2026-0001}: the next of the cluster this year. What is not taken in after all uses none up, so there are no gaps. */
    public String nextId(String clusterId) {
        int year = time.today().getYear();
        long number = jdbc.sql("""
                        insert into klyngeflow.invoice_counter as c (cluster_id, year, last_number)
                        values (:cluster, :year, 1)
                        on conflict (cluster_id, year) do update set last_number = c.last_number + 1
                        returning last_number""")
                .param("cluster", clusterId)
                .param("year", year)
                .query(Long.class)
                .single();
        return "F%d-%04d".formatted(year, number);
    }

    /** @return false when the same invoice is there already; nothing is written then and the transaction goes on */
    public boolean insert(Invoice invoice, @Nullable String supplierKey, @Nullable String numberKey) {
        forget(invoice.clusterId(), invoice.id());
        return jdbc.sql("""
                        insert into klyngeflow.invoice
                          (cluster_id, invoice_id, status, source, kind, format, document_id, sender_id, claimant_id, claim_kind,
                           supplier_name, supplier_cvr, supplier_mail, supplier_private, supplier_key, number, number_key,
                           issue_date, due_date, currency, payable_minor, vat_minor, amount_oere, account, meeting, text,
                           payment_target, original_id, problems, unreadable, received_at)
                        values (:cluster_id, :invoice_id, :status, :source, :kind, :format, :document_id, :sender_id, :claimant_id, :claim_kind,
                           :supplier_name, :supplier_cvr, :supplier_mail, :supplier_private, :supplier_key, :number, :number_key,
                           :issue_date, :due_date, :currency, :payable_minor, :vat_minor, :amount_oere, :account, :meeting, :text,
                           :payment_target, :original_id, :problems, :unreadable, :received_at)
                        on conflict do nothing""")
                        .params(ROW.values(invoice))
                        .param("supplier_key", supplierKey)
                        .param("number_key", numberKey)
                        .update()
                == 1;
    }

    public Optional<Invoice> find(String clusterId, String id) {
        return memory.get(
                List.of(clusterId, id),
                () -> jdbc.sql("select * from klyngeflow.invoice where cluster_id = :cluster and invoice_id = :id")
                        .param("cluster", clusterId)
                        .param("id", id)
                        .query(ROW)
                        .optional());
    }

    /** @throws IllegalStateException when there is none: the caller has an id that it got from us */
    public Invoice get(String clusterId, String id) {
        return find(clusterId, id).orElseThrow(() -> new IllegalStateException("no invoice " + clusterId + "/" + id));
    }

    /** As {@link #get}, and nobody else changes it, nor approves it, until the transaction ends. */
    public Invoice lock(String clusterId, String id) {
        List<String> key = List.of(clusterId, id);
        return locked.get(key, () -> {
            approvals.forget(clusterId, id);
            Optional<Invoice> read = jdbc.sql(
                            "select * from klyngeflow.invoice where cluster_id = :cluster and invoice_id = :id for update")
                    .param("cluster", clusterId)
                    .param("id", id)
                    .query(ROW)
                    .optional();
            memory.keep(key, read);
            return read.orElseThrow(() -> new IllegalStateException("no invoice " + clusterId + "/" + id));
        });
    }

    public Optional<Invoice> findByDocument(String clusterId, String documentId) {
        return jdbc.sql("select * from klyngeflow.invoice where cluster_id = :cluster and document_id = :document")
                .param("cluster", clusterId)
                .param("document", documentId)
                .query(ROW)
                .optional();
    }

    /** All with the same supplier, number and kind, the newest first: the same bill, its correction, or that of another year. */
    public List<Invoice> withNumber(String clusterId, String supplierKey, String numberKey, String kind) {
        return jdbc.sql("""
                        select * from klyngeflow.invoice
                        where cluster_id = :cluster and supplier_key = :supplier and number_key = :number and kind = :kind
                          and status not in ('REJECTED', 'WITHDRAWN', 'DISCARDED')
                        order by received_at desc, invoice_id desc""")
                .param("cluster", clusterId)
                .param("supplier", supplierKey)
                .param("number", numberKey)
                .param("kind", kind)
                .query(ROW)
                .list();
    }

    /** The one whose posting or payment the voucher is. */
    public Optional<Invoice> findByVoucher(String clusterId, String voucherId) {
        return jdbc.sql("""
                        select * from klyngeflow.invoice
                        where cluster_id = :cluster and (voucher_id = :voucher or settlement_id = :voucher)""")
                .param("cluster", clusterId)
                .param("voucher", voucherId)
                .query(ROW)
                .optional();
    }

    /** Its vouchers are taken back: it is to be checked again, and nothing of the last round is paid or sent any more. */
    public void unposted(Invoice invoice) {
        forget(invoice.clusterId(), invoice.id());
        jdbc.sql("""
                        update klyngeflow.invoice set status = 'CHECK', voucher_id = null, settlement_id = null,
                          payment_file_id = null, package_id = null, paid_on = null, paid_at = null
                        where cluster_id = :cluster and invoice_id = :id""")
                .param("cluster", invoice.clusterId())
                .param("id", invoice.id())
                .update();
    }

    /** The newest first, a page of 50. */
    public List<Invoice> list(String clusterId, int page) {
        return jdbc.sql("""
                        select * from klyngeflow.invoice where cluster_id = :cluster
                        order by received_at desc, invoice_id desc limit 50 offset :offset""")
                .param("cluster", clusterId)
                .param("offset", 50 * page)
                .query(ROW)
                .list();
    }

    /** Her own claims, the newest first. */
    public List<Invoice> claimsOf(String clusterId, String personId) {
        return jdbc.sql("""
                        select * from klyngeflow.invoice where cluster_id = :cluster and claimant_id = :person
                        order by received_at desc limit 50""")
                .param("cluster", clusterId)
                .param("person", personId)
                .query(ROW)
                .list();
    }

    /**
     * It is checked, and goes to approval as it is coded now.
     *
     * @return false when another invoice has this supplier, number and kind, and is the {@linkplain #SAME_BILL same bill}
     * @throws DuplicateKeyException when another is given them in this very moment
     */
    public boolean code(Invoice invoice, @Nullable String supplierKey, @Nullable String numberKey) {
        Optional<Invoice> now = jdbc.sql("""
                        update klyngeflow.invoice set status = 'APPROVAL', kind = :kind, supplier_name = :supplier_name,
                          supplier_cvr = :supplier_cvr, supplier_mail = :supplier_mail, supplier_key = :supplier_key, number = :number,
                          number_key = :number_key, issue_date = :issue_date, due_date = :due_date, currency = :currency,
                          payable_minor = :payable_minor, vat_minor = :vat_minor, amount_oere = :amount_oere,
                          rate_source = :rate_source, account = :account, meeting = :meeting,
                          payment_target = :payment_target, original_id = :original_id, content_hash = :content_hash
                        where cluster_id = :cluster_id and invoice_id = :invoice_id and not exists (
                          select from klyngeflow.invoice other
                          where other.cluster_id = :cluster_id and other.supplier_key = :supplier_key
                            and other.number_key = :number_key and other.kind = :kind and other.invoice_id <> :invoice_id
                            and other.status not in ('REJECTED', 'WITHDRAWN', 'DISCARDED')""" + SAME_BILL + ") returning *")
                .params(ROW.values(invoice))
                .param("supplier_key", supplierKey)
                .param("number_key", numberKey)
                .query(ROW)
                .optional();
        if (now.isEmpty()) {
            return false;
        }
        written(invoice.clusterId(), invoice.id(), now);
        return true;
    }

    /**
     * Keeps what was typed without making it count: the keys that find duplicates stay as they are, and no approval holds for it.
     */
    public void keep(Invoice typed) {
        jdbc.sql("""
                        update klyngeflow.invoice set kind = :kind, supplier_name = :supplier_name, supplier_cvr = :supplier_cvr,
                          supplier_mail = :supplier_mail, number = :number, issue_date = :issue_date, due_date = :due_date,
                          currency = :currency, payable_minor = :payable_minor, vat_minor = :vat_minor,
                          amount_oere = :amount_oere, rate_source = :rate_source, account = :account, meeting = :meeting,
                          payment_target = :payment_target, content_hash = ''
                        where cluster_id = :cluster_id and invoice_id = :invoice_id""").params(ROW.values(typed)).update();
    }

    public void status(Invoice invoice, InvoiceStatus status) {
        set(invoice, paidAt(status) + "status", status.name());
    }

    public void level(Invoice invoice, ApprovalLevel level) {
        if (invoice.approvalLevel() == level.number()) {
            return;
        }
        set(invoice, "approval_level", level.number());
    }

    public void voucher(Invoice invoice, String voucherId) {
        set(invoice, "voucher_id", voucherId);
    }

    public void posted(Invoice invoice, String voucherId, InvoiceStatus status) {
        set(invoice, paidAt(status) + "status = '" + status.name() + "', voucher_id", voucherId);
    }

    /** Its payment has been entered in the books, which ends its way through them. */
    public void settled(Invoice invoice, String voucherId, InvoiceStatus status) {
        set(invoice, paidAt(status) + "status = '" + status.name() + "', settlement_id", voucherId);
    }

    /** Somebody is to pay it. @param fileId for the bank; null when there is none */
    public void toPay(Invoice invoice, @Nullable String fileId) {
        set(invoice, "status = 'PAYMENT', payment_file_id", fileId);
    }

    public void ploPackage(Invoice invoice, String documentId) {
        set(invoice, "package_id", documentId);
    }

    public void paidOn(Invoice invoice, LocalDate day) {
        set(invoice, "paid_on", day);
    }

    public void nextRound(Invoice invoice) {
        set(invoice, "round", invoice.round() + 1);
    }

    public void escalations(Invoice invoice, int times) {
        set(invoice, "escalations", times);
    }

    void document(Invoice invoice, String documentId) {
        set(invoice, "document_id", documentId);
    }

    private void forget(String clusterId, String id) {
        memory.forget(List.of(clusterId, id));
        locked.forget(List.of(clusterId, id));
    }

    /** How long it took, for the cluster's figures. */
    private static String paidAt(InvoiceStatus status) {
        return status == InvoiceStatus.PAID || status == InvoiceStatus.SENT_TO_PLO ? "paid_at = :now, " : "";
    }

    private void set(Invoice invoice, String column, @Nullable Object value) {
        written(
                invoice.clusterId(),
                invoice.id(),
                jdbc.sql("update klyngeflow.invoice set " + column
                                + " = :value where cluster_id = :cluster and invoice_id = :id returning *")
                        .param("value", value)
                        .param("now", Timestamp.from(time.now()))
                        .param("cluster", invoice.clusterId())
                        .param("id", invoice.id())
                        .query(ROW)
                        .optional());
    }

    /** What an update has handed back need not be read again; whoever had locked it has it locked still. */
    private void written(String clusterId, String id, Optional<Invoice> now) {
        List<String> key = List.of(clusterId, id);
        boolean wasLocked = locked.knows(key);
        forget(clusterId, id);
        now.ifPresent(row -> {
            memory.keep(key, now);
            if (wasLocked) {
                locked.keep(key, row);
            }
        });
    }
}
