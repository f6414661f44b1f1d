package dk.klyngeflow.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Danish CPR number looks like. None may be kept, wherever it comes from; in doubt a number is taken for one. */
public final class CprNumbers {

    /** Day, month and year, as part of a pattern; 60 is added to the day of a number that stands in for one. */
    public static final String DATE = "(?:0[1-9]|[12]\\d|3[01]|6[1-9]|[78]\\d|9[01])(?:0[1-9]|1[0-2])\\d{2}";

    private static final String BETWEEN = "[\\s\\u00a0._\\-\\u2010-\\u2015]";
    private static final Pattern LIKE = Pattern.compile("(?<!\\d)" + DATE + BETWEEN + "?\\d{4}(?!\\d)");
    private static final Pattern WRITTEN = Pattern.compile("(?<!\\d)" + DATE + BETWEEN + "\\d{4}(?!\\d)");

    private CprNumbers() {}

    /** Also ten digits in a row, which may be something else. */
    public static boolean isLikeIn(String text) {
        return LIKE.matcher(text).find();
    }

    /** Only as people write it, with something between date and number: account numbers are ten digits in a row, too. */
    public static boolean isWrittenIn(String text) {
        return WRITTEN.matcher(text).find();
    }

    public static String masked(String text) {
        return LIKE.matcher(text).replaceAll(Matcher.quoteReplacement("xxxxxx-xxxx"));
    }

    /** As {@link #masked}, but only where {@link #isWrittenIn} sees one. */
    public static String maskedWhereWritten(String text) {
        return WRITTEN.matcher(text).replaceAll(Matcher.quoteReplacement("xxxxxx-xxxx"));
    }
}
