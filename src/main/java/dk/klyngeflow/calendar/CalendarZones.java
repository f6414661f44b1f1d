package dk.klyngeflow.calendar;

import dk.klyngeflow.engine.CopenhagenTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the time zones of a calendar file are. The definition that stands in the file counts most, because makers give zones any name; after
 * it the names of the time zone database, those of Windows, and distances from Greenwich. What is none of these is unknown, and is never
 * taken for Danish time.
 */
final class CalendarZones {

    /** "GMT+0100", "UTC+01:00", "(UTC+1)", "+0100"; not "Etc/GMT-1", which counts the other way and is a name. */
    private static final Pattern DISTANCE =
            Pattern.compile("\\(?(?:GMT|UTC|UT|Z)?\\s*([+-])(\\d{1,2}):?(\\d{2})?\\)?", Pattern.CASE_INSENSITIVE);

    private static final Map<String, ZoneId> KNOWN = known();

    private final List<ContentLine> file;

    CalendarZones(List<ContentLine> file) {
        this.file = file;
    }

    /**
     * @param name as the file says; a time without a zone is meant as a Danish clock shows it
     * @return empty when nobody can say which zone is meant
     */
    Optional<Instant> instant(LocalDateTime local, String name) {
        String plain = plain(name);
        if (plain.isEmpty()) {
            return Optional.of(local.atZone(CopenhagenTime.ZONE).toInstant());
        }
        return defined(local, plain)
                .map(local::toInstant)
                .or(() -> named(plain).map(zone -> local.atZone(zone).toInstant()));
    }

    private static String plain(String name) {
        return name.replace("\"", "").replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }

    /** Some programs name a zone and leave the definition empty: then the name counts. */
    private Optional<ZoneOffset> defined(LocalDateTime local, String name) {
        return file.stream()
                .filter(line ->
                        line.component().equals("VTIMEZONE") && line.name().equals("TZID"))
                .filter(line -> plain(line.value()).equals(name))
                .findFirst()
                .flatMap(zone -> ZoneDefinition.of(file, zone).offset(local));
    }

    private static Optional<ZoneId> named(String name) {
        ZoneId known = KNOWN.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        // makers put something of their own before the name: /freeassociation.sourceforge.net/Europe/Copenhagen
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            ZoneId behind = KNOWN.get(name.substring(slash + 1));
            if (behind != null && name.substring(slash + 1).contains("/")) {
                return Optional.of(behind);
            }
        }
        return distance(name);
    }

    private static Optional<ZoneId> distance(String name) {
        Matcher distance = DISTANCE.matcher(name);
        if (!distance.matches()) {
            return Optional.empty();
        }
        try {
            int sign = distance.group(1).equals("-") ? -1 : 1;
            int minutes = distance.group(3) == null ? 0 : Integer.parseInt(distance.group(3));
            return Optional.of(ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(distance.group(2)), sign * minutes));
        } catch (DateTimeException tooFar) {
            return Optional.empty();
        }
    }

    private static Map<String, ZoneId> known() {
        Map<String, ZoneId> known = new HashMap<>();
        Properties windows = new Properties();
        try (InputStream file =
                Objects.requireNonNull(CalendarZones.class.getResourceAsStream("/calendar/windows-zones.properties"))) {
            windows.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        windows.stringPropertyNames()
                .forEach(name -> known.put(
                        plain(name), ZoneId.of(windows.getProperty(name).strip())));
        for (String name : ZoneId.getAvailableZoneIds()) {
            known.put(plain(name), ZoneId.of(name));
            known.putIfAbsent(plain(name.replace('_', ' ')), ZoneId.of(name));
        }
        known.put("z", ZoneOffset.UTC);
        return Map.copyOf(known);
    }
}
