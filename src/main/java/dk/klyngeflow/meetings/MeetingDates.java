package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingEvents;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.polls.Asked;
import dk.klyngeflow.polls.DatePolls;
import dk.klyngeflow.polls.NewPoll;
import dk.klyngeflow.polls.Poll;
import dk.klyngeflow.polls.PollMatter;
import dk.klyngeflow.security.Role;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the date of a meeting by asking those who are to come. */
@Component
class MeetingDates {

    /** Stands behind the business key of the meeting in that of its search for a date. */
    static final String CASE_PART = Meeting.DATES;

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);

    private final Meetings meetings;
    private final MeetingPeople people;
    private final MeetingEvents events;
    private final DatePolls polls;
    private final ClusterSettings settings;
    private final People members;
    private final Cases cases;
    private final CopenhagenTime time;

    MeetingDates(
            Meetings meetings,
            MeetingPeople people,
            MeetingEvents events,
            DatePolls polls,
            ClusterSettings settings,
            People members,
            Cases cases,
            CopenhagenTime time) {
        this.meetings = meetings;
        this.people = people;
        this.events = events;
        this.polls = polls;
        this.settings = settings;
        this.members = members;
        this.cases = cases;
        this.time = time;
    }

    record Opened(String pollId, DatePollTimes times) {}

    /**
     * @param taskDueAt when the coordinator should have acted
     * @param escalateAt when the board may, too
     */
    record Due(Instant taskDueAt, Instant escalateAt) {}

    record Closed(boolean isAnyDatePossible, Due due) {}

    /** Asks everybody who is to come about the dates proposed for the meeting. */
    Opened open(String clusterId, String meetingId) {
        Meeting meeting = meetings.get(clusterId, meetingId);
        List<Instant> starts = meetings.proposedTimes(clusterId, meetingId);
        DatePollTimes times = times(clusterId, starts);
        List<Asked> asked = people.of(meeting).stream()
                .map(invited -> new Asked(invited.personId(), invited.required()))
                .toList();
        String pollId = polls.open(new NewPoll(
                        clusterId,
                        meeting.businessKey() + CASE_PART,
                        new PollMatter(
                                meeting.title(),
                                meeting.text(),
                                meeting.minutes(),
                                Math.max(1, settings.get(clusterId, DatePollSettings.MINIMUM))),
                        starts,
                        asked,
                        times.closesAt()))
                .pollId();
        events.add(clusterId, meetingId, MeetingEvents.Kind.DATES_ASKED, null, starts.size() + " datoer");
        return new Opened(pollId, times);
    }

    /** Of a poll that is opened now. */
    DatePollTimes times(String clusterId, List<Instant> starts) {
        return DatePollTimes.from(
                time.now(),
                starts.get(0),
                settings.get(clusterId, DatePollSettings.OPEN_DAYS),
                settings.get(clusterId, DatePollSettings.FIRST_REMINDER_DAYS),
                settings.get(clusterId, DatePollSettings.LAST_REMINDER_DAYS));
    }

    /** The poll about the meeting's date that was opened last. */
    Optional<Poll> poll(Meeting meeting) {
        return polls.newest(meeting.clusterId(), meeting.businessKey() + CASE_PART);
    }

    Closed close(String clusterId, String pollId) {
        polls.close(clusterId, pollId);
        return new Closed(polls.result(clusterId, pollId).isAnyDatePossible(), due(clusterId));
    }

    /** Counted from now, for a task that comes now. */
    Due due(String clusterId) {
        return new Due(
                CopenhagenTime.at(
                        time.today().plusDays(settings.get(clusterId, DatePollSettings.TASK_DAYS)), AFTERNOON),
                CopenhagenTime.at(
                        time.today().plusDays(Math.max(1, settings.get(clusterId, DatePollSettings.ESCALATE_DAYS))),
                        MORNING));
    }

    void fix(String clusterId, String meetingId, String pollId, int option) {
        Instant start = polls.choose(clusterId, pollId, option);
        meetings.fixDate(clusterId, meetingId, start);
        events.add(clusterId, meetingId, MeetingEvents.Kind.DATE_CHOSEN, null, CopenhagenTime.inWords(start));
    }

    /** The meeting is cancelled: no poll about it takes answers any longer. */
    void stopAsking(Meeting meeting) {
        polls.closeAll(meeting.clusterId(), meeting.businessKey() + CASE_PART);
    }

    void offerToBoard(String clusterId, String meetingId) {
        cases.offer(
                clusterId,
                meetings.get(clusterId, meetingId).businessKey() + CASE_PART,
                members.holding(clusterId, Role.BOARD).stream().map(Person::id).collect(Collectors.toSet()));
    }
}
