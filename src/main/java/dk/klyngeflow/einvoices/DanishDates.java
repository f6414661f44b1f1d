package dk.klyngeflow.einvoices;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** 31.12.2026 */
final class DanishDates {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    private DanishDates() {}

    /** Empty when there is no date. */
    static String of(@Nullable LocalDate date) {
        return date == null ? "" : FORMAT.format(date);
    }
}
