package dk.klyngeflow.inbox;

import java.util.regex.Pattern;

/** Text from mails as it may be kept and shown: no CPR numbers, nothing invisible, not endless. */
final class Masked {

    /** Day, month, year and four digits; 60 is added to the day of a number that stands in for one. */
    private static final Pattern CPR_LIKE = Pattern.compile(
            "(?<!\\d)(?:0[1-9]|[12]\\d|3[01]|6[1-9]|[78]\\d|9[01])(?:0[1-9]|1[0-2])\\d{2}[\\s\\u00a0.\\-\\u2010-\\u2015]?\\d{4}(?!\\d)");

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029]+");
    private static final Pattern INVISIBLE_BUT_BREAKS =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}&&[^\\n\\t]]+");

    private Masked() {}

    static String line(String text, int longest) {
        return cut(
                cpr(INVISIBLE
                        .matcher(text)
                        .replaceAll(" ")
                        .replaceAll("\\s+", " ")
                        .strip()),
                longest);
    }

    static String text(String text, int longest) {
        String breaks = text.replaceAll("\\r\\n?", "\n");
        return cut(
                cpr(INVISIBLE_BUT_BREAKS.matcher(breaks).replaceAll(""))
                        .replaceAll("\\n{4,}", "\n\n\n")
                        .strip(),
                longest);
    }

    static String cpr(String text) {
        return CPR_LIKE.matcher(text).replaceAll("xxxxxx-xxxx");
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1).strip() + "…";
    }
}
