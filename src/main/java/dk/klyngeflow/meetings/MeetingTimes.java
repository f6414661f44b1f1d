package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FriendlyHours;
import dk.klyngeflow.engine.Moments;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.members.ClusterSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** When things must happen, counted backwards from the day of the meeting: instants computed from Danish days and hours. */
@Component
class MeetingTimes {

    private static final Duration LEAST_TO_ANSWER = Duration.ofDays(2);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);

    /**
     * @param agendaDueAt when the agenda is drafted
     * @param agendaLateAt when it goes out as it is, so that nobody is reminded of a meeting she has just been called to
     * @param rsvpReminderAt when those who are silent are reminded
     * @param rsvpClosesAt when the caterer is told how many come
     * @param dayBeforeAt when everybody is reminded of the meeting
     */
    record Backwards(
            Instant agendaDueAt,
            Instant agendaLateAt,
            Instant rsvpReminderAt,
            Instant rsvpClosesAt,
            Instant dayBeforeAt,
            Instant meetingEndsAt) {}

    private final ClusterSettings settings;
    private final CopenhagenTime time;

    MeetingTimes(ClusterSettings settings, CopenhagenTime time) {
        this.settings = settings;
        this.time = time;
    }

    /** A meeting that is near loses its leads and not its steps: people get half of the time that is left. */
    Backwards of(Meeting meeting) {
        int agenda = settings.get(meeting.clusterId(), MeetingSettings.AGENDA_DAYS);
        int rsvp = settings.get(meeting.clusterId(), MeetingSettings.RSVP_DAYS);
        int reminder = settings.get(meeting.clusterId(), MeetingSettings.RSVP_REMINDER_DAYS);
        return of(time.now(), meeting, agenda, rsvp, reminder);
    }

    static Backwards of(Instant now, Meeting meeting, int agendaDays, int rsvpDays, int reminderDays) {
        LocalDate day = meeting.day();
        Instant wanted = CopenhagenTime.at(day.minusDays(rsvpDays), NOON);
        // people who hear of a near date today must still have half the time that is left
        Instant closes = wanted.isAfter(now.plus(LEAST_TO_ANSWER))
                ? wanted
                : now.plus(Duration.between(now, meeting.start()).dividedBy(2));
        Instant asked = CopenhagenTime.at(day.minusDays(rsvpDays + reminderDays), MORNING);
        Instant friendly = FriendlyHours.next(Moments.later(asked, now));
        // no time for a reminder: it then comes when nobody can be reminded any longer
        Instant reminder = asked.isAfter(now) && friendly.isBefore(closes) ? friendly : closes;
        Instant agenda = Moments.later(CopenhagenTime.at(day.minusDays(agendaDays), MORNING), now);
        Instant late = reminder.minus(LEAST_TO_ANSWER);
        return new Backwards(
                agenda,
                late.isAfter(agenda.plus(LEAST_TO_ANSWER))
                        ? late
                        : agenda.plus(Duration.between(agenda, reminder).dividedBy(2)),
                reminder,
                closes,
                CopenhagenTime.at(day.minusDays(1), NOON),
                meeting.end());
    }

    /** When the agenda of a meeting at that moment is drafted. */
    Instant agendaDue(String clusterId, Instant start) {
        return Moments.later(
                CopenhagenTime.at(
                        CopenhagenTime.dayOf(start).minusDays(settings.get(clusterId, MeetingSettings.AGENDA_DAYS)),
                        MORNING),
                time.now());
    }

    /** When a task that comes now should be done: in the afternoon, some days from now. */
    Instant taskDue(String clusterId) {
        return taskDueAfter(clusterId, time.now());
    }

    /** When a task that comes at that moment should be done. */
    Instant taskDueAfter(String clusterId, Instant moment) {
        return CopenhagenTime.at(
                CopenhagenTime.dayOf(moment).plusDays(settings.get(clusterId, MeetingSettings.TASK_DAYS)), AFTERNOON);
    }

    /** When it is next looked for tasks that lie still. */
    Instant nextLook() {
        return CopenhagenTime.at(time.today().plusDays(7), MORNING);
    }

    /** When even the follow-up of a meeting held by now is over. */
    Instant longAfter() {
        return CopenhagenTime.at(time.today().plusYears(2), MORNING);
    }

    /** Tasks due before this moment have lain too long. */
    Instant tooLongAgo(String clusterId) {
        return CopenhagenTime.at(
                time.today().minusDays(settings.get(clusterId, MeetingSettings.ESCALATE_DAYS)), AFTERNOON);
    }

    Instant topicVoteCloses(String clusterId) {
        return CopenhagenTime.at(
                time.today().plusDays(settings.get(clusterId, MeetingSettings.TOPIC_VOTE_DAYS)), AFTERNOON);
    }
}
