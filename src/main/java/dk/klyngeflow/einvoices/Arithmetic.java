package dk.klyngeflow.einvoices;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import dk.klyngeflow.einvoices.EInvoice.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Adds up what an invoice says. Done here besides the official rules, since they do not run on a document in an unknown dialect, stop at
 * other faults, and let some sums pass. What does not add up has the code {@code TOTALS} and is an error.
 */
final class Arithmetic {

    static final String TOTALS = "TOTALS";

    /** Sums of amounts that are stated must be exact but for the last digit. */
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** More is no rounding. */
    private static final BigDecimal MOST_ROUNDING = BigDecimal.TEN;

    private final EInvoice invoice;
    private final Totals totals;
    private final List<Problem> problems = new ArrayList<>();

    private Arithmetic(EInvoice invoice) {
        this.invoice = invoice;
        this.totals = invoice.totals();
    }

    static List<Problem> check(EInvoice invoice, BigDecimal statedTax) {
        Arithmetic arithmetic = new Arithmetic(invoice);
        arithmetic.lines();
        arithmetic.sums(statedTax);
        arithmetic.vatLines();
        arithmetic.payable();
        return arithmetic.problems;
    }

    private void lines() {
        for (InvoiceLine line : invoice.lines()) {
            if (line.net() == null) {
                wrong(where(line), "Linjen har intet beløb.");
                continue;
            }
            if (line.quantity() == null || line.unitPrice() == null || line.freeOfCharge()) {
                continue;
            }
            BigDecimal base =
                    line.baseQuantity() == null || line.baseQuantity().signum() == 0 ? ONE : line.baseQuantity();
            BigDecimal gross = line.quantity().multiply(line.unitPrice()).divide(base, MathContext.DECIMAL64);
            BigDecimal expected = gross.subtract(line.allowances()).add(line.charges());
            // OIOUBL states the amount of a line before or after its discounts, prices are rounded, and a line that
            // gives
            // something back has its minus on the amount, the number or the price; the sums tell whether the sign is
            // right
            boolean fits = near(line.net().abs(), expected.abs(), ONE)
                    || near(line.net().abs(), gross.abs(), ONE);
            if (!fits) {
                problems.add(Problem.warning(
                        "LINE_TOTAL",
                        where(line),
                        "Antal gange pris giver " + money(expected) + ", men der står " + money(line.net()) + "."));
            }
        }
    }

    private void sums(BigDecimal statedTax) {
        BigDecimal lines = sumOfLines(true);
        if (!invoice.lines().isEmpty() && !near(lines, totals.lineTotal(), CENT)) {
            equal("Sum af linjer", "Summen af linjernes beløb", sumOfLines(false), totals.lineTotal());
        }
        BigDecimal allowances = sumOf(false);
        BigDecimal charges = sumOf(true);
        equal("Rabatter i alt", "Summen af rabatterne", allowances, totals.allowances());
        equal("Gebyrer i alt", "Summen af gebyrerne", charges, totals.charges());
        equal(
                "Beløb uden moms",
                "Linjerne minus rabatter plus gebyrer",
                totals.lineTotal().subtract(totals.allowances()).add(totals.charges()),
                totals.taxExclusive());
        BigDecimal taxes = totals.vat().add(totals.otherTaxes());
        equal("Moms i alt", "Summen af momsspecifikationen", taxes, statedTax);
        BigDecimal inclusive = totals.taxExclusive().add(taxes);
        if (!isRoundedBeforePayable()) {
            equal(
                    "Beløb med moms",
                    totals.otherTaxes().signum() == 0
                            ? "Beløb uden moms plus moms"
                            : "Beløb uden moms plus moms og afgifter",
                    inclusive,
                    totals.taxInclusive());
        }
    }

    /** OIOUBL 2 rounds the amount with VAT, EN 16931 the amount to pay; suppliers do either in both. */
    private boolean isRoundedBeforePayable() {
        return totals.rounding().signum() != 0
                && near(
                        totals.taxExclusive()
                                .add(totals.vat())
                                .add(totals.otherTaxes())
                                .add(totals.rounding()),
                        totals.taxInclusive(),
                        CENT);
    }

    private void vatLines() {
        // a krone for each line, as the official rules have it: VAT may be computed line by line
        BigDecimal tolerance = new BigDecimal(Math.max(1, invoice.lines().size()) + 1)
                .multiply(new BigDecimal("0.01"))
                .max(ONE);
        for (VatLine line : invoice.vatBreakdown()) {
            if (!line.isVat() || line.percent() == null) {
                continue;
            }
            BigDecimal expected = line.taxable().multiply(line.percent()).divide(HUNDRED, MathContext.DECIMAL64);
            if (!near(line.tax(), expected, tolerance)) {
                wrong(
                        "Moms " + DanishNumbers.number(line.percent()) + " %",
                        DanishNumbers.number(line.percent()) + " % af " + money(line.taxable()) + " er "
                                + money(expected) + ", men momsen er sat til " + money(line.tax()) + ".");
            }
        }
    }

    private void payable() {
        equal(
                "Beløb til betaling",
                "Beløb med moms minus forudbetalt plus afrunding",
                totals.taxInclusive()
                        .subtract(totals.prepaid())
                        .add(isRoundedBeforePayable() ? ZERO : totals.rounding()),
                totals.payable());
        if (totals.rounding().abs().compareTo(MOST_ROUNDING) > 0) {
            wrong("Afrunding", "Afrundingen på " + money(totals.rounding()) + " er for stor til at være en afrunding.");
        }
        if (invoice.kind() == Kind.CREDIT_NOTE && totals.payable().signum() < 0) {
            problems.add(Problem.warning(
                    "NEGATIVE_CREDIT_NOTE",
                    "Beløb til betaling",
                    "Kreditnotaen er negativ, så den øger gælden. Spørg leverandøren, om det er meningen."));
        }
        if (invoice.kind() == Kind.INVOICE && totals.payable().signum() < 0) {
            problems.add(Problem.info(
                    "NEGATIVE_INVOICE",
                    "Beløb til betaling",
                    "Fakturaen er negativ: den nedsætter gælden som en kreditnota."));
        }
        if (totals.payable().signum() == 0) {
            problems.add(Problem.info("ZERO_AMOUNT", "Beløb til betaling", "Der er ikke noget at betale."));
        }
    }

    private BigDecimal sumOfLines(boolean withFreeOnes) {
        return invoice.lines().stream()
                .filter(line -> withFreeOnes || !line.freeOfCharge())
                .map(InvoiceLine::net)
                .filter(Objects::nonNull)
                .reduce(ZERO, BigDecimal::add);
    }

    private BigDecimal sumOf(boolean charges) {
        return invoice.allowancesAndCharges().stream()
                .filter(c -> c.isCharge() == charges)
                .map(AllowanceCharge::amount)
                .reduce(ZERO, BigDecimal::add);
    }

    private void equal(String where, String what, BigDecimal computed, BigDecimal stated) {
        if (!near(computed, stated, CENT)) {
            wrong(where, what + " er " + money(computed) + ", men fakturaen siger " + money(stated) + ".");
        }
    }

    private void wrong(String where, String message) {
        problems.add(Problem.error(TOTALS, where, message));
    }

    private static boolean near(BigDecimal a, BigDecimal b, BigDecimal tolerance) {
        return a.subtract(b).abs().compareTo(tolerance) <= 0;
    }

    private String money(BigDecimal amount) {
        return DanishNumbers.amount(amount) + " " + (invoice.currency().equals("DKK") ? "kr" : invoice.currency());
    }

    private static String where(InvoiceLine line) {
        return "Fakturalinje " + (line.id().isEmpty() ? "uden nummer" : line.id());
    }
}
