package dk.klyngeflow.engine;

import java.util.Optional;
import java.util.regex.Pattern;

/** Danish company numbers: eight digits, of which the last checks the others by modulus 11. */
public final class CvrNumbers {

    private static final int[] WEIGHTS = {2, 7, 6, 5, 4, 3, 2, 1};

    private static final Pattern NOT_KEPT = Pattern.compile("(?iU)^\\s*DK|\\s");

    private CvrNumbers() {}

    /** As it is kept, from how people write it: without blanks and without the letters of Denmark before it. */
    public static String bare(String written) {
        return NOT_KEPT.matcher(written).replaceAll("");
    }

    /** Eight digits, whether or not they fit together; other countries have such numbers too. */
    public static boolean isLike(String number) {
        return number.matches("\\d{8}");
    }

    /** In Danish, what is wrong with a number that is said to be a Danish CVR number; empty when nothing is. */
    public static Optional<String> objectionTo(String number) {
        if (!isLike(number)) {
            return Optional.of("CVR-nummeret skal have 8 cifre.");
        }
        return isValid(number)
                ? Optional.empty()
                : Optional.of(
                        "CVR-nummeret " + number + " er ikke et rigtigt dansk CVR-nummer: kontrolcifret passer ikke.");
    }

    public static boolean isValid(String number) {
        if (!isLike(number) || number.startsWith("0")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return sum % 11 == 0;
    }
}
