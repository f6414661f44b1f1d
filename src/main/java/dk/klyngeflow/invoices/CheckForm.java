package dk.klyngeflow.invoices;

import dk.klyngeflow.accounts.Account;
import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.payments.NoTransfer;
import dk.klyngeflow.payments.PaymentTarget;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the secretary says about an invoice, and what she has typed: the whole of it when the invoice is in order, as much as can be read
 * when she asks about it.
 *
 * @param confirmed the sentences about what is unusual that she has said are right
 */
record CheckForm(String decision, String question, String reason, Typed typed, List<String> confirmed) {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final int LONGEST_NAME = 140;
    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_LINE = 100;

    record Typed(Supplier supplier, Bill bill, Amounts amounts, Booking booking) {

        record Supplier(String supplierName, @Nullable String supplierCvr, String supplierMail) {}

        record Bill(
                String kind,
                String invoiceNumber,
                @Nullable LocalDate issueDate,
                @Nullable LocalDate dueDate) {}

        /**
         * @param payable as in the document
         * @param amountDkk positive or negative like the document; null while it is not known
         */
        record Amounts(
                String currency,
                long payable,
                long vat,
                @Nullable Long amountDkk,
                String rateSource) {}

        record Booking(@Nullable Account account, String meeting, boolean payByTransfer, PaymentTarget payTo) {}

        /** @throws FormRefused with everything that is wrong with the form, when something has to be there that is not */
        static Typed whole(FormFields fields, Invoice invoice, ChartOfAccounts chart, LocalDate today) {
            Plausibility plausibility = new Plausibility(fields, today);
            Supplier supplier = supplier(fields, plausibility);
            Bill bill = bill(fields, invoice, plausibility);
            Amounts amounts = amounts(fields, bill.kind(), plausibility);
            return new Typed(supplier, bill, amounts, booking(fields, invoice, chart));
        }

        private static Supplier supplier(FormFields fields, Plausibility plausibility) {
            String name = fields.required("supplierName", "Leverandør", LONGEST_NAME);
            String cvr = fields.text("supplierCvr", "CVR-nummer").replace(" ", "");
            if (!cvr.isEmpty() && !isCvr(cvr)) {
                fields.wrong("CVR-nummer skal have otte cifre. Lad feltet stå tomt, hvis leverandøren ikke har et.");
            }
            plausibility.cvr(cvr.toUpperCase(Locale.ROOT));
            String mail = fields.text("supplierMail", "Leverandørens mailadresse");
            if (!mail.isEmpty() && !Correspondence.canBeWrittenTo(mail)) {
                fields.wrong("Leverandørens mailadresse er ikke en mailadresse.");
            }
            return new Supplier(name, cvr.isEmpty() ? null : plain(cvr), mail);
        }

        private static boolean isCvr(String typed) {
            return typed.matches("[0-9A-Za-z-]{4,20}");
        }

        private static String plain(String cvr) {
            return cvr.replaceFirst("^DK(?=\\d{8}$)", "");
        }

        private static Bill bill(FormFields fields, Invoice invoice, Plausibility plausibility) {
            String kind = fields.choice(
                    "kind", Set.of(Invoice.INVOICE, Invoice.CREDIT_NOTE), "Vælg faktura eller kreditnota.");
            String number = invoice.isClaim()
                    ? invoice.number()
                    : fields.required("invoiceNumber", "Fakturanummer", LONGEST_NUMBER);
            LocalDate issued = fields.day("issueDate", "Fakturadato");
            LocalDate due = fields.day("dueDate", "Betalingsfrist");
            plausibility.dates(issued, due);
            return new Bill(kind, number, issued, due);
        }

        private static Amounts amounts(FormFields fields, String kind, Plausibility plausibility) {
            String currency =
                    fields.has("currency") ? fields.text("currency", "Valuta").toUpperCase(Locale.ROOT) : "DKK";
            if (!CURRENCIES.contains(currency)) {
                fields.wrong("Valutaen findes ikke. Skriv dens tre bogstaver, for eksempel DKK eller EUR.");
            }
            Long payable = fields.money("payable", "Beløb");
            Long vat = fields.money("vat", "Moms");
            boolean isDanish = currency.equals("DKK");
            Long kroner = isDanish ? payable : fields.money("amountDkk", "Beløb i kroner");
            if (payable == null) {
                fields.wrong("Beløb mangler.");
            }
            if (kroner == null && !isDanish) {
                fields.wrong("Skriv beløbet i kroner, som det blev trukket på kontoen eller omregnet.");
            }
            plausibility.amounts(kind, currency, payable, vat, kroner);
            String rate = isDanish ? "" : fields.required("rateSource", "Hvor kursen er fra", LONGEST_LINE);
            return new Amounts(currency, or(payable, 0), or(vat, 0), kroner, rate);
        }

        private static Booking booking(FormFields fields, Invoice invoice, ChartOfAccounts chart) {
            String number = fields.required("account", "Konto");
            Account account = chart.find(invoice.clusterId(), number).orElse(null);
            if (!number.isEmpty() && account == null) {
                fields.wrong("Kontoen findes ikke. Vælg en fra listen.");
            } else if (account != null && account.kind() != Account.Kind.EXPENSE) {
                fields.wrong(
                        "Konto " + account.label()
                                + " er ikke en udgiftskonto, så et bilag kan ikke bogføres på den. Vælg en udgiftskonto fra listen.");
            }
            String meeting = fields.text("meeting", "Møde", LONGEST_LINE);
            PaymentTarget payTo = payTo(fields, invoice);
            notABill(fields, invoice, payTo);
            return new Booking(account, meeting, isByTransfer(fields), payTo);
        }

        /** What says of itself that it is not to be paid is paid only when somebody has written where to and said that it is right. */
        private static void notABill(FormFields fields, Invoice invoice, PaymentTarget payTo) {
            if (payTo instanceof NoTransfer none && none.reason() == NoTransfer.Reason.NOT_A_BILL) {
                fields.wrong(
                        "Dokumentet er ikke en regning og skal ikke betales. Afvis det, eller spørg afsenderen efter selve fakturaen. Skal det alligevel betales, så skriv, hvor pengene skal betales hen.");
            } else if (invoice.paymentTarget() instanceof NoTransfer before
                    && before.reason() == NoTransfer.Reason.NOT_A_BILL) {
                fields.doubt("NOT_A_BILL", "Dokumentet siger selv, at det ikke er en regning og ikke skal betales.");
            }
        }

        private static boolean isByTransfer(FormFields fields) {
            return !fields.text("payByTransfer", "Betaling").equals("false");
        }

        private static PaymentTarget payTo(FormFields fields, Invoice invoice) {
            if (!Set.of("", "true", "false").contains(fields.text("payByTransfer", "Betaling"))) {
                fields.wrong("Vælg, hvordan det betales.");
            }
            if (!isByTransfer(fields)) {
                return invoice.paymentTarget() instanceof NoTransfer none
                                && none.reason() != NoTransfer.Reason.NOT_STATED
                                && none.reason() != NoTransfer.Reason.UNKNOWN
                        ? none
                        : new NoTransfer(NoTransfer.Reason.DIRECT_DEBIT);
            }
            String typed = fields.text("payTo", "Betales til");
            if (typed.isEmpty() || typed.equals(invoice.paymentTarget().label())) {
                return invoice.paymentTarget();
            }
            try {
                return PaymentTarget.typed(typed);
            } catch (FormRefused refused) {
                fields.wrong("Betales til: " + refused.getMessage());
                return invoice.paymentTarget();
            }
        }

        /** Nothing has to be there, and what was not typed or cannot be read stays as it was. It makes no invoice ready for approval. */
        static Typed half(FormFields all, Invoice invoice, ChartOfAccounts chart) {
            FormFields fields = all.unheard();
            String cvr = fields.text("supplierCvr", "").replace(" ", "");
            String mail = fields.text("supplierMail", "");
            String kind = fields.text("kind", "");
            String currency = fields.text("currency", "").toUpperCase(Locale.ROOT);
            String account = fields.text("account", "");
            return new Typed(
                    new Supplier(
                            or(fields.text("supplierName", ""), invoice.supplierName()),
                            isCvr(cvr) ? plain(cvr) : invoice.supplierCvr(),
                            Correspondence.canBeWrittenTo(mail) ? mail : invoice.supplierMail()),
                    new Bill(
                            Set.of(Invoice.INVOICE, Invoice.CREDIT_NOTE).contains(kind) ? kind : invoice.kind(),
                            invoice.isClaim()
                                    ? invoice.number()
                                    : or(fields.text("invoiceNumber", ""), invoice.number()),
                            either(fields.day("issueDate", ""), invoice.issueDate()),
                            either(fields.day("dueDate", ""), invoice.dueDate())),
                    new Amounts(
                            currency.matches("[A-Z]{3}") ? currency : invoice.currency(),
                            or(fields.money("payable", ""), invoice.payableMinor()),
                            or(fields.money("vat", ""), invoice.vatMinor()),
                            either(fields.money("amountDkk", ""), invoice.amountOere()),
                            or(fields.text("rateSource", ""), invoice.rateSource())),
                    new Booking(
                            chart.find(invoice.clusterId(), account)
                                    .or(() -> Optional.ofNullable(invoice.account())
                                            .flatMap(before -> chart.find(invoice.clusterId(), before)))
                                    .orElse(null),
                            or(fields.text("meeting", ""), invoice.meeting()),
                            isByTransfer(fields),
                            payTo(fields, invoice)));
        }

        boolean reducesDebt() {
            return parts().reducesDebt();
        }

        private Invoice.Bill parts() {
            return new Invoice.Bill(
                    bill.kind(),
                    bill.invoiceNumber(),
                    bill.issueDate(),
                    bill.dueDate(),
                    amounts.currency(),
                    amounts.payable(),
                    amounts.vat());
        }

        /** The invoice as it would be with what was typed; no approval holds for it. */
        Invoice on(Invoice before) {
            Account account = booking.account();
            return new Invoice(
                    before.clusterId(),
                    before.id(),
                    before.status(),
                    before.arrival(),
                    new Invoice.Creditor(
                            supplier.supplierName(),
                            supplier.supplierCvr(),
                            supplier.supplierMail(),
                            before.supplierPrivate()),
                    parts(),
                    new Invoice.Coded(
                            amounts.amountDkk(),
                            amounts.rateSource(),
                            account == null ? null : account.number(),
                            booking.meeting(),
                            before.text(),
                            booking.payTo(),
                            before.originalId(),
                            ""),
                    before.progress());
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
}
