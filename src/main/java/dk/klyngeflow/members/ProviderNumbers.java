package dk.klyngeflow.members;

import java.util.Optional;

/** Numbers of practices with the regions: six digits. */
public final class ProviderNumbers {

    private static final int DIGITS = 6;

    private ProviderNumbers() {}

    public static String bare(String written) {
        return written.replaceAll("[\\s\\u00a0]", "");
    }

    /** In Danish, what is wrong with it, to stand after the place where it is written; empty when nothing is. */
    public static Optional<String> objectionTo(String number) {
        if (number.matches("\\d{6}")) {
            return Optional.empty();
        }
        if (number.matches("\\d{3,5}")) {
            return Optional.of("ydernummeret har " + number.length()
                    + " cifre. Et regneark har måske fjernet nuller foran: skal der stå "
                    + "0".repeat(DIGITS - number.length()) + number + "? Ret det.");
        }
        return Optional.of("ydernummeret skal have 6 cifre.");
    }
}
