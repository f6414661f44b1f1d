package dk.klyngeflow.statutes;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * The dates of one assembly, reckoned backwards and forwards from its day.
 *
 * @param lastSendDay the last day on which the notice can be sent, until 23.59
 * @param lastProposalDay the last day on which proposals are handed in
 * @param announcedBy the last day on which the date can be announced, so that a member has time to make a proposal
 * @param secondFrom the first day of a second assembly, when this one has no quorum
 * @param secondUntil the last
 */
public record AssemblyDates(
        LocalDate day,
        LocalDate lastSendDay,
        LocalDate lastProposalDay,
        LocalDate announcedBy,
        LocalDate secondFrom,
        LocalDate secondUntil) {

    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    /** @param ordinary false for an extraordinary assembly, which has a notice of its own */
    public static AssemblyDates of(Statutes statutes, LocalDate day, boolean ordinary) {
        LocalDate proposals = day.minusDays(statutes.notices().proposalDays());
        return new AssemblyDates(
                day,
                day.minusDays(between(statutes, ordinary)),
                proposals,
                proposals.minusDays(statutes.notices().noticeDays()),
                day.plusWeeks(statutes.assembly().secondFromWeeks()),
                day.plusWeeks(statutes.assembly().secondUntilWeeks()));
    }

    /** The last moment at which the notice can be sent. */
    public Instant lastSend() {
        return CopenhagenTime.at(lastSendDay, LAST_MINUTE);
    }

    /** The first day for which a notice that is sent today is in time. */
    public static LocalDate earliest(Statutes statutes, LocalDate sent, boolean ordinary) {
        return sent.plusDays(between(statutes, ordinary));
    }

    /** Why a notice cannot be sent now; empty when it can. */
    public Optional<String> refusal(Statutes statutes, Instant now, boolean ordinary) {
        LocalDate today = CopenhagenTime.dayOf(now);
        return today.isAfter(lastSendDay)
                ? Optional.of("Indkaldelsen skulle være sendt senest den "
                        + DanishTime.DAY_WITHOUT_YEAR.format(lastSendDay)
                        + " kl. 23.59. Sendes den i dag, kan generalforsamlingen holdes tidligst "
                        + DanishTime.DAY_WITHOUT_YEAR.format(earliest(statutes, today, ordinary)) + ".")
                : Optional.empty();
    }

    /** From the day of sending to the day of the assembly, neither of which counts unless the statutes say so. */
    private static int between(Statutes statutes, boolean ordinary) {
        int days =
                ordinary ? statutes.notices().noticeDays() : statutes.notices().extraordinaryNoticeDays();
        return statutes.notices().sendingDayCounts() ? days : days + 1;
    }
}
