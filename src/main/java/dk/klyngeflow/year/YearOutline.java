package dk.klyngeflow.year;

import dk.klyngeflow.engine.Moments;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.localmodel.Choices;
import dk.klyngeflow.localmodel.Question;
import dk.klyngeflow.statutes.AssemblyDates;
import dk.klyngeflow.statutes.Statutes;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lays a year: which items it has, and on which days. Knows no clock and no database. */
final class YearOutline {

    /** A meeting cannot be called sooner after its planning. */
    static final int SOONEST_MEETING_DAYS = 35;

    /** Begins the note of a meeting that stands for a cancelled one. */
    static final String INSTEAD = "I stedet for et møde, der blev aflyst.";

    /** From the other meetings, at best and at least. */
    private static final List<Integer> APART_DAYS = List.of(28, 14);

    private static final int CVR_WEEKS = 6;
    private static final int DAYS_OF_A_YEAR = 365;
    /** About the middle of the last month in which the statutes let the assembly be held. */
    private static final int MID_MONTH = 18;
    /** Between the announcement of the assembly's date and its planning: people have to find that date first. */
    private static final int DATE_FINDING_DAYS = 21;
    /** When the board turns to the budget; the register of practices is right by then. */
    private static final LocalDate BUDGET = LocalDate.of(2000, 2, 1);

    /**
     * What a year is laid by.
     *
     * @param from the first day that is planned
     * @param hasLastYear whether there is a year before, with accounts to present
     */
    record Basis(
            String clusterId, int year, LocalDate from, boolean hasLastYear, Agreed agreed, Ends ends, Weeks weeks) {}

    record Agreed(Choices model, Statutes statutes, SchoolHolidays holidays) {}

    /**
     * What ends in the year.
     *
     * @param isCoordinatorsTerm whether the coordinator's term does
     * @param posts whose terms end, as the assembly elects to them; Danish, may be empty
     * @param review when the local model is to be looked at again
     * @param cvr when the registration is to be renewed
     */
    record Ends(
            boolean isCoordinatorsTerm,
            String posts,
            @Nullable LocalDate review,
            @Nullable Registration cvr) {}

    /** @param isKnown false for a day on which somebody is to find out when it was renewed last */
    record Registration(LocalDate due, boolean isKnown) {}

    /** How many weeks before its day each is begun. */
    record Weeks(int meeting, int assembly, int election) {}

    private final Basis basis;
    private final MeetingDays days;
    private final List<YearItem> items = new ArrayList<>();

    private YearOutline(Basis basis) {
        this.basis = basis;
        this.days = new MeetingDays(basis.agreed().model(), basis.agreed().holidays());
    }

    /** All that is still ahead on the first day. @param today the day on which it is laid */
    static List<YearItem> of(Basis basis, LocalDate today) {
        YearOutline outline = new YearOutline(basis);
        outline.january();
        outline.assembly(null);
        outline.review();
        outline.cvr();
        outline.items.addAll(meetings(basis, today, List.of(), 0));
        return outline.items.stream()
                .filter(item -> item.dueOn().isAfter(basis.from()))
                .toList();
    }

    /**
     * Only the assembly and what goes with it.
     *
     * @param fixed the day of an assembly that stays where somebody has put it; null where the outline finds it
     */
    static List<YearItem> assembly(Basis basis, @Nullable LocalDate fixed) {
        YearOutline outline = new YearOutline(basis);
        outline.assembly(fixed);
        return outline.items.stream()
                .filter(item -> item.dueOn().isAfter(basis.from()))
                .toList();
    }

    /** Only the review: the rest of the year stays as it was laid. */
    static List<YearItem> review(Basis basis) {
        YearOutline outline = new YearOutline(basis);
        outline.review();
        return outline.items.stream()
                .filter(item -> item.dueOn().isAfter(basis.from()))
                .toList();
    }

    /**
     * The meetings of the year beside those that are there.
     *
     * @param today none is planned so soon after it that it could not be called
     * @param there those that have begun, or that somebody has put on their days by hand
     * @param lastNumber of all that there ever were in the year
     */
    static List<YearItem> meetings(Basis basis, LocalDate today, List<YearItem> there, int lastNumber) {
        int year = basis.year();
        LocalDate last = LocalDate.of(year, Month.DECEMBER, 15);
        LocalDate first = Moments.later(
                Moments.later(LocalDate.of(year, 1, 1), basis.from()), today.plusDays(SOONEST_MEETING_DAYS));
        for (YearItem item : there) {
            first = Moments.later(first, item.dueOn().plusMonths(1));
        }
        int wanted = wanted(basis) - there.size();
        int number = lastNumber;
        List<YearItem> found = new ArrayList<>();
        for (LocalDate day :
                new MeetingDays(basis.agreed().model(), basis.agreed().holidays()).spread(wanted, first, last)) {
            number++;
            found.add(meeting(basis, number, day, when(basis)));
        }
        return found;
    }

    /**
     * The meeting that is held instead of one that was cancelled, so that the year keeps its number of meetings.
     *
     * @param taken the days of its other meetings
     * @return empty where the year has no room for it
     */
    static Optional<YearItem> instead(
            Basis basis, LocalDate today, LocalDate cancelled, List<LocalDate> taken, int number) {
        MeetingDays days =
                new MeetingDays(basis.agreed().model(), basis.agreed().holidays());
        LocalDate first = Moments.later(cancelled.plusWeeks(2), today.plusDays(SOONEST_MEETING_DAYS));
        return APART_DAYS.stream()
                .flatMap(apart -> first.datesUntil(Moments.later(first, LocalDate.of(basis.year(), Month.DECEMBER, 16)))
                        .filter(day -> taken.stream()
                                .allMatch(other -> Math.abs(ChronoUnit.DAYS.between(day, other)) >= apart))
                        .filter(day -> days.near(day, day, day).isPresent())
                        .limit(1))
                .findFirst()
                .map(day -> meeting(basis, number, day, INSTEAD + when(basis)));
    }

    private static YearItem meeting(Basis basis, int number, LocalDate day, String note) {
        return item(
                basis,
                YearKind.MEETING,
                "meeting-" + number,
                note.strip(),
                new YearItem.Days(day.minusWeeks(basis.weeks().meeting()), day));
    }

    private static String when(Basis basis) {
        return basis.agreed()
                .model()
                .one(Question.HOUR)
                .filter(hour -> !hour.isEmpty())
                .map(hour -> " Kl. " + hour + ", når I ikke aftaler andet.")
                .orElse("");
    }

    /** As many as the model says, and of a year that begins late its part. */
    private static int wanted(Basis basis) {
        int agreed = basis.agreed()
                .model()
                .one(Question.MEETINGS)
                .map(Integer::valueOf)
                .orElse(0);
        long left = ChronoUnit.DAYS.between(basis.from(), LocalDate.of(basis.year() + 1, 1, 1));
        return left >= DAYS_OF_A_YEAR ? agreed : (int) Math.round(agreed * left / (double) DAYS_OF_A_YEAR);
    }

    private void january() {
        if (!basis.hasLastYear()) {
            return;
        }
        LocalDate first = WorkingDays.after(LocalDate.of(basis.year(), 1, 2), 0);
        LocalDate end = LocalDate.of(basis.year(), 1, 31);
        add(YearKind.REGISTER, "Antallet af patienter bestemmer klyngens midler.", first, end);
        add(YearKind.QUESTIONNAIRE, "Om møderne i " + (basis.year() - 1) + ".", first, end);
    }

    private void assembly(@Nullable LocalDate fixed) {
        int month = basis.agreed().statutes().notices().latestMonth();
        LocalDate lastDay = LocalDate.of(basis.year(), month, 1).plusMonths(1).minusDays(1);
        if (!basis.hasLastYear() || !lastDay.isAfter(basis.from())) {
            return;
        }
        LocalDate day = fixed == null ? assemblyDay(LocalDate.of(basis.year(), month, MID_MONTH), lastDay) : fixed;
        AssemblyDates dates = AssemblyDates.of(basis.agreed().statutes(), day, true);
        LocalDate notice = WorkingDays.notAfter(dates.lastSendDay());
        add(
                YearKind.BUDGET,
                "Bestyrelsen godkender det først, siden generalforsamlingen.",
                Moments.earlier(BUDGET.withYear(basis.year()), notice.minusWeeks(3)),
                notice);
        add(
                YearKind.ACCOUNTS,
                "For " + (basis.year() - 1) + "; det skal med indkaldelsen.",
                Moments.earlier(WorkingDays.after(LocalDate.of(basis.year(), 1, 2), 0), notice),
                notice);
        add(
                YearKind.ASSEMBLY,
                basis.ends().posts(),
                day.minusWeeks(basis.weeks().assembly()),
                day);
        if (basis.ends().isCoordinatorsTerm()) {
            add(
                    YearKind.ELECTION,
                    "Perioden udløber.",
                    day.minusWeeks(basis.weeks().election()),
                    day);
        }
    }

    /** A day for which everything can be in time, within what the statutes say where there is one. */
    private LocalDate assemblyDay(LocalDate wanted, LocalDate lastDay) {
        Statutes.Notices notices = basis.agreed().statutes().notices();
        LocalDate soonest =
                basis.from().plusDays((long) notices.proposalDays() + notices.noticeDays() + DATE_FINDING_DAYS);
        LocalDate first = Moments.later(LocalDate.of(basis.year(), 1, 2), soonest);
        Optional<LocalDate> lawful = days.near(Moments.later(wanted, first), first, lastDay);
        return lawful.orElseGet(
                () -> days.near(first, first, first.plusMonths(2)).orElse(first));
    }

    private void review() {
        LocalDate due = basis.ends().review();
        if (due != null && due.getYear() <= basis.year()) {
            LocalDate day =
                    WorkingDays.after(Moments.later(notInJuly(due), basis.from().plusDays(1)), 0);
            if (day.getYear() == basis.year()) {
                add(YearKind.REVIEW, "Medlemmerne spørges igen.", day, day);
            }
        }
    }

    /** Half of the members are away then. */
    private static LocalDate notInJuly(LocalDate day) {
        return day.getMonth() == Month.JULY ? LocalDate.of(day.getYear(), Month.AUGUST, 10) : day;
    }

    private void cvr() {
        Registration cvr = basis.ends().cvr();
        if (cvr != null && cvr.due().getYear() <= basis.year()) {
            LocalDate soonest = basis.from().plusMonths(1);
            LocalDate day = Moments.later(cvr.due(), soonest);
            if (day.getYear() == basis.year() && (cvr.isKnown() || day.equals(cvr.due()))) {
                add(YearKind.CVR, "Hvert tredje år.", day.minusWeeks(CVR_WEEKS), day);
            }
        }
    }

    private void add(YearKind kind, String note, LocalDate starts, LocalDate due) {
        items.add(item(basis, kind, kind.id(), note, new YearItem.Days(starts, due)));
    }

    /** Nothing begins on a day on which nobody works. */
    private static YearItem item(Basis basis, YearKind kind, String id, String note, YearItem.Days days) {
        LocalDate starts = Moments.earlier(WorkingDays.after(days.startsOn(), 0), days.dueOn());
        return new YearItem(
                basis.clusterId(),
                basis.year(),
                id,
                kind,
                kind.danish(),
                note,
                new YearItem.Days(starts, days.dueOn()),
                YearItem.Progress.NONE);
    }
}
