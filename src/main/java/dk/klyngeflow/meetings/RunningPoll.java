package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.FriendlyHours;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingEvents;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.polls.DatePolls;
import dk.klyngeflow.polls.Poll;
import dk.klyngeflow.polls.PollGrid;
import dk.klyngeflow.polls.PollResult;
import dk.klyngeflow.polls.Voice;
import dk.klyngeflow.security.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The poll about a meeting's date while it runs: how it stands, and what those who plan may do to it. The process follows. */
@Component
class RunningPoll {

    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final LocalTime NOON = LocalTime.of(12, 0);

    private final MeetingDates dates;
    private final DatePolls polls;
    private final MeetingEvents events;
    private final ClusterSettings settings;
    private final Cases cases;
    private final CopenhagenTime time;

    RunningPoll(
            MeetingDates dates,
            DatePolls polls,
            MeetingEvents events,
            ClusterSettings settings,
            Cases cases,
            CopenhagenTime time) {
        this.dates = dates;
        this.polls = polls;
        this.events = events;
        this.settings = settings;
        this.cases = cases;
        this.time = time;
    }

    /**
     * @param isOpen while people can answer
     * @param closes in words
     * @param chart address of the picture
     */
    record View(
            String pollId, boolean isOpen, String closes, Answers answers, String why, String chart, PollGrid grid) {}

    /** @param silent names of those who have not answered */
    record Answers(int asked, int answered, List<String> silent) {}

    /** Null when nobody has been asked yet, or a date has been chosen. */
    @Nullable
    View of(Meeting meeting) {
        return meeting.startsAt() != null
                        || meeting.status() != MeetingStatus.DATING && meeting.status() != MeetingStatus.PLANNING
                ? null
                : dates.poll(meeting)
                        .filter(poll -> poll.chosenOption() == null)
                        .filter(poll -> meeting.status() == MeetingStatus.DATING || poll.takesAnswersAt(time.now()))
                        .map(this::view)
                        .orElse(null);
    }

    private View view(Poll poll) {
        PollResult result = polls.result(poll.clusterId(), poll.pollId());
        List<String> silent = result.voices().stream()
                .filter(Voice::isSilent)
                .map(Voice::name)
                .toList();
        return new View(
                poll.pollId(),
                poll.takesAnswersAt(time.now()),
                CopenhagenTime.inWords(poll.closesAt()),
                new Answers(result.voices().size(), result.voices().size() - silent.size(), silent),
                result.why(),
                "/api/clusters/" + poll.clusterId() + "/date-polls/" + poll.pollId() + "/chart.svg",
                PollGrid.of(result));
    }

    /** @return how many were reminded */
    @Transactional
    public int remind(Meeting meeting, String by) {
        int silent = polls.remind(meeting.clusterId(), open(meeting).pollId());
        events.add(
                meeting.clusterId(),
                meeting.meetingId(),
                MeetingEvents.Kind.DATES_REMINDED,
                by,
                silent + " har ikke svaret");
        return silent;
    }

    /** Everybody may answer until the evening of that day; those who are silent hear of it at once. */
    @Transactional
    public Instant prolong(Meeting meeting, LocalDate lastDay, String by) {
        Poll poll = open(meeting);
        Instant closes = CopenhagenTime.at(lastDay, EVENING);
        LocalDate first = CopenhagenTime.dayOf(poll.options().get(0).startsAt());
        if (!closes.isAfter(poll.closesAt())) {
            throw Refused.badRequest("Afstemningen slutter allerede " + CopenhagenTime.inWords(poll.closesAt())
                    + ". Vælg en senere dag, eller luk den nu.");
        }
        if (!lastDay.isBefore(first)) {
            throw Refused.badRequest("Afstemningen skal slutte før den første dato, der er spurgt om: "
                    + DanishTime.WEEKDAY_WITHOUT_YEAR.format(first) + ". Vælg en tidligere dag.");
        }
        String caseKey = meeting.businessKey() + MeetingDates.CASE_PART;
        boolean follows = cases.moveTimerOf(
                meeting.clusterId(),
                caseKey,
                "pollClosed",
                closes,
                Map.of(DatePollVariables.POLL_CLOSES_AT.name(), DatePollVariables.POLL_CLOSES_AT.write(closes)));
        if (!follows || !polls.prolong(meeting.clusterId(), poll.pollId(), closes)) {
            throw over();
        }
        int days = settings.get(meeting.clusterId(), DatePollSettings.LAST_REMINDER_DAYS);
        if (days > 0) {
            cases.moveTimerOf(
                    meeting.clusterId(),
                    caseKey,
                    "lastReminderDue",
                    FriendlyHours.next(CopenhagenTime.at(lastDay.minusDays(days), NOON)),
                    Map.of());
        }
        polls.remind(meeting.clusterId(), poll.pollId());
        events.add(
                meeting.clusterId(),
                meeting.meetingId(),
                MeetingEvents.Kind.POLL_PROLONGED,
                by,
                CopenhagenTime.inWords(closes));
        return closes;
    }

    /** The case goes on as if everybody had answered. */
    @Transactional
    public void close(Meeting meeting, String by) {
        Poll poll = open(meeting);
        polls.close(meeting.clusterId(), poll.pollId());
        if (!cases.tell(
                DatePoll.ANSWERED, meeting.clusterId(), meeting.businessKey() + MeetingDates.CASE_PART, Map.of())) {
            throw over();
        }
        events.add(meeting.clusterId(), meeting.meetingId(), MeetingEvents.Kind.POLL_CLOSED_EARLY, by, "");
    }

    private Poll open(Meeting meeting) {
        Optional<Poll> poll = dates.poll(meeting);
        return poll.filter(each -> each.takesAnswersAt(time.now())).orElseThrow(RunningPoll::over);
    }

    private static Refused over() {
        return Refused.conflict(
                "Afstemningen er allerede slut. Hent siden igen, og se, hvem der skal vælge datoen.", Map.of());
    }
}
