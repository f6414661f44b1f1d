package dk.klyngeflow.assembly;

import dk.klyngeflow.assemblies.AssemblyKind;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.Moments;
import dk.klyngeflow.statutes.AssemblyDates;
import dk.klyngeflow.statutes.Statutes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an assembly's process does what, reckoned from the statutes and the day.
 *
 * @param proposalsCloseAt from then on no proposal is taken
 * @param noticeTooLateAt from then on no notice can be lawful for the day
 * @param noticeDueAt when the board looks at what is sent out
 * @param opinionDueAt when the board should have done so: on the day before the last lawful one
 * @param doorsOpenAt when members can be registered
 */
record AssemblyTimes(
        AssemblyDates dates,
        Instant proposalsCloseAt,
        Instant noticeDueAt,
        Instant noticeTooLateAt,
        Instant opinionDueAt,
        Instant doorsOpenAt) {

    /** So long before the last lawful day the board looks at the notice, where proposals may come after it. */
    static final int DAYS_TO_PREPARE = 7;

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);
    private static final Duration DOORS = Duration.ofHours(2);

    static AssemblyTimes of(Statutes statutes, AssemblyKind kind, Instant startsAt, Instant now) {
        LocalDate day = CopenhagenTime.dayOf(startsAt);
        boolean isOrdinary = kind == AssemblyKind.ORDINARY;
        AssemblyDates dates = AssemblyDates.of(statutes, day, isOrdinary);
        boolean areProposalsFirst = dates.lastProposalDay().isBefore(dates.lastSendDay());
        LocalDate look = isOrdinary && areProposalsFirst
                ? dates.lastProposalDay().plusDays(1)
                : dates.lastSendDay().minusDays(DAYS_TO_PREPARE);
        Instant proposals =
                isOrdinary ? CopenhagenTime.at(dates.lastProposalDay().plusDays(1), LocalTime.MIDNIGHT) : now;
        Instant noticeDue = isOrdinary ? Moments.later(CopenhagenTime.at(look, MORNING), now) : now;
        Instant opinionDue = CopenhagenTime.at(dates.lastSendDay().minusDays(1), AFTERNOON);
        return new AssemblyTimes(
                dates,
                proposals,
                noticeDue,
                CopenhagenTime.at(dates.lastSendDay().plusDays(1), LocalTime.MIDNIGHT),
                opinionDue.isAfter(noticeDue) ? opinionDue : dates.lastSend(),
                startsAt.minus(DOORS));
    }

    /** Which days are lawful. @param latest null when the statutes set no end */
    record Window(LocalDate earliest, @Nullable LocalDate latest, String why) {

        Optional<String> refusal(LocalDate day) {
            if (day.isBefore(earliest)) {
                return Optional.of("Vælg en dag, der kan indkaldes til efter vedtægterne: tidligst "
                        + DanishTime.DAY_WITHOUT_YEAR.format(earliest) + ".");
            }
            return latest != null && day.isAfter(latest)
                    ? Optional.of("Den anden generalforsamling holdes senest "
                            + DanishTime.DAY_WITHOUT_YEAR.format(latest) + "; " + why)
                    : Optional.empty();
        }
    }

    /** @param first the day of the assembly that had no quorum; null for all but its second */
    static Window window(Statutes statutes, AssemblyKind kind, LocalDate today, @Nullable LocalDate first) {
        LocalDate notice = AssemblyDates.earliest(statutes, today, kind == AssemblyKind.ORDINARY);
        if (first == null) {
            return new Window(notice, null, "");
        }
        AssemblyDates before = AssemblyDates.of(statutes, first, true);
        return new Window(
                before.secondFrom().isAfter(notice) ? before.secondFrom() : notice,
                // when nobody has acted in time it is still better held late than never
                before.secondUntil().isBefore(notice) ? null : before.secondUntil(),
                "vedtægterne siger " + statutes.assembly().secondFromWeeks() + "–"
                        + statutes.assembly().secondUntilWeeks() + " uger efter den første.");
    }

    /** The first day that can be announced in time for members to make proposals in peace. */
    static LocalDate wellAnnounced(Statutes statutes, LocalDate today) {
        return today.plusDays(statutes.notices().proposalDays())
                .plusDays(statutes.notices().noticeDays());
    }

    /** The last day on which the statutes want the ordinary assembly. */
    static LocalDate lastOrdinary(Statutes statutes, int accountingYear) {
        return YearMonth.of(accountingYear + 1, statutes.notices().latestMonth())
                .atEndOfMonth();
    }

    /** What is unusual about a day, to be confirmed. */
    static List<String> doubts(
            Statutes statutes, AssemblyKind kind, LocalDate day, LocalDate today, @Nullable Integer accountingYear) {
        List<String> doubts = new ArrayList<>();
        if (kind != AssemblyKind.ORDINARY) {
            return doubts;
        }
        AssemblyDates dates = AssemblyDates.of(statutes, day, true);
        if (today.isAfter(dates.announcedBy())) {
            doubts.add("Dagen " + DanishTime.DAY_WITHOUT_YEAR.format(day) + " skulle være meldt ud senest "
                    + DanishTime.DAY_WITHOUT_YEAR.format(dates.announcedBy())
                    + ", for at medlemmerne har god tid til forslag. Fristen for forslag er "
                    + DanishTime.DAY_WITHOUT_YEAR.format(dates.lastProposalDay()) + ".");
        }
        if (accountingYear != null && day.isAfter(lastOrdinary(statutes, accountingYear))) {
            doubts.add("Vedtægterne siger, at den ordinære generalforsamling holdes senest "
                    + DanishTime.DAY.format(lastOrdinary(statutes, accountingYear)) + "; "
                    + DanishTime.DAY_WITHOUT_YEAR.format(day) + " er senere.");
        }
        return doubts;
    }
}
