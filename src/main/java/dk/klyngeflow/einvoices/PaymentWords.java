package dk.klyngeflow.einvoices;

/** Payment details as Danes write them. */
final class PaymentWords {

    private PaymentWords() {}

    static String inDanish(PaymentMeans p) {
        String details = switch (p.way()) {
            case PAYMENT_SLIP -> "+" + p.cardType() + "<" + p.ocrReference() + "+" + p.creditorNumber() + "<";
            case BANK_ACCOUNT -> "reg.nr. " + p.regNumber() + " konto " + p.accountNumber();
            case IBAN -> p.iban() + (p.bic().isEmpty() ? "" : " (" + p.bic() + ")");
            case GIRO -> "+" + p.cardType() + "<" + p.ocrReference() + "+" + p.accountNumber() + "<";
            case NEM_KONTO, DIRECT_DEBIT, CARD, CASH, CHEQUE, OFFSET, OTHER -> p.accountNumber();
        };
        return details.isBlank() ? p.way().title() : p.way().title() + " " + details;
    }
}
