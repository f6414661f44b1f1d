package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.InvoiceKeys;
import dk.klyngeflow.bills.InvoiceStatus;
import dk.klyngeflow.bills.KnownInvoices;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.payments.Iban;
import dk.klyngeflow.payments.PaymentTarget;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is doubtful about a bill beside those that are here already: a number that was used before, and money that is to go elsewhere than
 * before, which is how false bills are known. Whoever checks it has to say that it is right.
 */
@Component
class EarlierBills {

    private static final Set<InvoiceStatus> APPROVED = Set.of(
            InvoiceStatus.POSTED,
            InvoiceStatus.PAYMENT,
            InvoiceStatus.PAID,
            InvoiceStatus.SENT_TO_PLO,
            InvoiceStatus.SETTLED);

    private final KnownInvoices known;
    private final Clusters clusters;

    EarlierBills(KnownInvoices known, Clusters clusters) {
        this.known = known;
        this.clusters = clusters;
    }

    /** @return the same bill, which is in the way whatever is confirmed */
    Optional<Invoice> doubt(CheckForm.Typed typed, Invoice before, FormFields fields) {
        Invoice bill = typed.on(before);
        @Nullable String number = bill.isClaim() ? null : InvoiceKeys.number(bill.number());
        List<Invoice> earlier = known.ofItsSupplier(bill, number);
        List<Invoice> numbered = earlier.stream()
                .filter(other -> number != null
                        && number.equals(InvoiceKeys.number(other.number()))
                        && bill.kind().equals(other.kind())
                        && Objects.equals(InvoiceKeys.supplier(bill), InvoiceKeys.supplier(other)))
                .toList();
        Optional<Invoice> same = numbered.stream()
                .filter(other -> other.bill().isSame(bill.bill()))
                .findFirst();
        if (same.isEmpty()) {
            numbered.stream().findFirst().ifPresent(other -> fields.doubt("NUMBER", numbered(other)));
        }
        if (typed.booking().payByTransfer() && !typed.reducesDebt()) {
            account(bill, earlier, fields);
        }
        return same;
    }

    private static String numbered(Invoice other) {
        String day = other.issueDate() == null ? "" : " af " + DanishTime.DAY_IN_FIGURES.format(other.issueDate());
        return "Nummer " + other.number() + " fra samme leverandør er her i forvejen som " + other.id() + " ("
                + other.amountLabel() + day + ", "
                + other.status().danish().toLowerCase(Locale.ROOT)
                + "). Er det en rettelse, skal kun den ene betales: afvis den anden.";
    }

    private void account(Invoice bill, List<Invoice> earlier, FormFields fields) {
        PaymentTarget payTo = bill.paymentTarget();
        String payee = payTo.payee();
        if (payee.isEmpty()) {
            return;
        }
        if (!payTo.faults().isEmpty()) {
            fields.doubt(
                    "PAY_TO",
                    "Der kan ikke betales til " + payTo.label() + ", som det står. "
                            + String.join(" ", payTo.faults()));
        }
        @Nullable String own = clusters.get(bill.clusterId()).iban();
        if (own != null && payee.equals(Iban.of(own).payee())) {
            fields.doubt("OWN_ACCOUNT", payTo.label() + " er klyngens egen konto, ikke leverandørens.");
        }
        List<Invoice> paid = earlier.stream()
                .filter(other -> APPROVED.contains(other.status())
                        && !other.paymentTarget().payee().isEmpty())
                .toList();
        if (!paid.isEmpty()
                && paid.stream()
                        .noneMatch(other -> other.paymentTarget().payee().equals(payee))) {
            Invoice last = paid.get(0);
            fields.doubt(
                    "OTHER_ACCOUNT",
                    bill.supplierName() + " skal denne gang have pengene på " + payTo.label() + ", før på "
                            + last.paymentTarget().label() + " (" + last.id()
                            + "). Sådan ser falske regninger ud: ring til modtageren på et nummer, I har i forvejen, og spørg, om kontoen er skiftet.");
        }
    }
}
