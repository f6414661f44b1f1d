package dk.klyngeflow.calendar;

import dk.klyngeflow.engine.CopenhagenTime;
import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what Outlook, Google and Apple send when somebody answers an invitation. */
@Component
public class CalendarAnswers {

    private static final int LARGEST = 200_000;
    private static final Set<String> ANSWERS = Set.of("ACCEPTED", "DECLINED", "TENTATIVE");
    private static final Pattern METHOD = Pattern.compile("(?im)^METHOD:\\s*([A-Z-]+)\\s*$");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    /** Outlook names zones its own way; these are the ones Danes' calendars are in. */
    private static final Map<String, ZoneId> OUTLOOK_ZONES = Map.of(
            "romance standard time", CopenhagenTime.ZONE,
            "w. europe standard time", CopenhagenTime.ZONE,
            "central europe standard time", CopenhagenTime.ZONE,
            "central european standard time", CopenhagenTime.ZONE,
            "gmt standard time", ZoneId.of("Europe/London"),
            "utc", ZoneId.of("UTC"));

    CalendarAnswers() {}

    /**
     * @param declaredMethod as the mail says; null when it does not
     * @param sender the mail address that the answer came from: hers, when the file names several people
     * @return empty when it is no answer, or cannot be read
     */
    public Optional<CalendarAnswer> read(String text, @Nullable String declaredMethod, String sender) {
        if (text.length() > LARGEST) {
            return Optional.empty();
        }
        Matcher inside = METHOD.matcher(text);
        String method = (inside.find() ? inside.group(1) : declaredMethod == null ? "" : declaredMethod)
                .strip()
                .toUpperCase(Locale.ROOT);
        if (!method.equals("REPLY") && !method.equals("COUNTER")) {
            return Optional.empty();
        }
        return event(text).flatMap(event -> answer(event, method, sender));
    }

    private static Optional<CalendarComponent> event(String text) {
        try {
            Calendar calendar = new CalendarBuilder().build(new StringReader(text.strip() + "\r\n"));
            return calendar.getComponents().stream()
                    .map(CalendarComponent.class::cast)
                    .filter(component -> component.getName().equals("VEVENT"))
                    .findFirst();
        } catch (IOException | ParserException | RuntimeException e) {
            // what cannot be read is shown to a person with the rest of the mail
            return Optional.empty();
        }
    }

    private static Optional<CalendarAnswer> answer(CalendarComponent event, String method, String sender) {
        String uid = value(event, "UID");
        List<Property> attendees = event.getProperties().stream()
                .filter(property -> property.getName().equals("ATTENDEE"))
                .map(Property.class::cast)
                .toList();
        Optional<Property> who = attendees.stream()
                .filter(attendee -> address(attendee.getValue()).equalsIgnoreCase(sender))
                .findFirst()
                .or(() -> attendees.stream()
                        .filter(attendee -> ANSWERS.contains(standing(attendee)))
                        .findFirst());
        if (uid.isEmpty() || who.isEmpty()) {
            return Optional.empty();
        }
        boolean isCounter = method.equals("COUNTER");
        String answer = isCounter ? method : standing(who.get());
        if (!isCounter && !ANSWERS.contains(answer)) {
            return Optional.empty();
        }
        return Optional.of(new CalendarAnswer(
                uid,
                number(value(event, "SEQUENCE")),
                address(value(event, "ORGANIZER")),
                address(who.get().getValue()),
                answer,
                isCounter ? start(event) : null,
                value(event, "COMMENT").strip()));
    }

    private static @Nullable Instant start(CalendarComponent event) {
        Optional<Property> start = event.getProperties().stream()
                .filter(property -> property.getName().equals("DTSTART"))
                .map(Property.class::cast)
                .findFirst();
        if (start.isEmpty()) {
            return null;
        }
        String written = start.get().getValue().strip();
        try {
            if (written.endsWith("Z")) {
                return LocalDateTime.parse(written.substring(0, written.length() - 1), LOCAL)
                        .atZone(ZoneId.of("UTC"))
                        .toInstant();
            }
            return LocalDateTime.parse(written, LOCAL)
                    .atZone(zone(parameter(start.get(), "TZID")))
                    .toInstant();
        } catch (DateTimeException wholeDayOrNonsense) {
            return null;
        }
    }

    private static ZoneId zone(String name) {
        String plain = name.replace("\"", "").strip();
        ZoneId known = OUTLOOK_ZONES.get(plain.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        // Apple and others put a maker's prefix before the name
        Matcher region = Pattern.compile("([A-Z][A-Za-z]+/[A-Za-z_]+)$").matcher(plain);
        return region.find() && ZoneId.getAvailableZoneIds().contains(region.group(1))
                ? ZoneId.of(region.group(1))
                : CopenhagenTime.ZONE;
    }

    private static String value(CalendarComponent event, String name) {
        return event.getProperties().stream()
                .filter(property -> property.getName().equals(name))
                .map(property -> ((Property) property).getValue())
                .filter(value -> value != null)
                .findFirst()
                .orElse("");
    }

    private static String parameter(Property property, String name) {
        return property.getParameters().stream()
                .filter(parameter -> parameter.getName().equalsIgnoreCase(name))
                .map(Parameter::getValue)
                .findFirst()
                .orElse("");
    }

    private static String standing(Property attendee) {
        return parameter(attendee, "PARTSTAT").toUpperCase(Locale.ROOT);
    }

    private static String address(String value) {
        return value.strip().replaceFirst("(?i)^mailto:", "").strip();
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
