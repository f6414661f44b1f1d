package dk.klyngeflow.einvoices;

import dk.klyngeflow.einvoices.EInvoice.PayableBy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day to pay by when no due date is stated. */
final class DueDates {

    private static final int CUSTOMARY_DAYS = 30;
    private static final Pattern END_OF_MONTH =
            Pattern.compile("(?:løbende|lb\\.?|indeværende) (?:måned|md\\.?|mdr\\.?)(?:\\s*\\+?\\s*(\\d{1,3}))?");
    private static final Pattern DAYS = Pattern.compile("(\\d{1,3})\\s*(?:dage|dag\\b|days|day\\b|dagar|dager|tage)");
    private static final Pattern DISCOUNT = Pattern.compile("rabat|discount|skonto|kontantrabat");

    private DueDates() {}

    static Optional<PayableBy> payableBy(EInvoice invoice) {
        if (!invoice.toBePaid()) {
            return Optional.empty();
        }
        if (invoice.dueDate() != null) {
            return Optional.of(new PayableBy(invoice.dueDate(), PayableBy.Source.STATED));
        }
        LocalDate issued = invoice.issueDate();
        if (issued == null || invoice.postingMinor() <= 0) {
            return Optional.empty();
        }
        return Optional.of(inWords(invoice.paymentTerms(), issued)
                .map(date -> new PayableBy(date, PayableBy.Source.PAYMENT_TERMS))
                .orElseGet(
                        () -> new PayableBy(issued.plusDays(CUSTOMARY_DAYS), PayableBy.Source.THIRTY_DAYS_FROM_ISSUE)));
    }

    /** "Netto 14 dage", "løbende måned + 30 dage", "Payment within 30 days"; a term that buys a discount is no due date. */
    static Optional<LocalDate> inWords(String terms, LocalDate issued) {
        String text = terms.toLowerCase(Locale.ROOT);
        if (DISCOUNT.matcher(text).find()) {
            return Optional.empty();
        }
        Matcher month = END_OF_MONTH.matcher(text);
        if (month.find()) {
            LocalDate end = YearMonth.from(issued).atEndOfMonth();
            return Optional.of(month.group(1) == null ? end : end.plusDays(Integer.parseInt(month.group(1))));
        }
        Matcher days = DAYS.matcher(text);
        return days.find() ? Optional.of(issued.plusDays(Integer.parseInt(days.group(1)))) : Optional.empty();
    }
}
