package dk.klyngeflow.invoices;

import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.invoices.Invoice.Bill;
import dk.klyngeflow.invoices.Invoice.Coded;
import dk.klyngeflow.invoices.Invoice.Creditor;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the secretary had typed when she stopped to ask: nothing has to be there, and what cannot be read stays as it was. It makes no
 * invoice ready for approval; that takes a whole {@link Coding}.
 */
final class HalfCoded {

    private HalfCoded() {}

    /** The invoice as it would be with what was typed. */
    static Invoice read(Map<String, Object> sent, Invoice invoice, ChartOfAccounts chart) {
        FormFields fields = FormFields.of(sent, Coding.FIELDS);
        String cvr = fields.text("supplierCvr", "").replace(" ", "");
        String mail = fields.text("supplierMail", "");
        String kind = fields.text("kind", "");
        String currency = fields.text("currency", "").toUpperCase(Locale.ROOT);
        String account = fields.text("account", "");
        Creditor creditor = new Creditor(
                or(fields.text("supplierName", ""), invoice.supplierName()),
                cvr.matches("[0-9A-Za-z-]{4,20}") ? cvr.replaceFirst("^DK(?=\\d{8}$)", "") : invoice.supplierCvr(),
                Correspondence.canBeWrittenTo(mail) ? mail : invoice.supplierMail(),
                invoice.supplierPrivate());
        Bill bill = new Bill(
                Set.of(Invoice.INVOICE, Invoice.CREDIT_NOTE).contains(kind) ? kind : invoice.kind(),
                invoice.isClaim() ? invoice.number() : or(fields.text("invoiceNumber", ""), invoice.number()),
                either(fields.day("issueDate", ""), invoice.issueDate()),
                either(fields.day("dueDate", ""), invoice.dueDate()),
                currency.matches("[A-Z]{3}") ? currency : invoice.currency(),
                or(fields.money("payable", ""), invoice.payableMinor()),
                or(fields.money("vat", ""), invoice.vatMinor()));
        Coded coded = new Coded(
                either(fields.money("amountDkk", ""), invoice.amountOere()),
                or(fields.text("rateSource", ""), invoice.rateSource()),
                chart.find(invoice.clusterId(), account).isPresent() ? account : invoice.account(),
                or(fields.text("meeting", ""), invoice.meeting()),
                invoice.text(),
                Coding.payTo(fields, invoice),
                invoice.originalId(),
                "");
        return new Invoice(
                invoice.clusterId(),
                invoice.id(),
                invoice.status(),
                invoice.arrival(),
                creditor,
                bill,
                coded,
                invoice.progress());
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
