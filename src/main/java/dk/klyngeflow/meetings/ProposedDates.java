package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.members.ClusterSettings;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The dates that members are asked about: suggested on the cluster's weekdays where there is no holiday, school holiday or other meeting,
 * and read as the coordinator has written them.
 */
@Component
class ProposedDates {

    /** Members need this long to answer at all. */
    static final int LEAST_DAYS_AHEAD = 2;

    static final int MOST = 8;

    private static final Locale DANISH = Locale.forLanguageTag("da");
    private static final DateTimeFormatter WRITTEN = DanishTime.MOMENT_IN_FIGURES;
    private static final DateTimeFormatter DAY = DanishTime.WEEKDAY;
    private static final Pattern DANISH_LINE = Pattern.compile(
            "\\D*?(\\d{1,2})\\s*[./-]\\s*(\\d{1,2})\\s*[./-]\\s*(\\d{4})\\D+?(\\d{1,2})(?:[.:](\\d\\d))?\\s*");
    private static final Pattern ISO_LINE =
            Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)[T ]\\s*(\\d{1,2})(?:[.:](\\d\\d))?\\s*");
    private static final Pattern HOUR = Pattern.compile("(\\d{1,2})(?:[.:](\\d\\d))?");

    private final ClusterSettings settings;
    private final CopenhagenTime time;

    ProposedDates(ClusterSettings settings, CopenhagenTime time) {
        this.settings = settings;
        this.time = time;
    }

    /**
     * Spread over the days between, but not before a poll can be answered. Fewer, or none, when there is no better time.
     *
     * @param taken when the cluster meets already
     */
    List<Instant> suggest(String clusterId, LocalDate earliest, LocalDate latest, Collection<Instant> taken) {
        LocalDate first = later(
                earliest,
                time.today().plusDays(settings.get(clusterId, DatePollSettings.OPEN_DAYS) + LEAST_DAYS_AHEAD));
        Set<LocalDate> busy = taken.stream().map(CopenhagenTime::dayOf).collect(Collectors.toSet());
        DateRanges school = DateRanges.read(settings.get(clusterId, DatePollSettings.SCHOOL_HOLIDAYS));
        List<LocalDate> free = first.isAfter(latest)
                ? List.of()
                : first.datesUntil(latest.plusDays(1))
                        .filter(WorkingDays::isWorkingDay)
                        .filter(day -> !school.contain(day) && !busy.contains(day))
                        .toList();
        Set<DayOfWeek> weekdays = weekdays(settings.get(clusterId, DatePollSettings.WEEKDAYS));
        List<LocalDate> liked = free.stream()
                .filter(day -> weekdays.contains(day.getDayOfWeek()))
                .toList();
        LocalTime hour = hour(settings.get(clusterId, DatePollSettings.HOUR)).orElse(LocalTime.of(19, 0));
        return spread(liked.isEmpty() ? free : liked, settings.get(clusterId, DatePollSettings.PROPOSALS)).stream()
                .map(day -> CopenhagenTime.at(day, hour))
                .toList();
    }

    /**
     * Reads one date a line, such as {@code 14.03.2027 16.30}, and says in Danish what cannot be.
     *
     * @return in order, each once
     */
    List<Instant> read(FormFields fields, String name, String clusterId, Instant now) {
        String text = fields.required(name, "Datoerne");
        Set<Instant> starts = new TreeSet<>();
        for (String line : text.split("[\\n;]")) {
            if (!line.isBlank()) {
                read(line.strip())
                        .ifPresentOrElse(
                                start -> {
                                    refusal(start, now).ifPresent(fields::wrong);
                                    starts.add(start);
                                },
                                () -> fields.wrong("„" + cut(line.strip())
                                        + "“ er ikke en dato og et klokkeslæt. Skriv som 14.03.2027 16.30."));
            }
        }
        if (starts.isEmpty() && !text.isEmpty() && text.chars().noneMatch(Character::isLetterOrDigit)) {
            fields.wrong("Skriv mindst én dato.");
        }
        if (starts.size() > MOST) {
            fields.wrong("Spørg højst om " + MOST + " datoer ad gangen; flere bliver for meget at svare på.");
        }
        return List.copyOf(starts);
    }

    /** What the coordinator should know about dates that can be asked about all the same. */
    List<String> warnings(String clusterId, String text, Collection<Instant> taken) {
        Set<LocalDate> busy = taken.stream().map(CopenhagenTime::dayOf).collect(Collectors.toSet());
        DateRanges school = DateRanges.read(settings.get(clusterId, DatePollSettings.SCHOOL_HOLIDAYS));
        List<String> warnings = new ArrayList<>();
        Arrays.stream(text.split("[\\n;]"))
                .flatMap(line -> read(line.strip()).stream())
                .map(CopenhagenTime::dayOf)
                .distinct()
                .sorted()
                .forEach(day -> {
                    if (isWeekend(day)) {
                        warnings.add(capital(DAY.format(day)) + " er i en weekend.");
                    }
                    if (school.contain(day)) {
                        warnings.add(capital(DAY.format(day)) + " er i en skoleferie.");
                    }
                    if (busy.contains(day)) {
                        warnings.add("Klyngen har allerede et møde " + DAY.format(day) + ".");
                    }
                });
        return warnings;
    }

    /** As {@link #read} takes them. */
    static String written(Collection<Instant> starts) {
        return starts.stream()
                .map(start -> WRITTEN.format(start.atZone(CopenhagenTime.ZONE)))
                .collect(Collectors.joining("\n"));
    }

    /** The days of the week whose Danish names stand in a setting; names that are none are left out. */
    static Set<DayOfWeek> weekdays(String names) {
        Set<DayOfWeek> found = EnumSet.noneOf(DayOfWeek.class);
        for (String name : names.split("[,;\\s]+")) {
            Arrays.stream(DayOfWeek.values())
                    .filter(day -> day.getDisplayName(TextStyle.FULL, DANISH).equalsIgnoreCase(name))
                    .forEach(found::add);
        }
        return found;
    }

    static Optional<LocalTime> hour(String text) {
        Matcher parts = HOUR.matcher(text.strip());
        return parts.matches() ? time(parts.group(1), parts.group(2)) : Optional.empty();
    }

    private static Optional<String> refusal(Instant start, Instant now) {
        LocalDate day = CopenhagenTime.dayOf(start);
        if (!start.isAfter(now)) {
            return Optional.of(capital(CopenhagenTime.inWords(start)) + " er passeret. Vælg en senere dato.");
        }
        if (day.isBefore(CopenhagenTime.dayOf(now).plusDays(LEAST_DAYS_AHEAD))) {
            return Optional.of(capital(DAY.format(day)) + " er for tæt på: medlemmerne skal have mindst "
                    + LEAST_DAYS_AHEAD + " dage til at svare.");
        }
        if (WorkingDays.isHoliday(day)) {
            return Optional.of(capital(DAY.format(day)) + " er en helligdag. Vælg en anden dag.");
        }
        return Optional.empty();
    }

    private static Optional<Instant> read(String line) {
        Matcher danish = DANISH_LINE.matcher(line);
        if (danish.matches()) {
            return instant(danish.group(3), danish.group(2), danish.group(1), danish.group(4), danish.group(5));
        }
        Matcher iso = ISO_LINE.matcher(line);
        return iso.matches()
                ? instant(iso.group(1), iso.group(2), iso.group(3), iso.group(4), iso.group(5))
                : Optional.empty();
    }

    private static Optional<Instant> instant(
            String year, String month, String day, String hour, @Nullable String minute) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return time(hour, minute).map(at -> CopenhagenTime.at(date, at));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> time(String hour, @Nullable String minute) {
        int hours = Integer.parseInt(hour);
        int minutes = minute == null ? 0 : Integer.parseInt(minute);
        return hours < 24 && minutes < 60 ? Optional.of(LocalTime.of(hours, minutes)) : Optional.empty();
    }

    /** Evenly over the whole time, so that somebody who is away for a week can come at all. */
    private static List<LocalDate> spread(List<LocalDate> days, int most) {
        if (days.size() <= most) {
            return days;
        }
        List<LocalDate> chosen = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            chosen.add(days.get(i * days.size() / most));
        }
        return chosen;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String cut(String text) {
        return text.length() > 40 ? text.substring(0, 40) + " …" : text;
    }
}
