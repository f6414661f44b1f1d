package dk.klyngeflow.dates;

import dk.klyngeflow.dataorders.DataSettings;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.Moments;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.engine.WrittenDate;
import dk.klyngeflow.gatherings.DateRanges;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.members.ClusterSettings;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The dates that members are asked about: suggested on the cluster's weekdays where there is no holiday, school holiday or other meeting,
 * and read as the coordinator has written them.
 */
@Component
public class ProposedDates {

    /** Members need this long to answer at all. */
    static final int LEAST_DAYS_AHEAD = 2;

    public static final int MOST = 8;

    private static final int WEEKS_TO_CHOOSE_FROM = 3;
    private static final int DAYS_OF_A_YEAR = 365;

    /** A year and a half: nobody knows her calendar longer, and more is a slip of the finger. */
    public static final int MOST_DAYS_AHEAD = 550;

    private static final Locale DANISH = Locale.forLanguageTag("da");
    private static final DateTimeFormatter WRITTEN = DanishTime.WEEKDAY_IN_FIGURES;
    private static final DateTimeFormatter DAY = DanishTime.WEEKDAY;
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
     * @param taken when the cluster meets already, or may
     */
    List<Instant> suggest(String clusterId, LocalDate earliest, LocalDate latest, Collection<Instant> taken) {
        return suggest(clusterId, time.today(), earliest, latest, taken);
    }

    /** @param begun when the meeting was wished for: it keeps the weekdays and the hour that the cluster had agreed on then */
    public List<Instant> suggest(
            String clusterId, LocalDate begun, LocalDate earliest, LocalDate latest, Collection<Instant> taken) {
        LocalDate first = Moments.later(
                earliest, time.today().plusDays(settings.get(clusterId, DateHabits.OPEN_DAYS) + LEAST_DAYS_AHEAD));
        Set<LocalDate> busy = taken.stream().map(CopenhagenTime::dayOf).collect(Collectors.toSet());
        DateRanges school = DateRanges.read(settings.get(clusterId, DateRanges.SCHOOL_HOLIDAYS));
        List<LocalDate> free = first.isAfter(latest)
                ? List.of()
                : first.datesUntil(latest.plusDays(1))
                        .filter(WorkingDays::isWorkingDay)
                        .filter(day -> !school.contain(day) && !busy.contains(day))
                        .toList();
        Set<DayOfWeek> weekdays = weekdays(settings.forCaseOf(clusterId, DateHabits.WEEKDAYS, begun));
        List<LocalDate> liked = free.stream()
                .filter(day -> weekdays.contains(day.getDayOfWeek()))
                .toList();
        LocalTime hour =
                hour(settings.forCaseOf(clusterId, DateHabits.HOUR, begun)).orElse(LocalTime.of(19, 0));
        return spread(liked.isEmpty() ? free : liked, settings.get(clusterId, DateHabits.PROPOSALS)).stream()
                .map(day -> CopenhagenTime.at(day, hour))
                .toList();
    }

    /** Other days for a meeting that nobody could come to: those it was planned for first, and the month after where they run out. */
    List<Instant> suggestAgain(Meeting meeting, Collection<Instant> taken) {
        List<Instant> found = new ArrayList<>(
                suggest(meeting.clusterId(), meeting.begunOn(), meeting.earliestDay(), meeting.latestDay(), taken));
        suggest(
                        meeting.clusterId(),
                        meeting.begunOn(),
                        meeting.latestDay().plusDays(1),
                        meeting.latestDay().plusMonths(1),
                        taken)
                .stream()
                .limit(Math.max(0, settings.get(meeting.clusterId(), DateHabits.PROPOSALS) - found.size()))
                .forEach(found::add);
        return found;
    }

    /** Which of the days it was not planned for; they can be chosen all the same. Whoever moves it has said what she wants. */
    Optional<String> outside(Meeting meeting, Collection<Instant> starts) {
        List<LocalDate> days = starts.stream()
                .map(CopenhagenTime::dayOf)
                .filter(day -> !meeting.isPlannedFor(day))
                .distinct()
                .sorted()
                .toList();
        return days.isEmpty() || meeting.startsAt() != null
                ? Optional.empty()
                : Optional.of(capital(inWords(days)) + " ligger uden for de dage, mødet er planlagt til: "
                        + meeting.plannedDays() + ". Er det meningen, behøver du ikke gøre noget.");
    }

    /**
     * Reads one date a line, such as {@code 14.03.2027 16.30}, and says in Danish what cannot be.
     *
     * @return in order, each once
     */
    public List<Instant> read(FormFields fields, String name, String clusterId, Instant now) {
        String text = fields.requiredParagraphs(name, "Datoerne");
        Set<Instant> starts = new TreeSet<>();
        for (String line : text.split("[\\n;]")) {
            if (!line.isBlank()) {
                WrittenDate written = WrittenDate.read(line, CopenhagenTime.dayOf(now));
                Instant start = written.start();
                if (start == null) {
                    fields.wrong("„" + cut(line.strip())
                            + "“ er ikke en dato og et klokkeslæt. Skriv som 14.03.2027 16.30.");
                } else if (!written.problem().isEmpty()) {
                    fields.wrong(written.problem());
                } else {
                    refusal(start, now).ifPresent(fields::wrong);
                    starts.add(start);
                }
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
    List<String> warnings(String clusterId, String text, Collection<Instant> taken, Collection<Instant> askedAbout) {
        Set<LocalDate> busy = taken.stream().map(CopenhagenTime::dayOf).collect(Collectors.toSet());
        DateRanges school = DateRanges.read(settings.get(clusterId, DateRanges.SCHOOL_HOLIDAYS));
        Set<LocalDate> polled = askedAbout.stream().map(CopenhagenTime::dayOf).collect(Collectors.toSet());
        List<String> warnings = new ArrayList<>();
        Set<String> unknown = new TreeSet<>();
        days(text).forEach(day -> {
            if (!school.knowSchoolYearOf(day)) {
                unknown.add(DateRanges.schoolYear(day));
            }
            warnings.addAll(against(day, school, busy));
            if (polled.contains(day)) {
                warnings.add("Klyngen er allerede spurgt om " + DAY.format(day) + " til et andet møde.");
            }
        });
        unknown.forEach(year -> warnings.add(unknownHolidays(year)));
        return warnings;
    }

    /** Why a meeting should perhaps not be moved to that time; it can be all the same. */
    public List<String> clashes(String clusterId, Instant start, Collection<Instant> taken) {
        if (!start.isAfter(time.now())) {
            // that it cannot be is said elsewhere
            return List.of();
        }
        return against(
                CopenhagenTime.dayOf(start),
                DateRanges.read(settings.get(clusterId, DateRanges.SCHOOL_HOLIDAYS)),
                taken.stream().map(CopenhagenTime::dayOf).collect(Collectors.toSet()));
    }

    /** Said where a day is picked freely; empty when the school holidays of that day's school year are written in. */
    public Optional<String> unknownHolidays(String clusterId, LocalDate day) {
        return DateRanges.read(settings.get(clusterId, DateRanges.SCHOOL_HOLIDAYS))
                        .knowSchoolYearOf(day)
                ? Optional.empty()
                : Optional.of(unknownHolidays(DateRanges.schoolYear(day)));
    }

    private static String unknownHolidays(String schoolYear) {
        return "Klyngen har ikke skrevet skoleferierne i skoleåret " + schoolYear
                + " ind, så datoerne er ikke holdt op mod dem. De er forskellige fra kommune til kommune; skriv dem ind under Indstillinger.";
    }

    private static List<String> against(LocalDate day, DateRanges school, Set<LocalDate> busy) {
        List<String> found = new ArrayList<>();
        if (isWeekend(day)) {
            found.add(capital(DAY.format(day)) + " er i en weekend.");
        } else if (WorkingDays.isHoliday(day)) {
            found.add(capital(DAY.format(day)) + " er en helligdag.");
        }
        if (school.contain(day)) {
            found.add(capital(DAY.format(day)) + " er i en skoleferie.");
        }
        if (busy.contains(day)) {
            found.add("Klyngen har allerede et møde " + DAY.format(day) + ".");
        }
        return found;
    }

    /**
     * Which of the dates are so near that a data package cannot come in time, and which are not. The order begins when the date has been
     * found, at the latest when the poll has closed and the coordinator has chosen.
     */
    List<String> tooEarlyForData(String clusterId, String text) {
        return tooEarlyForData(clusterId, days(text).toList(), firstDayWithData(clusterId));
    }

    /** The same when the date is chosen now. */
    List<String> tooEarlyForDataNow(String clusterId, Collection<Instant> starts) {
        return tooEarlyForData(
                clusterId,
                starts.stream().map(CopenhagenTime::dayOf).distinct().sorted().toList(),
                time.today().plusDays(settings.get(clusterId, DataSettings.LEAD_DAYS)));
    }

    private List<String> tooEarlyForData(String clusterId, List<LocalDate> days, LocalDate first) {
        List<LocalDate> near = days.stream().filter(day -> day.isBefore(first)).toList();
        if (near.isEmpty()) {
            return List.of();
        }
        List<LocalDate> enough =
                days.stream().filter(day -> !day.isBefore(first)).toList();
        return List.of("Data når ikke frem til " + inWords(near) + ": datapakken skal bestilles "
                + settings.get(clusterId, DataSettings.LEAD_DAYS)
                + " dage før mødet. "
                + (enough.isEmpty()
                        ? "Ingen af datoerne her giver tid til data; det gør datoer fra " + DAY.format(first) + "."
                        : "Der er tid til data " + inWords(enough) + ".")
                + " Bliver en tidligere dato valgt, bliver du spurgt, om mødet skal holdes uden data.");
    }

    private static String inWords(List<LocalDate> days) {
        return days.stream().map(DAY::format).collect(Collectors.joining(", "));
    }

    private Stream<LocalDate> days(String text) {
        return starts(text).stream().map(CopenhagenTime::dayOf).distinct().sorted();
    }

    /** Those that can be read. */
    List<Instant> starts(String text) {
        return Arrays.stream(text.split("[\\n;]"))
                .flatMap(line ->
                        Stream.ofNullable(WrittenDate.read(line, time.today()).start()))
                .toList();
    }

    /** When a meeting that is wished for today is best held: as soon as there is time for data, and with weeks to choose from. */
    DateSpan usualSpan(String clusterId) {
        return usualSpan(clusterId, Optional.empty());
    }

    /** @param last when the cluster has met or will meet last; where it has agreed how often it meets, the next is that long after */
    public DateSpan usualSpan(String clusterId, Optional<LocalDate> last) {
        LocalDate first = firstDayWithData(clusterId);
        int perYear = settings.get(clusterId, DateHabits.PER_YEAR);
        if (perYear > 0 && last.isPresent()) {
            // in the middle of the weeks to choose from
            LocalDate wanted = last.get().plusDays(DAYS_OF_A_YEAR / perYear).minusDays(WEEKS_TO_CHOOSE_FROM * 7L / 2);
            first = Moments.later(first, wanted);
        }
        return new DateSpan(first, first.plusWeeks(WEEKS_TO_CHOOSE_FROM));
    }

    /** What whoever chooses the dates should remember; empty when the cluster meets for itself. */
    public Optional<String> besideOthers(String clusterId, LocalDate begun) {
        return settings.forCaseOf(clusterId, DateHabits.BESIDE_OTHERS, begun)
                ? Optional.of(
                        "Klyngen har aftalt, at møderne gerne lægges i forlængelse af andre møder, for eksempel i PLO-K. Kender du datoen for et, så skriv den her.")
                : Optional.empty();
    }

    public record DateSpan(LocalDate earliest, LocalDate latest) {}

    private LocalDate firstDayWithData(String clusterId) {
        return time.today()
                .plusDays(settings.get(clusterId, DateHabits.OPEN_DAYS)
                        + settings.get(clusterId, DateHabits.TASK_DAYS)
                        + settings.get(clusterId, DataSettings.LEAD_DAYS));
    }

    /** As {@link #read} takes them. */
    public static String written(Collection<Instant> starts) {
        return starts.stream()
                .map(start -> WRITTEN.format(start.atZone(CopenhagenTime.ZONE)))
                .collect(Collectors.joining("\n"));
    }

    /** The days of the week whose Danish names stand in a setting; names that are none are left out. */
    public static Set<DayOfWeek> weekdays(String names) {
        Set<DayOfWeek> found = EnumSet.noneOf(DayOfWeek.class);
        for (String name : names.split("[,;\\s]+")) {
            Arrays.stream(DayOfWeek.values())
                    .filter(day -> day.getDisplayName(TextStyle.FULL, DANISH).equalsIgnoreCase(name))
                    .forEach(found::add);
        }
        return found;
    }

    public static Optional<LocalTime> hour(String text) {
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
        if (day.isAfter(CopenhagenTime.dayOf(now).plusDays(MOST_DAYS_AHEAD))) {
            return Optional.of(capital(DAY.format(day))
                    + " er for langt ude i fremtiden. Mødet kan højst ligge halvandet år frem.");
        }
        if (WorkingDays.isHoliday(day)) {
            return Optional.of(capital(DAY.format(day)) + " er en helligdag. Vælg en anden dag.");
        }
        return Optional.empty();
    }

    private static Optional<LocalTime> time(String hour, @Nullable String minute) {
        int hours = Integer.parseInt(hour);
        int minutes = minute == null ? 0 : Integer.parseInt(minute);
        return hours < 24 && minutes < 60 ? Optional.of(LocalTime.of(hours, minutes)) : Optional.empty();
    }

    /**
     * In different weeks over the whole time and on different weekdays: so that somebody can come who is away for a week, or busy every
     * Tuesday.
     */
    private static List<LocalDate> spread(List<LocalDate> days, int most) {
        List<List<LocalDate>> weeks = List.copyOf(days.stream()
                .collect(Collectors.groupingBy(day -> day.with(DayOfWeek.MONDAY), TreeMap::new, Collectors.toList()))
                .values());
        Map<DayOfWeek, Integer> used = new EnumMap<>(DayOfWeek.class);
        Set<LocalDate> chosen = new TreeSet<>();
        int first = Math.min(most, weeks.size());
        for (int i = 0; i < first; i++) {
            take(weeks.get(i * weeks.size() / first), used, chosen);
        }
        while (chosen.size() < Math.min(most, days.size())) {
            take(days, used, chosen);
        }
        return List.copyOf(chosen);
    }

    /** Of these days the one whose weekday is chosen least so far. */
    private static void take(List<LocalDate> days, Map<DayOfWeek, Integer> used, Set<LocalDate> chosen) {
        days.stream()
                .filter(day -> !chosen.contains(day))
                .min(Comparator.comparing(day -> used.getOrDefault(day.getDayOfWeek(), 0)))
                .ifPresent(day -> {
                    chosen.add(day);
                    used.merge(day.getDayOfWeek(), 1, Integer::sum);
                });
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String cut(String text) {
        return text.length() > 40 ? text.substring(0, 40) + " …" : text;
    }
}
