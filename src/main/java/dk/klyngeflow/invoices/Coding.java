package dk.klyngeflow.invoices;

import dk.klyngeflow.accounts.Account;
import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.invoices.Invoice.Bill;
import dk.klyngeflow.invoices.Invoice.Coded;
import dk.klyngeflow.invoices.Invoice.Creditor;
import dk.klyngeflow.payments.NoTransfer;
import dk.klyngeflow.payments.PaymentTarget;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the secretary has made of an invoice: the facts of the document as she sees them, the account, and where the money goes.
 *
 * @param confirmed the sentences about what is unusual that she has said are right
 */
record Coding(
        String clusterId, String invoiceId, Creditor creditor, Bill bill, Entry entry, List<String> confirmed) {

    /**
     * How it is posted and paid.
     *
     * @param amountOere positive or negative like the document; the sign for the ledger is set in {@link #on}
     */
    record Entry(long amountOere, String rateSource, Account account, String meeting, PaymentTarget payTo) {}

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final int LONGEST_NAME = 140;
    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_LINE = 100;

    static final Set<String> FIELDS = Set.of(
            "supplierName",
            "supplierCvr",
            "supplierMail",
            "invoiceNumber",
            "kind",
            "issueDate",
            "dueDate",
            "currency",
            "payable",
            "vat",
            "amountDkk",
            "rateSource",
            "account",
            "meeting",
            "payTo",
            "payByTransfer");

    /** @throws FormRefused with everything that is wrong with the form */
    static Coding read(FormFields fields, Answer answer, Invoice invoice, ChartOfAccounts chart, LocalDate today) {
        String supplier = fields.required("supplierName", "Leverandør", LONGEST_NAME);
        String cvr = fields.text("supplierCvr", "CVR-nummer").replace(" ", "");
        if (!cvr.isEmpty() && !cvr.matches("[0-9A-Za-z-]{4,20}")) {
            fields.wrong("CVR-nummer skal have otte cifre. Lad feltet stå tomt, hvis leverandøren ikke har et.");
        }
        Plausibility plausibility = new Plausibility(fields, today);
        plausibility.cvr(cvr.toUpperCase(Locale.ROOT));
        String mail = fields.text("supplierMail", "Leverandørens mailadresse");
        if (!mail.isEmpty() && !Correspondence.canBeWrittenTo(mail)) {
            fields.wrong("Leverandørens mailadresse er ikke en mailadresse.");
        }
        String kind =
                fields.choice("kind", Set.of(Invoice.INVOICE, Invoice.CREDIT_NOTE), "Vælg faktura eller kreditnota.");
        String number = invoice.isClaim()
                ? invoice.number()
                : fields.required("invoiceNumber", "Fakturanummer", LONGEST_NUMBER);
        LocalDate issued = fields.day("issueDate", "Fakturadato");
        LocalDate due = fields.day("dueDate", "Betalingsfrist");
        plausibility.dates(issued, due);
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
        String accountNumber = fields.required("account", "Konto");
        Account account = chart.find(answer.clusterId(), accountNumber).orElse(null);
        if (!accountNumber.isEmpty() && account == null) {
            fields.wrong("Kontoen findes ikke. Vælg en fra listen.");
        } else if (account != null && account.kind() != Account.Kind.EXPENSE) {
            fields.wrong(
                    "Konto " + account.label()
                            + " er ikke en udgiftskonto, så et bilag kan ikke bogføres på den. Vælg en udgiftskonto fra listen.");
        }
        String meeting = fields.text("meeting", "Møde", LONGEST_LINE);
        PaymentTarget payTo = payTo(fields, invoice);
        notABill(fields, invoice, payTo);
        fields.refuseIfWrong();
        if (payable == null || kroner == null || account == null) {
            throw new FormRefused("Udfyld beløb og konto.");
        }
        return new Coding(
                answer.clusterId(),
                invoice.id(),
                new Creditor(
                        supplier,
                        cvr.isEmpty() ? null : cvr.replaceFirst("^DK(?=\\d{8}$)", ""),
                        mail,
                        invoice.supplierPrivate()),
                new Bill(kind, number, issued, due, currency, payable, vat == null ? 0 : vat),
                new Entry(kroner, rate, account, meeting, payTo),
                fields.confirmedDoubts());
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

    static PaymentTarget payTo(FormFields fields, Invoice invoice) {
        String byTransfer = fields.text("payByTransfer", "Betaling");
        if (!Set.of("", "true", "false").contains(byTransfer)) {
            fields.wrong("Vælg, hvordan det betales.");
        }
        if (byTransfer.equals("false")) {
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

    /** Whether it says neither where the money goes nor that none is transferred: nobody would ever pay it. */
    boolean isPaidNowhere() {
        return !bill.reducesDebt()
                && entry.payTo() instanceof NoTransfer none
                && (none.reason() == NoTransfer.Reason.NOT_STATED || none.reason() == NoTransfer.Reason.UNKNOWN);
    }

    /** The invoice with this coding; what the ledger takes is negative when the document gives money back. */
    Invoice on(Invoice before, String fileHash) {
        long posting = bill.signed(entry.amountOere());
        String account = entry.account().number();
        String payee = (creditor.cvr() == null ? creditor.name() : creditor.cvr()) + " "
                + entry.payTo().key();
        return new Invoice(
                before.clusterId(),
                before.id(),
                before.status(),
                before.arrival(),
                creditor,
                bill,
                new Coded(
                        posting,
                        entry.rateSource(),
                        account,
                        entry.meeting(),
                        before.text(),
                        entry.payTo(),
                        before.originalId(),
                        ContentHash.of(posting, bill.currency(), bill.payableMinor(), payee, account, fileHash)),
                before.progress());
    }

    String summary() {
        return entry.account().label()
                + (entry.meeting().isBlank() ? "" : ", " + entry.meeting())
                + (confirmed.isEmpty() ? "" : ". Bekræftet: " + String.join(" ", confirmed));
    }
}
