package dk.klyngeflow.invoices;

import dk.klyngeflow.accounts.Ledger;
import dk.klyngeflow.accounts.Voucher;
import dk.klyngeflow.accounts.VoucherCases;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.InvoiceEvents;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.security.Refused;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the books and the case of an invoice together: while somebody may be paying it, its voucher is taken back by the case alone; when the
 * case has ended, posting and payment go back as one and the case begins again with the secretary.
 */
@Component
class InvoiceVouchers implements VoucherCases {

    private final Invoices invoices;
    private final InvoiceEvents events;
    private final Ledger ledger;
    private final Cases cases;
    private final Credits credits;

    InvoiceVouchers(Invoices invoices, InvoiceEvents events, Ledger ledger, Cases cases, Credits credits) {
        this.invoices = invoices;
        this.events = events;
        this.ledger = ledger;
        this.cases = cases;
        this.credits = credits;
    }

    @Override
    public Optional<Dependent> of(Voucher voucher) {
        return invoices.findByVoucher(voucher.clusterId(), voucher.id())
                .map(invoice -> new Dependent(
                        invoice.id(), "/bilag/" + invoice.clusterId() + "/" + invoice.id(), objection(invoice)));
    }

    private Optional<String> objection(Invoice invoice) {
        return switch (invoice.status()) {
            case PAID, SETTLED, SENT_TO_PLO, REFUNDED ->
                invoice.reducesDebt() && credits.isUsed(invoice)
                        ? Optional.of("Kreditnotaen " + invoice.id()
                                + " er modregnet i en anden regning. Tag først den regnings bilag tilbage.")
                        : Optional.empty();
            case PAYMENT, POSTED ->
                Optional.of(
                        "Bilaget hører til " + invoice.id()
                                + ", som venter på betaling. Skal det ikke betales, så svar „Nej, det kunne ikke betales“ i opgaven „Betal og bekræft“: så tages bogføringen tilbage, og sagen går til sekretæren.");
            default ->
                Optional.of("Bilaget hører til " + invoice.id() + ", som er "
                        + invoice.status().danish().toLowerCase(java.util.Locale.ROOT) + ". Afslut sagen først.");
        };
    }

    @Override
    @Transactional
    public Voucher takeBack(Voucher voucher, String reason, String by) {
        Optional<Invoice> dependent = invoices.findByVoucher(voucher.clusterId(), voucher.id());
        if (dependent.isEmpty()) {
            return ledger.reverseLate(voucher.clusterId(), voucher.id(), reason, by);
        }
        Invoice invoice = invoices.lock(voucher.clusterId(), dependent.get().id());
        objection(invoice).ifPresent(objection -> {
            throw Refused.conflict(objection, Map.of("invoice", invoice.id()));
        });
        List<Voucher> reversals = Stream.of(invoice.settlementId(), invoice.voucherId())
                .filter(Objects::nonNull)
                .map(id -> ledger.reverseLate(invoice.clusterId(), id, reason, by))
                .toList();
        reversals.forEach(reversal ->
                events.add(invoice, InvoiceEvents.Kind.REVERSED, by, "Bilag " + reversal.label() + ": " + reason));
        credits.release(invoice);
        invoices.nextRound(invoice);
        invoices.unposted(invoice);
        cases.start(
                InvoiceApproval.KEY,
                invoice.clusterId(),
                null,
                Map.of(InvoiceApprovalVariables.INVOICE_ID.name(), invoice.id()));
        return reversals.stream()
                .filter(reversal -> voucher.id().equals(reversal.reverses()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("voucher " + voucher.id() + " was not taken back"));
    }
}
