package dk.klyngeflow.bills;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.engine.Rows.Column;
import dk.klyngeflow.payments.PaymentTarget;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of from before: the same file, the same claim, what looks alike, and where people have wanted their money. */
@Repository
public class KnownInvoices {

    private static final Rows<ClaimantAccount> CLAIMANT = Rows.of(ClaimantAccount.class, "invoice", Invoices.TARGET);
    private static final Rows<Surroundings> AROUND = Rows.of(Surroundings.class, "invoice");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    KnownInvoices(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** One that has one of these files, as the document itself or as an attachment. */
    public Optional<Invoice> findByFiles(String clusterId, List<String> documentIds) {
        if (documentIds.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select * from klyngeflow.invoice i
                        where cluster_id = :cluster and status not in ('REJECTED', 'WITHDRAWN', 'DISCARDED')
                          and (document_id in (:documents) or exists (
                            select 1 from klyngeflow.invoice_attachment a
                            where a.cluster_id = i.cluster_id and a.invoice_id = i.invoice_id
                              and a.document_id in (:documents)))
                        order by received_at, invoice_id limit 1""")
                .param("cluster", clusterId)
                .param("documents", documentIds)
                .query(Invoices.ROW)
                .optional();
    }

    /** One that has one of these files as the document itself. */
    public Optional<Invoice> findByDocuments(String clusterId, List<String> documentIds) {
        if (documentIds.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select * from klyngeflow.invoice
                        where cluster_id = :cluster and status not in ('REJECTED', 'WITHDRAWN', 'DISCARDED')
                          and document_id in (:documents)
                        order by received_at, invoice_id limit 1""")
                .param("cluster", clusterId)
                .param("documents", documentIds)
                .query(Invoices.ROW)
                .optional();
    }

    /** Her claim for the same thing: kind, day, amount and what it is for, however that is spaced or capitalised. */
    public Optional<Invoice> findSame(Claim claim) {
        return jdbc
                .sql("""
                        select * from klyngeflow.invoice
                        where cluster_id = :cluster and claimant_id = :person and claim_kind = :kind
                          and payable_minor = :amount and issue_date = :day
                          and status not in ('REJECTED', 'WITHDRAWN', 'DISCARDED')
                        order by received_at, invoice_id""")
                .param("cluster", claim.clusterId())
                .param("person", claim.claimant().id())
                .param("kind", claim.kind().name())
                .param("amount", claim.amountOere())
                .param("day", claim.purpose().date())
                .query(Invoices.ROW)
                .list()
                .stream()
                .filter(other ->
                        InvoiceKeys.sameWords(other.text(), claim.purpose().text()))
                .findFirst();
    }

    /** Others that look like it: the same number or the same amount from the same supplier, or number and amount from another. */
    public List<Invoice> like(Invoice invoice, @Nullable String supplierKey, @Nullable String numberKey) {
        return jdbc.sql("""
                        select * from klyngeflow.invoice
                        where cluster_id = :cluster and invoice_id <> :id and kind = :kind
                          and status not in ('REJECTED', 'WITHDRAWN', 'DISCARDED')
                          and ((supplier_key = :supplier and payable_minor = :payable and currency = :currency
                                and abs(coalesce(issue_date, :issued) - :issued) <= 60)
                            or (number_key = :number and payable_minor = :payable and payable_minor <> 0)
                            or (supplier_key = :supplier and number_key = :number))
                        order by received_at desc limit 5""")
                .param("cluster", invoice.clusterId())
                .param("id", invoice.id())
                .param("kind", invoice.kind())
                .param("supplier", supplierKey)
                .param("number", numberKey)
                .param("payable", invoice.payableMinor())
                .param("currency", invoice.currency())
                .param("issued", invoice.issueDate() == null ? time.today() : invoice.issueDate())
                .query(Invoices.ROW)
                .list();
    }

    /** Where somebody has wanted her own money sent. */
    public record ClaimantAccount(
            @Column(value = "claimant_id", isJoined = true) String personId,
            @Column("payment_target") PaymentTarget payTo) {}

    public List<ClaimantAccount> accountsOfClaimants(String clusterId) {
        return jdbc.sql("""
                        select distinct claimant_id, payment_target from klyngeflow.invoice
                        where cluster_id = :cluster and claimant_id is not null""").param("cluster", clusterId).query(CLAIMANT).list();
    }

    /**
     * Others of its supplier, the newest first: those with the same number and kind, and those that were approved. A supplier without a CVR
     * number on one of them is known by name.
     */
    public List<Invoice> ofItsSupplier(Invoice invoice, @Nullable String numberKey) {
        return jdbc.sql("""
                        select * from klyngeflow.invoice
                        where cluster_id = :cluster and invoice_id <> :id
                          and (supplier_key = :supplier or claimant_id is null and lower(supplier_name) = lower(:name))
                          and (status in ('POSTED', 'PAYMENT', 'PAID', 'SENT_TO_PLO', 'SETTLED')
                            or number_key = :number and kind = :kind
                              and status not in ('REJECTED', 'WITHDRAWN', 'DISCARDED'))
                        order by received_at desc, invoice_id desc""")
                .param("cluster", invoice.clusterId())
                .param("id", invoice.id())
                .param("supplier", InvoiceKeys.supplier(invoice))
                .param("name", invoice.supplierName())
                .param("number", numberKey)
                .param("kind", invoice.kind())
                .query(Invoices.ROW)
                .list();
    }

    /**
     * @param committed what else is on its way through approval on the account and not yet posted, in øre; money that may come back
     *     counts only when it is approved and posted
     * @param isFirst whether nothing of this supplier has been posted before
     */
    public record Surroundings(
            @Column(isJoined = true) long committed,
            @Column(isJoined = true) boolean isFirst) {}

    public Surroundings around(Invoice invoice, String account) {
        return jdbc.sql("""
                        select
                          (select coalesce(sum(greatest(amount_oere, 0)), 0) from klyngeflow.invoice
                            where cluster_id = :cluster and account = :account and status = 'APPROVAL'
                              and invoice_id <> :id) as committed,
                          not exists (select 1 from klyngeflow.invoice o
                            join klyngeflow.invoice i on i.cluster_id = o.cluster_id and i.supplier_key = o.supplier_key
                            where i.cluster_id = :cluster and i.invoice_id = :id and o.invoice_id <> i.invoice_id
                              and o.status in ('POSTED', 'PAYMENT', 'PAID', 'SENT_TO_PLO', 'SETTLED', 'CREDIT', 'REFUNDED')) as is_first""")
                .param("cluster", invoice.clusterId())
                .param("account", account)
                .param("id", invoice.id())
                .query(AROUND)
                .single();
    }
}
