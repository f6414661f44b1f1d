package dk.klyngeflow.election;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FriendlyHours;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.members.ClusterSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** When something of an election opens, closes and is reminded of; the clocks of doctors. */
@Component
class ElectionTimes {

    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final int WEEK = 7;
    private static final int LETTERS_DAYS = 3;
    private static final Duration LETTERS_TAKE = Duration.ofHours(1);

    private final ClusterSettings settings;
    private final CopenhagenTime time;

    ElectionTimes(ClusterSettings settings, CopenhagenTime time) {
        this.settings = settings;
        this.time = time;
    }

    record Nominating(Instant reminderAt, Instant closesAt) {}

    record Voting(Instant reminderAt, Instant closesAt) {}

    Nominating nominating(String clusterId) {
        Instant closes = evening(settings.get(clusterId, ElectionSettings.NOMINATION_DAYS));
        return new Nominating(reminder(clusterId, closes), closes);
    }

    Voting voting(String clusterId) {
        Instant closes = evening(settings.get(clusterId, ElectionSettings.BALLOT_DAYS));
        return new Voting(reminder(clusterId, closes), closes);
    }

    Instant acclamation(String clusterId) {
        return evening(settings.get(clusterId, ElectionSettings.ACCLAMATION_DAYS));
    }

    Nominating accepting(String clusterId) {
        Instant closes = evening(settings.get(clusterId, ElectionSettings.ACCEPTANCE_DAYS));
        return new Nominating(reminder(clusterId, closes), closes);
    }

    Instant taskDue(String clusterId) {
        return CopenhagenTime.at(taskDay(clusterId), AFTERNOON);
    }

    /** When it is looked whether a task has lain too long. */
    Instant nextLook() {
        return CopenhagenTime.at(time.today().plusDays(WEEK), MORNING);
    }

    Instant escalation(String clusterId) {
        return CopenhagenTime.at(WorkingDays.after(taskDay(clusterId), 1), MORNING);
    }

    /** The day agreed upon, or as soon as it can be: with time for the two to prepare where one hands the post to the other. */
    LocalDate takesOffice(String clusterId, LocalDate wanted, boolean isHandedOver) {
        LocalDate earliest =
                time.today().plusDays(isHandedOver ? settings.get(clusterId, ElectionSettings.HANDOVER_DAYS) : 0);
        return wanted.isBefore(earliest) ? earliest : wanted;
    }

    /** When the letters with the links have been handed over, or have come back, for the returning officer to look at. */
    Instant lettersCheck() {
        return time.now().plus(LETTERS_TAKE);
    }

    /** From then on it is of no use. */
    Instant lettersTimeUp(Instant closesAt) {
        Instant end = CopenhagenTime.at(WorkingDays.after(time.today().plusDays(LETTERS_DAYS), 0), EVENING);
        return end.isAfter(closesAt) ? closesAt : end;
    }

    /** When the officer's code should have been typed. */
    Instant codeDue(Instant closesAt) {
        return CopenhagenTime.at(WorkingDays.after(CopenhagenTime.dayOf(closesAt), 1), AFTERNOON);
    }

    /** When the board is asked too. */
    Instant codeEscalation(Instant closesAt) {
        return CopenhagenTime.at(WorkingDays.after(CopenhagenTime.dayOf(closesAt), 2), MORNING);
    }

    private LocalDate taskDay(String clusterId) {
        return WorkingDays.after(time.today().plusDays(settings.get(clusterId, ElectionSettings.TASK_DAYS)), 0);
    }

    /** Open for so many days at least: nothing closes on a day on which nobody reads mail. */
    private Instant evening(int days) {
        return CopenhagenTime.at(WorkingDays.after(time.today().plusDays(days), 0), EVENING);
    }

    /** At a friendly hour; at the closing itself when there is none before it. */
    private Instant reminder(String clusterId, Instant closes) {
        int days = settings.get(clusterId, ElectionSettings.REMINDER_DAYS);
        Instant at = FriendlyHours.next(
                CopenhagenTime.at(CopenhagenTime.dayOf(closes).minusDays(days), NOON));
        return at.isBefore(closes) && at.isAfter(time.now()) ? at : closes;
    }
}
