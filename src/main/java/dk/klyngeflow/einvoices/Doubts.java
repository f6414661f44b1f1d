package dk.klyngeflow.einvoices;

import dk.klyngeflow.einvoices.EInvoice.Kind;
import dk.klyngeflow.einvoices.PaymentMeans.Way;
import java.util.ArrayList;
import java.util.List;

/** What a careful bookkeeper would ask about, apart from sums and official rules. */
final class Doubts {

    private Doubts() {}

    static List<Problem> about(EInvoice invoice) {
        List<Problem> doubts = new ArrayList<>();
        identity(invoice, doubts);
        payment(invoice, doubts);
        if (!invoice.currency().equals("DKK")) {
            doubts.add(Problem.info(
                    "FOREIGN_CURRENCY",
                    "Valuta",
                    "Fakturaen er i " + invoice.currency() + ". Angiv beløbet i danske kroner og hvor kursen er fra."));
        }
        if (invoice.kind() == Kind.CREDIT_NOTE && invoice.originals().isEmpty()) {
            doubts.add(Problem.warning(
                    "NO_ORIGINAL", "Reference", "Kreditnotaen siger ikke, hvilken faktura den retter."));
        }
        return doubts;
    }

    private static void identity(EInvoice invoice, List<Problem> doubts) {
        if (invoice.supplierIsPrivatePerson()) {
            doubts.add(Problem.warning(
                    "PRIVATE_PERSON",
                    "Leverandør",
                    "Leverandøren er en privatperson. CPR-nummeret er slettet fra filen og gemmes ikke."
                            + " Husk, at honorar til en person kan skulle indberettes."));
        }
        if (invoice.number().isEmpty()) {
            doubts.add(Problem.error("NO_NUMBER", "Fakturanummer", "Fakturaen har intet nummer."));
        }
        if (invoice.issueDate() == null) {
            doubts.add(Problem.error("NO_DATE", "Fakturadato", "Fakturaen har ingen gyldig dato."));
        }
        if (invoice.supplier().name().isEmpty()) {
            doubts.add(Problem.error("NO_SUPPLIER", "Leverandør", "Der står ikke, hvem fakturaen er fra."));
        }
        if (invoice.issueDate() != null
                && invoice.dueDate() != null
                && invoice.dueDate().isBefore(invoice.issueDate())) {
            doubts.add(Problem.warning(
                    "DUE_BEFORE_ISSUE", "Betalingsfrist", "Betalingsfristen ligger før fakturaens dato."));
        }
        Party payee = invoice.payee();
        if (payee != null && !payee.id().equals(invoice.supplier().id())) {
            doubts.add(Problem.warning(
                    "OTHER_PAYEE",
                    "Betalingsmodtager",
                    "Beløbet skal ikke betales til leverandøren, men til " + payee.name()
                            + ". Kontrollér, at det er rigtigt."));
        }
    }

    private static void payment(EInvoice invoice, List<Problem> doubts) {
        if (invoice.postingMinor() <= 0 || !invoice.toBePaid()) {
            return;
        }
        List<PaymentMeans> all = invoice.payments();
        if (all.isEmpty()) {
            doubts.add(Problem.warning("NO_PAYMENT", "Betaling", "Der står ikke, hvordan fakturaen skal betales."));
            return;
        }
        boolean transferable = all.stream().anyMatch(PaymentMeans::isTransferable);
        if (all.stream().anyMatch(p -> p.way() == Way.DIRECT_DEBIT)) {
            doubts.add(
                    Problem.warning(
                            "DIRECT_DEBIT",
                            "Betaling",
                            "Beløbet trækkes måske automatisk (Betalingsservice eller Leverandørservice). Undgå at betale to gange."));
        } else if (all.stream().anyMatch(p -> p.way() == Way.CARD)) {
            doubts.add(Problem.warning(
                    "CARD", "Betaling", "Fakturaen er eller bliver betalt med kort. Undgå at betale to gange."));
        } else if (!transferable) {
            doubts.add(Problem.warning(
                    "NO_TRANSFER",
                    "Betaling",
                    "Oplysningerne rækker ikke til en overførsel (" + all.get(0).inDanish() + ")."));
        }
        if (all.stream().filter(PaymentMeans::isTransferable).count() > 1) {
            doubts.add(Problem.info(
                    "SEVERAL_PAYMENTS",
                    "Betaling",
                    "Fakturaen angiver flere måder at betale på. Der betales til den første, der kan bruges."));
        }
    }
}
