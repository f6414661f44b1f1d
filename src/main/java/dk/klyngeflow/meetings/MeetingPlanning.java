package dk.klyngeflow.meetings;

import dk.klyngeflow.calendar.CalendarFiles;
import dk.klyngeflow.dataorders.MeetingData;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingEvents;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.members.ClusterSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens meetings and takes what the coordinator has planned. */
@Component
public class MeetingPlanning {

    /**
     * @param isVoteWanted whether the members are asked for topics first
     * @param taskDueAt when the coordinator should have planned
     */
    record Opened(
            Meeting meeting, boolean isVoteWanted, Instant topicVoteClosesAt, Instant taskDueAt, Instant escalateAt) {}

    /**
     * @param times counted backwards from the meeting's day
     * @param isDataSought false also when somebody has decided to go without, and there is no more time now
     */
    record Scheduled(Meeting meeting, MeetingTimes.Backwards times, boolean isDataSought) {}

    private final Meetings meetings;
    private final MeetingPeople people;
    private final MeetingEvents events;
    private final MeetingTimes times;
    private final ClusterSettings settings;
    private final CalendarFiles calendar;
    private final Cases cases;
    private final MeetingData data;

    MeetingPlanning(
            Meetings meetings,
            MeetingPeople people,
            MeetingEvents events,
            MeetingTimes times,
            ClusterSettings settings,
            CalendarFiles calendar,
            Cases cases,
            MeetingData data) {
        this.meetings = meetings;
        this.people = people;
        this.events = events;
        this.times = times;
        this.settings = settings;
        this.calendar = calendar;
        this.cases = cases;
        this.data = data;
    }

    /** Writes down that there is to be a meeting, somewhere between two days. */
    Meeting wanted(String clusterId, LocalDate earliest, LocalDate latest, String by) {
        Meeting meeting = meetings.add(
                clusterId,
                "",
                earliest,
                latest,
                settings.get(clusterId, MeetingSettings.MINUTES),
                calendar.newUid(),
                by);
        people.addMembers(meeting);
        events.add(clusterId, meeting.meetingId(), MeetingEvents.Kind.WISHED, by, "");
        return meeting;
    }

    /**
     * Starts the whole cycle of a meeting.
     *
     * @param asksForTopics whether the members propose and vote first, if the cluster does so at all
     * @return its business key
     */
    @Transactional
    public String start(String clusterId, LocalDate earliest, LocalDate latest, boolean asksForTopics, String by) {
        return start(wanted(clusterId, earliest, latest, by), asksForTopics);
    }

    /** Starts the cycle of a meeting whose topic is known: nobody is asked for another. Joins the caller's transaction. */
    String startKnown(
            String clusterId, LocalDate earliest, LocalDate latest, UnaryOperator<Meeting.Plan> planned, String by) {
        Meeting wanted = wanted(clusterId, earliest, latest, by);
        meetings.plan(wanted, planned.apply(wanted.plan()));
        return start(meetings.get(clusterId, wanted.meetingId()), false);
    }

    private String start(Meeting meeting, boolean asksForTopics) {
        cases.start(
                MeetingCycle.KEY,
                meeting.clusterId(),
                meeting.businessKey(),
                Map.of(
                        MeetingCycleVariables.MEETING_ID.name(),
                        meeting.meetingId(),
                        MeetingCycleVariables.IS_VOTE_WANTED.name(),
                        asksForTopics));
        return meeting.businessKey();
    }

    /** @param asksForTopics what whoever started it has said; the members are not asked when the cluster never does */
    Opened open(String clusterId, String meetingId, boolean asksForTopics) {
        Meeting meeting = meetings.get(clusterId, meetingId);
        boolean isVoteWanted = asksForTopics && settings.get(clusterId, MeetingSettings.TOPIC_VOTE_DAYS) > 0;
        Instant due = times.taskDue(clusterId);
        return new Opened(meeting, isVoteWanted, times.topicVoteCloses(clusterId), due, times.nextLook());
    }

    /** No date was found: the coordinator plans once more. */
    Instant reopen(String clusterId, String meetingId) {
        meetings.status(clusterId, meetingId, MeetingStatus.PLANNING);
        events.add(clusterId, meetingId, MeetingEvents.Kind.NO_DATE, null, "");
        return times.taskDue(clusterId);
    }

    /** What arranging needs to know, counted backwards from the date that was found. */
    Scheduled schedule(String clusterId, String meetingId) {
        Meeting meeting = meetings.get(clusterId, meetingId);
        MeetingTimes.Backwards backwards = times.of(meeting);
        meetings.rsvpCloses(clusterId, meetingId, backwards.rsvpClosesAt());
        people.addMembers(meeting);
        return new Scheduled(meeting, backwards, data.isSoughtFor(meeting));
    }

    void close(String clusterId, String meetingId) {
        meetings.status(clusterId, meetingId, MeetingStatus.CLOSED);
        events.add(clusterId, meetingId, MeetingEvents.Kind.CLOSED, null, "");
    }
}
