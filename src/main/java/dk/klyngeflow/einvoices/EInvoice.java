package dk.klyngeflow.einvoices;

import dk.klyngeflow.engine.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An electronic invoice or credit note, the same whichever format it came in. Nothing in it is a CPR number.
 *
 * <p>Amounts are in the currency of the document and have the sign they have there: an invoice may be negative, and a credit note is
 * normally positive. Only {@link #postingMinor()} knows what that means for the ledger.
 *
 * @param originals the invoices that this document corrects or follows
 */
public record EInvoice(
        Heading heading,
        Between between,
        Sums sums,
        Paying paying,
        References references,
        List<OriginalReference> originals,
        Delivered delivered,
        Along along) {

    public EInvoice {
        originals = List.copyOf(originals);
    }

    /**
     * What it is.
     *
     * @param toBePaid false for what only looks like an invoice, such as a pro forma invoice
     * @param number the supplier's own number, empty when it is missing
     * @param issueDate null when it is missing or no date
     * @param dueDate as stated in the document, null when it is not; see {@link #payableBy()}
     * @param currency ISO 4217 code
     */
    public record Heading(
            Format format,
            Kind kind,
            boolean toBePaid,
            String number,
            @Nullable LocalDate issueDate,
            @Nullable LocalDate dueDate,
            String currency) {}

    /**
     * Whose it is.
     *
     * @param supplierIsPrivatePerson the supplier identified themselves by a CPR number, which is not kept
     * @param payee who is to be paid when it is somebody else than the supplier (factoring, a card company)
     * @param taxRepresentative who answers for a foreign supplier's VAT
     */
    public record Between(
            Party supplier,
            boolean supplierIsPrivatePerson,
            Party receiver,
            @Nullable Party payee,
            @Nullable Party taxRepresentative) {}

    /** What it is about, in money. */
    public record Sums(
            Totals totals,
            List<VatLine> vatBreakdown,
            List<InvoiceLine> lines,
            List<AllowanceCharge> allowancesAndCharges) {

        public Sums {
            vatBreakdown = List.copyOf(vatBreakdown);
            lines = List.copyOf(lines);
            allowancesAndCharges = List.copyOf(allowancesAndCharges);
        }
    }

    /** @param payments all ways to pay, in the order of the document; see {@link #payment()} */
    public record Paying(List<PaymentMeans> payments, String paymentTerms) {

        public Paying {
            payments = List.copyOf(payments);
        }
    }

    public record Delivered(String deliveredTo, @Nullable LocalDate deliveredOn) {}

    /** What is written and laid beside it. */
    public record Along(List<String> notes, List<Attachment> attachments) {

        public Along {
            notes = List.copyOf(notes);
            attachments = List.copyOf(attachments);
        }
    }

    /** Which way the money goes when the amounts are positive. */
    public enum Kind {
        INVOICE,
        CREDIT_NOTE
    }

    /**
     * What the document says that it belongs to; each may be empty.
     *
     * @param buyerReference our reference or EAN contact, as the supplier was given it
     * @param accountingCost the account that the supplier was asked to write on the invoice
     */
    public record References(
            String buyerReference, String orderNumber, String contract, String accountingCost, String period) {}

    /**
     * An earlier document that this one corrects.
     *
     * @param reason what the supplier says about it, may be empty
     */
    public record OriginalReference(String number, @Nullable LocalDate issueDate, String reason) {}

    /** The day it should be paid at the latest, and how we know it. */
    public record PayableBy(LocalDate date, Source source) {
        public enum Source {
            STATED,
            PAYMENT_TERMS,
            THIRTY_DAYS_FROM_ISSUE
        }
    }

    public Format format() {
        return heading.format();
    }

    public Kind kind() {
        return heading.kind();
    }

    public boolean toBePaid() {
        return heading.toBePaid();
    }

    public String number() {
        return heading.number();
    }

    public @Nullable LocalDate issueDate() {
        return heading.issueDate();
    }

    public @Nullable LocalDate dueDate() {
        return heading.dueDate();
    }

    public String currency() {
        return heading.currency();
    }

    public Party supplier() {
        return between.supplier();
    }

    public boolean supplierIsPrivatePerson() {
        return between.supplierIsPrivatePerson();
    }

    public Party receiver() {
        return between.receiver();
    }

    public @Nullable Party payee() {
        return between.payee();
    }

    public @Nullable Party taxRepresentative() {
        return between.taxRepresentative();
    }

    public Totals totals() {
        return sums.totals();
    }

    public List<VatLine> vatBreakdown() {
        return sums.vatBreakdown();
    }

    public List<InvoiceLine> lines() {
        return sums.lines();
    }

    public List<AllowanceCharge> allowancesAndCharges() {
        return sums.allowancesAndCharges();
    }

    public List<PaymentMeans> payments() {
        return paying.payments();
    }

    public String paymentTerms() {
        return paying.paymentTerms();
    }

    public String deliveredTo() {
        return delivered.deliveredTo();
    }

    public @Nullable LocalDate deliveredOn() {
        return delivered.deliveredOn();
    }

    public List<String> notes() {
        return along.notes();
    }

    public List<Attachment> attachments() {
        return along.attachments();
    }

    /** The amount to pay as the document has it; negative in a negative invoice. */
    public BigDecimal payable() {
        return totals().payable();
    }

    /** VAT in the currency of the document. */
    public BigDecimal vat() {
        return totals().vat();
    }

    /** The sum without VAT; in OIOUBL 2 computed, since its field of that name holds the tax. */
    public BigDecimal taxExclusive() {
        return totals().taxExclusive();
    }

    /** {@link #payable()} in the smallest unit of the currency (øre), rounded half up. */
    public long payableMinor() {
        return totals().payable()
                .setScale(Money.decimals(currency()), RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
    }

    /** What is posted, in the smallest unit of the currency (øre): positive when the cluster owes, negative when the document reduces what it owes. */
    public long postingMinor() {
        return kind() == Kind.CREDIT_NOTE ? -payableMinor() : payableMinor();
    }

    /** True when the supplier owes the cluster: a credit note, or an invoice with a negative amount. */
    public boolean reducesDebt() {
        return postingMinor() < 0;
    }

    /**
     * The one way to pay by: the first in the document that is a transfer with all it needs (payment slip, account, IBAN, giro); when there
     * is none, the first of all, which then says why nothing can be transferred (card, direct debit, cash).
     */
    public Optional<PaymentMeans> payment() {
        return payments().stream()
                .filter(PaymentMeans::isTransferable)
                .findFirst()
                .or(() -> payments().stream().findFirst());
    }

    /** The due date, or else the one that the payment terms in words come to, or else 30 days from the issue date. Empty for what is not to be paid. */
    public Optional<PayableBy> payableBy() {
        return DueDates.payableBy(this);
    }
}
