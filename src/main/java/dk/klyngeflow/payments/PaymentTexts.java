package dk.klyngeflow.payments;

import dk.klyngeflow.engine.FormRefused;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads payment targets from what people type and from what we stored. What was typed is never repeated in a message: it may be a CPR number. */
final class PaymentTexts {

    private static final Pattern CODE_LINE =
            Pattern.compile("[+>]?(01|04|15|71|73|75)[<>#]([0-9]{0,19})[+<>]*\\+([0-9]{5,9})<?");
    private static final Pattern SPACED_SLIP = Pattern.compile(
            "(?:kortart|fik|giro|kort)?[ :]*\\+?(01|04|15|71|73|75)[ /]+(?:([0-9]{1,16})[ /]+)?([0-9]{7,8})");
    private static final Pattern DANISH = Pattern.compile(
            "(?:reg(?:istreringsnummer|\\.?nr)?\\.?[ :]*)?([0-9]{4})[ \\-/.,]+(?:konto(?:nummer|nr\\.?)?\\.?[ :]*)?([0-9][0-9 ]{0,12})");

    private PaymentTexts() {}

    static String compact(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f.\\-]", "").toUpperCase(Locale.ROOT);
    }

    /** What suppliers put in the BIC field is often no BIC; then it is better to have none than to stop the payment. */
    static String bicOrNothing(String text) {
        String bic = compact(text);
        return bic.matches("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?") ? bic : "";
    }

    static PaymentTarget ofKey(String key) {
        String[] parts = key.split(":", -1);
        switch (parts[0]) {
            case "KONTO":
                if (parts.length == 3) {
                    return new DanishAccount(parts[1], parts[2]);
                }
                break;
            case "IBAN":
                if (parts.length == 2 || parts.length == 3) {
                    return new Iban(parts[1], parts.length == 3 ? parts[2] : "");
                }
                break;
            case "KORT":
                if (parts.length == 4) {
                    return new PaymentSlip(
                            PaymentSlip.Type.ofCode(parts[1]).orElseThrow(() -> noKey(key)), parts[2], parts[3]);
                }
                break;
            case "NEMKONTO":
                if (parts.length == 2) {
                    return new NemKonto(parts[1]);
                }
                break;
            case "INGEN":
                if (parts.length == 2) {
                    return new NoTransfer(NoTransfer.Reason.valueOf(parts[1]));
                }
                break;
            default:
                break;
        }
        throw noKey(key);
    }

    static PaymentTarget typed(String text) {
        String line = text.replace('\u00a0', ' ').replace("&lt;", "<").strip();
        PaymentTarget target = codeLine(line)
                .or(() -> iban(line))
                .or(() -> spacedSlip(line))
                .or(() -> danishAccount(line))
                .orElseThrow(() -> new FormRefused("Skriv kodelinjen fra indbetalingskortet (+71<…+…<), et IBAN-nummer"
                        + " eller registreringsnummer og kontonummer med mellemrum imellem."));
        if (!target.faults().isEmpty()) {
            throw new FormRefused(target.faults());
        }
        return target;
    }

    /** {@code +71<000000000000000+12345678<} as printed, with or without blanks and the plus in front. */
    static Optional<PaymentTarget> codeLine(String line) {
        Matcher matcher =
                CODE_LINE.matcher(line.replaceAll("\\s", "").replace('‹', '<').replace('›', '>'));
        return matcher.matches()
                ? PaymentSlip.Type.ofCode(matcher.group(1))
                        .map(type -> new PaymentSlip(type, matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    private static Optional<PaymentTarget> spacedSlip(String line) {
        Matcher matcher = SPACED_SLIP.matcher(line.toLowerCase(Locale.ROOT));
        return matcher.matches()
                ? PaymentSlip.Type.ofCode(matcher.group(1))
                        .map(type -> new PaymentSlip(
                                type, matcher.group(2) == null ? "" : matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    private static Optional<PaymentTarget> iban(String line) {
        String number = compact(line.replaceFirst("(?i)^iban[ :]*", ""));
        return number.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{6,30}") ? Optional.of(Iban.of(number)) : Optional.empty();
    }

    private static Optional<PaymentTarget> danishAccount(String line) {
        if (line.matches("[0-9]{14}")) {
            return Optional.of(new DanishAccount(line.substring(0, 4), line.substring(4)));
        }
        Matcher matcher = DANISH.matcher(line.toLowerCase(Locale.ROOT));
        return matcher.matches()
                ? Optional.of(new DanishAccount(matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }

    private static IllegalArgumentException noKey(String key) {
        return new IllegalArgumentException("no payment target: " + key.substring(0, Math.min(12, key.length())));
    }
}
