package dk.klyngeflow.calendar;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time in a calendar file.
 *
 * @param start null when it cannot be told for certain which moment is meant
 * @param danish what people read, also when only part of it is certain
 */
public record ProposedTime(@Nullable Instant start, String danish) {

    private static final DateTimeFormatter DAY = DanishTime.WEEKDAY;
    private static final DateTimeFormatter WHEN = DanishTime.MOMENT;
    private static final int LONGEST_ZONE = 60;

    static ProposedTime of(List<ContentLine> file, ContentLine line) {
        String written = line.value();
        try {
            if (CalendarTimes.isDay(written)) {
                return new ProposedTime(null, DAY.format(CalendarTimes.day(written)) + ", uden klokkeslæt");
            }
            LocalDateTime local = CalendarTimes.local(written);
            if (CalendarTimes.isUtc(written)) {
                return certain(local.toInstant(ZoneOffset.UTC));
            }
            String zone = CalendarText.line(line.parameter("TZID"));
            return new CalendarZones(file)
                    .instant(local, zone)
                    .map(ProposedTime::certain)
                    .orElseGet(() -> new ProposedTime(
                            null,
                            WHEN.format(local) + " i tidszonen „" + shortened(zone)
                                    + "“, som vi ikke kender. Spørg afsenderen, hvad klokken er i Danmark"));
        } catch (DateTimeException nonsense) {
            return new ProposedTime(null, "et tidspunkt, der ikke kan læses. Se mailen i postkassen");
        }
    }

    private static ProposedTime certain(Instant start) {
        return new ProposedTime(start, WHEN.format(start.atZone(CopenhagenTime.ZONE)));
    }

    private static String shortened(String zone) {
        return zone.length() <= LONGEST_ZONE ? zone : zone.substring(0, LONGEST_ZONE) + "…";
    }
}
