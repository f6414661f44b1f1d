package dk.klyngeflow.payments;

import java.util.List;

/** The invoice is not paid by a transfer from the cluster's account, or does not say where to. */
public record NoTransfer(Reason reason) implements PaymentTarget {

    /** Why, with the sentence people read. */
    public enum Reason {
        CARD("Betalingskort", "Fakturaen siger betalingskort. Se efter, om den allerede er betalt."),
        CASH("Kontant", "Fakturaen siger kontant. Se efter, om den allerede er betalt."),
        CHEQUE("Check", "Fakturaen siger check. Skriv modtagerens konto, hvis der skal overføres."),
        DIRECT_DEBIT(
                "Trækkes automatisk",
                "Fakturaen trækkes automatisk (Betalingsservice eller Leverandørservice) og skal ikke overføres."),
        OFFSET("Modregnes", "Fakturaen modregnes og skal ikke overføres."),
        NOT_A_BILL(
                "Skal ikke betales",
                "Dokumentet er ikke en regning og skal ikke betales. Bed leverandøren om fakturaen."),
        NOT_STATED("Ikke oplyst", "Fakturaen siger ikke, hvor der skal betales til. Skriv modtagerens konto."),
        UNKNOWN(
                "Ukendt betalingsmåde",
                "Fakturaen har en betalingsmåde, der ikke kendes her. Skriv modtagerens konto.");

        private final String title;
        private final String sentence;

        Reason(String title, String sentence) {
            this.title = title;
            this.sentence = sentence;
        }
    }

    @Override
    public String label() {
        return reason.title;
    }

    @Override
    public List<String> faults() {
        return List.of(reason.sentence);
    }

    @Override
    public String payee() {
        return "";
    }

    @Override
    public String key() {
        return "INGEN:" + reason.name();
    }
}
