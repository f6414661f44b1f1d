package dk.klyngeflow.bookings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.links.CaseNow;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How bookings are spoken of, in mails, on pages and in forms. */
final class BookingTexts {

    private static final DateTimeFormatter DAY = DanishTime.WEEKDAY;
    private static final DateTimeFormatter SHORT = DanishTime.DAY;
    private static final DateTimeFormatter HOUR = DanishTime.HOUR;

    private BookingTexts() {}

    /** As in {@code tirsdag den 3. november 2026 kl. 16.30–18.30}. */
    static String when(Instant start, Instant end) {
        return DAY.format(local(start)) + " kl. " + HOUR.format(local(start)) + "–" + HOUR.format(local(end));
    }

    private static String when(Instant start) {
        return DAY.format(local(start)) + " kl. " + HOUR.format(local(start));
    }

    /** For whoever was asked about the time before. */
    static String movedTo(CaseNow.State now) {
        return "Mødet er flyttet til " + when(Objects.requireNonNull(now.start()))
                + ". Du skal ikke gøre mere; spørger vi dig om den nye tid, får du en ny mail.";
    }

    /** As in {@code 3. november 2026}. */
    static String day(Instant start) {
        return SHORT.format(local(start));
    }

    private static ZonedDateTime local(Instant instant) {
        return instant.atZone(CopenhagenTime.ZONE);
    }

    /** As in {@code 21 personer}; empty when nobody can say. */
    static String people(@Nullable Integer people) {
        return people == null ? "" : people == 1 ? "1 person" : people + " personer";
    }

    /** What a calendar program has answered, when it takes a person to settle it. */
    static String saidByCalendar(String answer, @Nullable Instant proposed, boolean isKnown) {
        String said = switch (answer) {
            case "ACCEPTED" -> "Sagt ja i kalenderen.";
            case "DECLINED" -> "Sagt nej i kalenderen.";
            case "COUNTER" ->
                proposed == null
                        ? "Foreslår et andet tidspunkt i kalenderen."
                        : "Foreslår i stedet " + when(proposed) + " i kalenderen.";
            default -> "Sagt måske i kalenderen.";
        };
        return isKnown ? said : said + " Svaret kom fra en anden adresse end den, der blev spurgt.";
    }
}
