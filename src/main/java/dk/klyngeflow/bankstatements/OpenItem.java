package dk.klyngeflow.bankstatements;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What stands in the ledger and not yet at the bank, or not all of it.
 *
 * @param oere what is left of it, with the sign of the bank
 */
record OpenItem(String voucherId, String label, LocalDate day, String text, long oere, PaymentsBehind.Payment payment) {

    private static final int SHORTEST_NUMBER = 3;
    private static final int SHORTEST_PARTY = 5;
    private static final Pattern NUMBERS = Pattern.compile("[\\p{L}\\d/-]*\\d[\\p{L}\\d/-]*");

    /** Whether a text of the bank names the bill or who is paid. */
    boolean isNamedIn(String bankText) {
        String text = " " + bankText.toLowerCase(Locale.ROOT) + " ";
        return isNumberedIn(bankText)
                || payment.party().length() >= SHORTEST_PARTY
                        && text.contains(payment.party().toLowerCase(Locale.ROOT));
    }

    boolean isNumberedIn(String bankText) {
        List<String> said = numbers(bankText).toList();
        return Stream.concat(numbers(text), numbers(payment.number())).anyMatch(said::contains);
    }

    private static Stream<String> numbers(String text) {
        return NUMBERS.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .filter(number -> number.length() >= SHORTEST_NUMBER);
    }
}
