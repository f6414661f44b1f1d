package dk.klyngeflow.einvoices;

import dk.klyngeflow.einvoices.EInvoice.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the type code of a document (UNCL1001, as EN 16931, Peppol and OIOUBL use it) makes of it. The root element alone does not tell: an
 * Invoice may carry the code of a credit note, or of something that nobody is to pay.
 */
enum DocumentType {
    BILL,
    CREDIT,
    NOT_A_BILL,
    UNKNOWN;

    /** Those that EN 16931 lets an invoice have and that ask for money. */
    private static final Set<String> BILLS = Set.of(
            "71", "80", "82", "84", "102", "211", "218", "219", "295", "326", "331", "380", "382", "383", "384", "385",
            "386", "387", "388", "389", "390", "393", "394", "395", "471", "472", "473", "500", "501", "527", "575",
            "623", "633", "780", "870", "875", "876", "877", "935");

    /** Those that EN 16931 lets a credit note have; 457 takes a debit back. */
    private static final Set<String> CREDITS =
            Set.of("81", "83", "261", "262", "296", "308", "381", "396", "420", "457", "458", "502", "503", "532");

    /** Those that an invoice may have although no money is asked for, and in Danish what they are. */
    private static final Map<String, String> NOT_BILLS = Map.ofEntries(
            Map.entry("130", "et fakturadatablad"),
            Map.entry("202", "en opgørelse af udført arbejde"),
            Map.entry("203", "en foreløbig opgørelse af udført arbejde"),
            Map.entry("204", "en opgørelse af udført arbejde"),
            Map.entry("310", "et tilbud"),
            Map.entry("325", "en proformafaktura"),
            Map.entry("456", "en meddelelse om debitering"),
            Map.entry("553", "en rapport om afvigelser"),
            Map.entry("751", "oplysninger til bogholderiet"),
            Map.entry("817", "en anmeldelse af et krav"));

    private static final String WHERE = "Dokumenttype";

    static DocumentType of(Kind root, String code) {
        if (code.isEmpty()) {
            return root == Kind.CREDIT_NOTE ? CREDIT : BILL;
        }
        if (CREDITS.contains(code)) {
            return CREDIT;
        }
        if (NOT_BILLS.containsKey(code)) {
            return NOT_A_BILL;
        }
        return BILLS.contains(code) ? BILL : UNKNOWN;
    }

    /** In doubt a credit note: nothing is paid by mistake. An invoice that is negative already gives money back as it is. */
    Kind kind(Kind root, boolean isNegative) {
        return root == Kind.INVOICE && this == CREDIT && !isNegative ? Kind.CREDIT_NOTE : root;
    }

    boolean isToBePaid() {
        return this == BILL || this == CREDIT;
    }

    List<Problem> problems(Kind root, String code, boolean isNegative) {
        return switch (this) {
            case NOT_A_BILL ->
                List.of(Problem.error(
                        "NOT_TO_BE_PAID",
                        WHERE,
                        "Det er ikke en regning, men " + NOT_BILLS.get(code) + " (typekode " + code
                                + "). Den skal ikke betales. Bed leverandøren om selve fakturaen."));
            case UNKNOWN ->
                List.of(
                        Problem.error(
                                "TYPE_UNKNOWN",
                                WHERE,
                                "Dokumentets typekode (" + shortened(code)
                                        + ") er ikke en faktura eller en kreditnota. Spørg leverandøren, om det skal betales."));
            case CREDIT ->
                root == Kind.CREDIT_NOTE
                        ? List.of()
                        : List.of(
                                isNegative
                                        ? Problem.error(
                                                "CREDIT_NEGATIVE",
                                                WHERE,
                                                "Typekoden (" + code
                                                        + ") siger kreditnota, og beløbet er negativt. Det er læst som penge tilbage. Spørg leverandøren, hvis det er forkert.")
                                        : Problem.warning(
                                                "CREDIT_BY_CODE",
                                                WHERE,
                                                "Filen er en faktura, men typekoden (" + code
                                                        + ") siger kreditnota. Den er læst som en kreditnota: der skal ikke betales noget."));
            case BILL ->
                root == Kind.INVOICE
                        ? List.of()
                        : List.of(
                                Problem.error(
                                        "BILL_BY_CODE",
                                        WHERE,
                                        "Filen er en kreditnota, men typekoden (" + code
                                                + ") siger faktura. Den er læst som en kreditnota. Spørg leverandøren, hvad der er rigtigt."));
        };
    }

    private static String shortened(String code) {
        return code.length() <= 10 ? code : code.substring(0, 10) + "…";
    }
}
