package dk.klyngeflow.inbox;

import dk.klyngeflow.engine.CprNumbers;
import java.util.regex.Pattern;

/** Text from mails as it may be kept and shown: no CPR numbers, nothing invisible, not endless. */
final class Masked {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029]+");
    private static final Pattern INVISIBLE_BUT_BREAKS =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}&&[^\\n\\t]]+");

    private Masked() {}

    static String line(String text, int longest) {
        return cut(
                CprNumbers.masked(INVISIBLE
                        .matcher(text)
                        .replaceAll(" ")
                        .replaceAll("\\s+", " ")
                        .strip()),
                longest);
    }

    static String text(String text, int longest) {
        String breaks = text.replaceAll("\\r\\n?", "\n");
        return cut(
                CprNumbers.masked(INVISIBLE_BUT_BREAKS.matcher(breaks).replaceAll(""))
                        .replaceAll("\\n{4,}", "\n\n\n")
                        .strip(),
                longest);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1).strip() + "…";
    }
}
