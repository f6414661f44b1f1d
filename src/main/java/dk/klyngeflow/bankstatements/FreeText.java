package dk.klyngeflow.bankstatements;

import dk.klyngeflow.engine.CprNumbers;
import java.util.Locale;
import java.util.regex.Pattern;

/** What people and banks write beside an amount. */
final class FreeText {

    static final int LONGEST = 500;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}\\u00a0]+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    private FreeText() {}

    /** On one line, not too long, and without a CPR number that somebody wrote; ten digits in a row are an account. */
    static String kept(String text) {
        String line = CprNumbers.maskedWhereWritten(
                BLANKS.matcher(text).replaceAll(" ").strip());
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    /** What is the same each time: the words, without numbers and dates. */
    static String words(String text) {
        return NO_LETTERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
