package dk.klyngeflow.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Days and times as calendar files write them. */
final class CalendarTimes {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm");

    private CalendarTimes() {}

    static boolean isDay(String text) {
        return plain(text).matches("\\d{8}");
    }

    /** @throws DateTimeException when it is none */
    static LocalDate day(String text) {
        return LocalDate.parse(plain(text), DAY);
    }

    static boolean isUtc(String text) {
        return text.strip().toUpperCase(java.util.Locale.ROOT).endsWith("Z");
    }

    /**
     * What a clock shows; a day alone begins at midnight.
     *
     * @throws DateTimeException when it is none
     */
    static LocalDateTime local(String text) {
        String plain = plain(text);
        if (isDay(plain)) {
            return day(plain).atStartOfDay();
        }
        return LocalDateTime.parse(plain, plain.length() == 13 ? SHORT : TIME);
    }

    private static String plain(String text) {
        return text.strip()
                .toUpperCase(java.util.Locale.ROOT)
                .replaceAll("[-:]", "")
                .replaceFirst("Z$", "");
    }
}
