package dk.klyngeflow.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of one zone as a calendar file states them (VTIMEZONE). What is broken in it is passed over. */
final class ZoneDefinition {

    private static final Pattern DAY = Pattern.compile("([+-]?\\d)?(MO|TU|WE|TH|FR|SA|SU)");
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private final List<Part> parts;

    private ZoneDefinition(List<Part> parts) {
        this.parts = parts;
    }

    /** @param others days on which it began besides */
    private record Part(
            LocalDateTime from,
            ZoneOffset before,
            ZoneOffset after,
            Map<String, String> rule,
            List<LocalDateTime> others) {}

    private record Onset(LocalDateTime at, ZoneOffset offset) {}

    /** @param named the line that names the zone */
    static ZoneDefinition of(List<ContentLine> file, ContentLine named) {
        Map<String, Map<String, List<String>>> found = new HashMap<>();
        boolean inside = false;
        for (ContentLine line : file) {
            if (line.component().equals("VTIMEZONE")) {
                inside = line.number() == named.number();
            } else if (inside && line.component().matches("STANDARD|DAYLIGHT")) {
                found.computeIfAbsent(line.component() + line.number(), part -> new HashMap<>())
                        .computeIfAbsent(line.name(), name -> new ArrayList<>())
                        .add(line.value());
            } else if (!line.component().isEmpty() && !line.component().equals("VCALENDAR")) {
                inside = false;
            }
        }
        List<Part> parts = new ArrayList<>();
        found.values().forEach(lines -> part(lines).ifPresent(parts::add));
        return new ZoneDefinition(parts);
    }

    private static Optional<Part> part(Map<String, List<String>> lines) {
        try {
            ZoneOffset after = offset(first(lines, "TZOFFSETTO"));
            String before = first(lines, "TZOFFSETFROM");
            String from = first(lines, "DTSTART");
            List<LocalDateTime> others = new ArrayList<>();
            for (String several : lines.getOrDefault("RDATE", List.of())) {
                for (String each : several.split(",")) {
                    others.add(CalendarTimes.local(each));
                }
            }
            return Optional.of(new Part(
                    from.isEmpty() ? LocalDateTime.of(1970, 1, 1, 0, 0) : CalendarTimes.local(from),
                    before.isEmpty() ? after : offset(before),
                    after,
                    rule(first(lines, "RRULE")),
                    others));
        } catch (DateTimeException | NumberFormatException broken) {
            return Optional.empty();
        }
    }

    private static String first(Map<String, List<String>> lines, String name) {
        return lines.getOrDefault(name, List.of("")).get(0);
    }

    private static ZoneOffset offset(String text) {
        return ZoneOffset.of(text.strip());
    }

    private static Map<String, String> rule(String text) {
        Map<String, String> rule = new HashMap<>();
        for (String each : text.toUpperCase(Locale.ROOT).split(";")) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                rule.put(
                        each.substring(0, equals).strip(),
                        each.substring(equals + 1).strip());
            }
        }
        return rule;
    }

    /** Empty when the definition says nothing that can be reckoned with. */
    Optional<ZoneOffset> offset(LocalDateTime local) {
        List<Onset> onsets = new ArrayList<>();
        try {
            parts.forEach(part -> onsets.addAll(onsets(part, local.getYear())));
        } catch (DateTimeException | NumberFormatException unknownRule) {
            return Optional.empty();
        }
        return onsets.stream()
                .filter(onset -> !onset.at().isAfter(local))
                .max(Comparator.comparing(Onset::at))
                .map(Onset::offset)
                .or(() -> parts.stream().min(Comparator.comparing(Part::from)).map(Part::before));
    }

    private static List<Onset> onsets(Part part, int year) {
        List<Onset> onsets = new ArrayList<>();
        onsets.add(new Onset(part.from(), part.after()));
        part.others().forEach(day -> onsets.add(new Onset(day, part.after())));
        if (!part.rule().isEmpty()) {
            for (int each = year - 1; each <= year; each++) {
                yearly(part, each).ifPresent(at -> onsets.add(new Onset(at, part.after())));
            }
        }
        return onsets;
    }

    private static Optional<LocalDateTime> yearly(Part part, int year) {
        Map<String, String> rule = part.rule();
        if (!rule.getOrDefault("FREQ", "").equals("YEARLY")) {
            throw new DateTimeException("a zone that does not change by the year");
        }
        int month = Integer.parseInt(
                rule.getOrDefault("BYMONTH", String.valueOf(part.from().getMonthValue())));
        LocalDateTime at = day(rule, LocalDate.of(year, month, 1), part.from().toLocalDate())
                .atTime(part.from().toLocalTime());
        String until = rule.getOrDefault("UNTIL", "");
        boolean isOver = !until.isEmpty()
                && at.toLocalDate().isAfter(CalendarTimes.local(until).toLocalDate());
        return at.isBefore(part.from()) || isOver ? Optional.empty() : Optional.of(at);
    }

    private static LocalDate day(Map<String, String> rule, LocalDate first, LocalDate begun) {
        Matcher day = DAY.matcher(rule.getOrDefault("BYDAY", ""));
        String dates = rule.getOrDefault("BYMONTHDAY", "");
        if (!day.matches()) {
            return first.withDayOfMonth(dates.isEmpty() ? begun.getDayOfMonth() : Integer.parseInt(dates));
        }
        DayOfWeek weekday = DayOfWeek.of(DAYS.indexOf(day.group(2)) + 1);
        if (!dates.isEmpty()) {
            // "the Sunday that is one of these dates"
            return first.withDayOfMonth(Integer.parseInt(dates.split(",")[0]))
                    .with(TemporalAdjusters.nextOrSame(weekday));
        }
        int which = day.group(1) == null
                ? Integer.parseInt(rule.getOrDefault("BYSETPOS", "1"))
                : Integer.parseInt(day.group(1));
        return first.with(TemporalAdjusters.dayOfWeekInMonth(which, weekday));
    }
}
