package dk.klyngeflow.einvoices;

import dk.klyngeflow.einvoices.EInvoice.Kind;
import dk.klyngeflow.einvoices.EInvoice.OriginalReference;
import dk.klyngeflow.einvoices.EInvoice.PayableBy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Danish words and numbers for the page of an invoice; public only because the template calls it. */
public final class ShownInvoice {

    private final EInvoice invoice;

    ShownInvoice(EInvoice invoice) {
        this.invoice = invoice;
    }

    /** Something known about the invoice. */
    public record Fact(String label, String text) {}

    /** One of the sums under the lines. */
    public record Sum(String label, String text, boolean isTotal) {}

    public String heading() {
        String what = isCreditNote() ? "Kreditnota " : "Faktura ";
        return (invoice.toBePaid() ? what : "Ikke en regning: ") + invoice.number();
    }

    public String place() {
        return "E-faktura fra " + invoice.supplier().name();
    }

    public String lineTitle() {
        return isCreditNote() ? "Kreditnotalinjer" : "Fakturalinjer";
    }

    /** "kr" or the code of another currency. */
    public String currency() {
        return invoice.currency().equals("DKK") ? "kr" : invoice.currency();
    }

    public String money(@Nullable BigDecimal amount) {
        return amount == null ? "" : DanishNumbers.amount(amount);
    }

    public String number(@Nullable BigDecimal number) {
        return number == null ? "" : DanishNumbers.number(number);
    }

    public String percent(@Nullable BigDecimal percent) {
        return percent == null ? "" : DanishNumbers.number(percent) + " %";
    }

    public String price(InvoiceLine line) {
        BigDecimal base = line.baseQuantity();
        String price = money(line.unitPrice());
        return price.isEmpty() || base == null || base.compareTo(BigDecimal.ONE) == 0
                ? price
                : price + " pr. " + DanishNumbers.number(base);
    }

    public String vat(InvoiceLine line) {
        return line.vatPercent() == null || line.vatPercent().signum() == 0
                ? VatCategories.danish(line.vatCategory())
                : percent(line.vatPercent());
    }

    public String tax(VatLine line) {
        return line.isVat() ? VatCategories.danish(line.category()) : "Afgift: " + line.scheme();
    }

    public boolean hasOtherLegalName(Party party) {
        return !party.legalName().isEmpty() && !party.legalName().equals(party.name());
    }

    /** The number a party is known by, with what it is. */
    public String id(Party party) {
        return switch (party.scheme()) {
            case "CVR" -> "CVR " + party.cvr();
            case "VAT" -> "Momsnr. " + party.vatId();
            case "REG" -> "Reg.nr. " + party.registrationId();
            default -> party.gln().isEmpty() ? "" : "EAN " + party.gln();
        };
    }

    public List<String> contact(Party party) {
        return Stream.of(party.contact(), party.mail(), party.phone())
                .filter(s -> !s.isEmpty())
                .toList();
    }

    public List<Fact> facts() {
        EInvoice.References references = invoice.references();
        List<Fact> facts = new ArrayList<>();
        add(facts, "Dato", DanishDates.of(invoice.issueDate()));
        add(facts, "Betales senest", payableBy());
        add(facts, "Jeres reference", references.buyerReference());
        add(facts, "Ordrenummer", references.orderNumber());
        add(facts, "Kontrakt", references.contract());
        add(facts, "Kontering", references.accountingCost());
        add(facts, "Periode", references.period());
        add(facts, "Leveret", DanishDates.of(invoice.deliveredOn()));
        add(facts, "Leveret til", invoice.deliveredTo());
        for (OriginalReference original : invoice.originals()) {
            String date = DanishDates.of(original.issueDate());
            add(
                    facts,
                    "Vedrører faktura",
                    Texts.joined(" · ", original.number() + (date.isEmpty() ? "" : " af " + date), original.reason()));
        }
        if (invoice.taxRepresentative() != null) {
            add(
                    facts,
                    "Momsrepræsentant",
                    Texts.joined(", ", invoice.taxRepresentative().name(), id(invoice.taxRepresentative())));
        }
        return facts;
    }

    public List<Sum> sums() {
        Totals t = invoice.totals();
        List<Sum> sums = new ArrayList<>();
        sums.add(sum("Linjer i alt", t.lineTotal()));
        for (AllowanceCharge a : invoice.allowancesAndCharges()) {
            String what = (a.isCharge() ? "Gebyr" : "Rabat") + (a.reason().isEmpty() ? "" : ": " + a.reason());
            sums.add(sum(what, a.isCharge() ? a.amount() : a.amount().negate()));
        }
        sums.add(sum("Uden moms", t.taxExclusive()));
        sums.add(sum("Moms", t.vat()));
        ifAny(sums, "Afgifter", t.otherTaxes());
        sums.add(sum("Med moms", t.taxInclusive()));
        ifAny(sums, "Forudbetalt", t.prepaid().negate());
        ifAny(sums, "Afrunding", t.rounding());
        String total = isCreditNote() ? "Til gode" : "At betale";
        sums.add(new Sum(
                (invoice.toBePaid() ? total : "Beløb, der ikke skal betales") + " (" + currency() + ")",
                money(t.payable()),
                true));
        if (t.vatInTaxCurrency() != null) {
            sums.add(new Sum("Moms i " + t.taxCurrency(), money(t.vatInTaxCurrency()), false));
        }
        return sums;
    }

    public boolean isPaidBy(PaymentMeans means) {
        return invoice.payment().filter(means::equals).isPresent();
    }

    public String size(Attachment attachment) {
        return Math.max(1, attachment.content().length / 1024) + " kB";
    }

    private boolean isCreditNote() {
        return invoice.kind() == Kind.CREDIT_NOTE;
    }

    /** Empty when nothing is to be paid. */
    private String payableBy() {
        return invoice.payableBy()
                .map(by -> DanishDates.of(by.date()) + explained(by.source()))
                .orElse("");
    }

    private static String explained(PayableBy.Source source) {
        return switch (source) {
            case STATED -> "";
            case PAYMENT_TERMS -> " (regnet ud fra betalingsbetingelserne)";
            case THIRTY_DAYS_FROM_ISSUE -> " (ingen frist angivet; 30 dage fra fakturadatoen)";
        };
    }

    private Sum sum(String label, BigDecimal amount) {
        return new Sum(label, money(amount), false);
    }

    private void ifAny(List<Sum> sums, String label, BigDecimal amount) {
        if (amount.signum() != 0) {
            sums.add(sum(label, amount));
        }
    }

    private static void add(List<Fact> facts, String label, String text) {
        if (!text.isEmpty()) {
            facts.add(new Fact(label, text));
        }
    }
}
