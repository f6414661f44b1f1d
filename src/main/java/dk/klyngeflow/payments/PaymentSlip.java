package dk.klyngeflow.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Danish payment slip (fælles indbetalingskort, FIK, or girokort) by its code line {@code +71<paymentId+creditor<}.
 *
 * @param paymentId the digits that tell the creditor who paid what, the last of them a check digit by modulus 10; empty for 73 and 01
 * @param creditor eight digits; a giro account has seven or eight
 */
public record PaymentSlip(Type type, String paymentId, String creditor) implements PaymentTarget {

    /** The card types (kortart) that can still be paid. */
    public enum Type {
        GIRO_01("01", 0),
        GIRO_04("04", 16),
        GIRO_15("15", 16),
        FIK_71("71", 15),
        FIK_73("73", 0),
        FIK_75("75", 16);

        private final String code;
        private final int idLength;

        Type(String code, int idLength) {
            this.code = code;
            this.idLength = idLength;
        }

        public String code() {
            return code;
        }

        public boolean isGiro() {
            return this == GIRO_01 || this == GIRO_04 || this == GIRO_15;
        }

        /** How many digits the payment id has; 0 when there is none. */
        public int idLength() {
            return idLength;
        }

        public static Optional<Type> ofCode(String code) {
            for (Type type : values()) {
                if (type.code.equals(code)) {
                    return Optional.of(type);
                }
            }
            return Optional.empty();
        }
    }

    /** A short payment id is filled with zeros in front, as payment slips leave them out. */
    public PaymentSlip {
        paymentId = PaymentTexts.compact(paymentId);
        creditor = PaymentTexts.compact(creditor);
        if (!paymentId.isEmpty() && paymentId.length() < type.idLength) {
            paymentId = "0".repeat(type.idLength - paymentId.length()) + paymentId;
        }
    }

    @Override
    public String label() {
        return "+" + type.code + "<" + paymentId + "+" + creditor + "<";
    }

    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (type.idLength == 0 && !paymentId.isEmpty()) {
            faults.add("Kortart " + type.code + " har ingen betalings-id.");
        } else if (type.idLength > 0 && !paymentId.matches("[0-9]{" + type.idLength + "}")) {
            faults.add("Betalings-id på kortart " + type.code + " skal have " + type.idLength + " cifre.");
        } else if (type.idLength > 0 && !Modulus10.isRight(paymentId)) {
            faults.add("Betalings-id’ens kontrolciffer stemmer ikke. Et ciffer er nok skrevet forkert.");
        }
        if (type.isGiro() && !creditor.matches("[0-9]{7,8}")) {
            faults.add("Girokontoen skal have syv eller otte cifre.");
        } else if (!type.isGiro() && !creditor.matches("[0-9]{8}")) {
            faults.add("Kreditornummeret skal have otte cifre.");
        }
        return faults;
    }

    @Override
    public String checkedInDanish() {
        return faults().isEmpty() && type.idLength == 0
                ? "Formen er rigtig. Kortart " + type.code
                        + " har intet kontrolciffer, så skriv fakturanummeret i teksten."
                : PaymentTarget.super.checkedInDanish();
    }

    @Override
    public String payee() {
        return (type.isGiro() ? "GIRO:" : "KREDITOR:") + creditor;
    }

    @Override
    public String key() {
        return "KORT:" + type.code + ":" + paymentId + ":" + creditor;
    }
}
