package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.engine.CvrNumbers;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What a bookkeeper would not believe about an invoice, whoever or whatever wrote it. What cannot be is refused; what is only unusual has to
 * be confirmed by the person who checks the invoice.
 */
final class Plausibility {

    /** No cluster has ever paid so much at once; more is a slip of the finger, or a question for the treasurer. */
    static final long UNUSUAL_OERE = 500_000_00L;

    private static final int YEARS_UNTIL_BARRED = 3;
    private static final int MOST_YEARS_AGO = 10;
    private static final int DAYS_AHEAD = 60;
    private static final DateTimeFormatter DAY = DanishTime.DAY_IN_FIGURES;

    /** The krone is tied to the euro within 2.25 percent of 7.46038. */
    private static final BigDecimal EURO_LOW = new BigDecimal("7.29");

    private static final BigDecimal EURO_HIGH = new BigDecimal("7.63");
    private static final BigDecimal LOWEST_RATE = new BigDecimal("0.0001");
    private static final BigDecimal HIGHEST_RATE = new BigDecimal("30");

    private final FormFields fields;
    private final LocalDate today;

    Plausibility(FormFields fields, LocalDate today) {
        this.fields = fields;
        this.today = today;
    }

    void cvr(String number) {
        boolean isSaidToBeDanish = number.startsWith("DK");
        String digits = isSaidToBeDanish ? number.substring(2) : number;
        if (isSaidToBeDanish && !CvrNumbers.isLike(digits)) {
            fields.wrong("CVR-nummeret skal have otte cifre efter DK.");
        } else if (CvrNumbers.isLike(digits)) {
            CvrNumbers.objectionTo(digits).ifPresent(wrong -> fields.doubt("CVR", wrong));
        }
    }

    void dates(@Nullable LocalDate issued, @Nullable LocalDate due) {
        if (issued != null) {
            issued(issued);
        }
        if (due != null && due.isAfter(today.plusYears(2))) {
            fields.wrong("Betalingsfristen " + DAY.format(due) + " ligger mere end to år fremme. Ret den.");
        } else if (due != null && due.isAfter(today.plusMonths(6))) {
            fields.doubt("DUE", "Betalingsfristen " + DAY.format(due) + " ligger mere end et halvt år fremme.");
        }
        if (issued == null && due != null && due.isBefore(today.minusYears(1))) {
            fields.doubt("DUE", "Betalingsfristen " + DAY.format(due) + " ligger mere end et år tilbage.");
        } else if (issued != null && due != null && due.isBefore(issued)) {
            fields.doubt(
                    "DUE_FIRST",
                    "Betalingsfristen " + DAY.format(due) + " ligger før fakturadatoen " + DAY.format(issued) + ".");
        }
    }

    private void issued(LocalDate issued) {
        String day = DAY.format(issued);
        if (issued.isAfter(today.plusDays(DAYS_AHEAD))) {
            fields.wrong(
                    "Fakturadatoen " + day + " ligger for langt ude i fremtiden. Ret den, så den passer med bilaget.");
        } else if (issued.isAfter(today)) {
            fields.doubt("ISSUED", "Fakturadatoen " + day + " ligger i fremtiden.");
        } else if (issued.isBefore(today.minusYears(MOST_YEARS_AGO))) {
            fields.doubt("ISSUED", "Fakturadatoen " + day + " ligger mere end ti år tilbage. Kravet er forældet.");
        } else if (issued.isBefore(today.minusYears(YEARS_UNTIL_BARRED))) {
            fields.doubt(
                    "ISSUED",
                    "Fakturadatoen " + day
                            + " ligger mere end tre år tilbage. Et krav er normalt forældet efter tre år.");
        } else if (issued.isBefore(today.minusYears(1))) {
            fields.doubt("ISSUED", "Fakturadatoen " + day + " ligger mere end et år tilbage.");
        }
    }

    void amounts(String kind, String currency, @Nullable Long payable, @Nullable Long vat, @Nullable Long kroner) {
        if (payable == null) {
            return;
        }
        if (kind.equals(Invoice.CREDIT_NOTE) && payable < 0) {
            fields.doubt(
                    "CREDIT_SIGN",
                    "Kreditnotaen har et negativt beløb (" + Money.format(payable, currency)
                            + "). Sådan skrevet er det penge, I skal betale.");
        }
        if (vat != null) {
            vat(currency, payable, vat);
        }
        if (!currency.equals("DKK") && kroner != null) {
            rate(currency, payable, kroner);
        }
        if (kroner != null && Math.abs(kroner) > UNUSUAL_OERE) {
            fields.doubt("LARGE", "Beløbet " + Money.kroner(kroner) + " er usædvanligt stort for en klynge.");
        }
    }

    private void vat(String currency, long payable, long vat) {
        String written = Money.format(vat, currency);
        String total = Money.format(payable, currency);
        if (vat != 0 && Long.signum(vat) != Long.signum(payable)) {
            fields.wrong(
                    vat < 0
                            ? "Momsen (" + written + ") kan ikke være negativ, når beløbet i alt er " + total + "."
                            : "Momsen (" + written + ") passer ikke til et beløb i alt på " + total
                                    + ". Skriv begge med samme fortegn.");
        } else if (Math.abs(vat) >= Math.abs(payable) && vat != 0) {
            fields.wrong("Momsen (" + written + ") er ikke mindre end beløbet i alt (" + total
                    + "). Skriv det hele beløb med moms, og hvor meget af det der er moms.");
        } else if (Math.abs(vat) > Math.abs(payable) / 5 + 100) {
            // a fifth of the whole is a quarter of the rest; a krone for rounding line by line
            fields.doubt(
                    "VAT",
                    "Momsen (" + written + ") er mere end en femtedel af beløbet i alt (" + total
                            + "). Dansk moms er 25 % af beløbet uden moms.");
        }
    }

    private void rate(String currency, long payable, long kroner) {
        if (Long.signum(payable) != Long.signum(kroner)) {
            fields.wrong("Beløbet i kroner (" + Money.kroner(kroner) + ") og beløbet i bilaget ("
                    + Money.format(payable, currency) + ") skal have samme fortegn.");
            return;
        }
        if (payable == 0) {
            return;
        }
        BigDecimal rate = Money.toDecimal(kroner)
                .divide(BigDecimal.valueOf(payable, Money.decimals(currency)), MathContext.DECIMAL32);
        boolean isEuro = currency.equals("EUR");
        if (rate.compareTo(isEuro ? EURO_LOW : LOWEST_RATE) < 0
                || rate.compareTo(isEuro ? EURO_HIGH : HIGHEST_RATE) > 0) {
            fields.doubt(
                    "RATE",
                    "Beløbet i kroner (" + Money.kroner(kroner) + ") svarer til en kurs på "
                            + Money.format(rate.movePointRight(4).longValue()) + " kr. for 100 " + currency
                            + ", og det er usædvanligt.");
        }
    }
}
