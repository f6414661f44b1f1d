package dk.klyngeflow.calendar;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Calendar;

/** Texts in calendar files: nothing in them can become a line of its own. */
final class CalendarText {

    private static final int LONGEST_LINE = 75;
    private static final int LONGEST_TEXT = 4_000;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029\\u0085]+");
    private static final Pattern BREAKS = Pattern.compile("\\r\\n?|\\u2028|\\u2029|\\u0085");
    private static final Pattern INVISIBLE_BUT_BREAKS = Pattern.compile("[\\p{Cntrl}\\p{Cf}&&[^\\n\\t]]+");

    private CalendarText() {}

    static String line(String text) {
        return cut(INVISIBLE.matcher(text).replaceAll(" ").strip());
    }

    static String lines(String text) {
        String breaks = BREAKS.matcher(text).replaceAll("\n");
        return cut(INVISIBLE_BUT_BREAKS.matcher(breaks).replaceAll(" ").strip());
    }

    /** A parameter cannot hold quotes however it is written. */
    static String parameter(String text) {
        return line(text).replace('"', '\'');
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }

    static String of(Calendar calendar) {
        StringBuilder folded = new StringBuilder();
        // the library's own way to write it folds by characters and may cut one in two: here it is done by bytes
        for (String line : calendar.toString().split("\r\n")) {
            fold(line, folded);
        }
        return folded.toString();
    }

    private static void fold(String line, StringBuilder folded) {
        if (line.getBytes(StandardCharsets.UTF_8).length <= LONGEST_LINE) {
            folded.append(line).append("\r\n");
            return;
        }
        int used = 0;
        for (int at = 0; at < line.length(); ) {
            int character = line.codePointAt(at);
            String text = Character.toString(character);
            int bytes = text.getBytes(StandardCharsets.UTF_8).length;
            if (used + bytes > LONGEST_LINE) {
                folded.append("\r\n ");
                used = 1;
            }
            folded.append(text);
            used += bytes;
            at += Character.charCount(character);
        }
        folded.append("\r\n");
    }
}
