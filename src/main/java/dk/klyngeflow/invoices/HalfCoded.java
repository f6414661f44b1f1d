package dk.klyngeflow.invoices;

import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.payments.PaymentTarget;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the secretary had typed when she stopped to ask: nothing has to be there, and what cannot be read stays as it was. It makes no
 * invoice ready for approval; that takes a whole {@link Coding}.
 */
record HalfCoded(
        String clusterId,
        String invoiceId,
        String kind,
        String supplierName,
        @Nullable String supplierCvr,
        String supplierMail,
        String number,
        @Nullable LocalDate issueDate,
        @Nullable LocalDate dueDate,
        String currency,
        long payableMinor,
        long vatMinor,
        @Nullable Long amountOere,
        String rateSource,
        @Nullable String account,
        String meeting,
        PaymentTarget payTo) {

    static HalfCoded read(Map<String, Object> sent, Invoice invoice, ChartOfAccounts chart) {
        FormFields fields = FormFields.of(sent, Coding.FIELDS);
        String cvr = fields.text("supplierCvr", "").replace(" ", "");
        String mail = fields.text("supplierMail", "");
        String kind = fields.text("kind", "");
        String currency = fields.text("currency", "").toUpperCase(Locale.ROOT);
        String account = fields.text("account", "");
        return new HalfCoded(
                invoice.clusterId(),
                invoice.id(),
                Set.of(Invoice.INVOICE, Invoice.CREDIT_NOTE).contains(kind) ? kind : invoice.kind(),
                or(fields.text("supplierName", ""), invoice.supplierName()),
                cvr.matches("[0-9A-Za-z-]{4,20}") ? cvr.replaceFirst("^DK(?=\\d{8}$)", "") : invoice.supplierCvr(),
                Correspondence.canBeWrittenTo(mail) ? mail : invoice.supplierMail(),
                invoice.isClaim() ? invoice.number() : or(fields.text("invoiceNumber", ""), invoice.number()),
                either(fields.day("issueDate", ""), invoice.issueDate()),
                either(fields.day("dueDate", ""), invoice.dueDate()),
                currency.matches("[A-Z]{3}") ? currency : invoice.currency(),
                or(fields.money("payable", ""), invoice.payableMinor()),
                or(fields.money("vat", ""), invoice.vatMinor()),
                either(fields.money("amountDkk", ""), invoice.amountOere()),
                or(fields.text("rateSource", ""), invoice.rateSource()),
                chart.find(invoice.clusterId(), account).isPresent() ? account : invoice.account(),
                or(fields.text("meeting", ""), invoice.meeting()),
                Coding.payTo(fields, invoice));
    }

    private static String or(String typed, String before) {
        return typed.isEmpty() ? before : typed;
    }

    private static long or(@Nullable Long typed, long before) {
        return typed == null ? before : typed;
    }

    private static <T> @Nullable T either(@Nullable T typed, @Nullable T before) {
        return typed == null ? before : typed;
    }
}
