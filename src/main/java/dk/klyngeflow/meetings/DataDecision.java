package dk.klyngeflow.meetings;

import dk.klyngeflow.dataorders.MissingData;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.gatherings.Decisions;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** The data of a meeting will not be there in time: whoever decides on it hears why, until when, and what happens otherwise. */
@Component
class DataDecision {

    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);
    private static final String QUESTION = "Skal mødet holdes uden data?";

    private final Meetings meetings;
    private final MissingData missing;
    private final MeetingTimes times;
    private final Decisions decisions;
    private final CopenhagenTime time;

    DataDecision(Meetings meetings, MissingData missing, MeetingTimes times, Decisions decisions, CopenhagenTime time) {
        this.meetings = meetings;
        this.missing = missing;
        this.times = times;
        this.decisions = decisions;
        this.time = time;
    }

    /** @return until when an answer is waited for */
    Instant ask(String clusterId, String meetingId) {
        Meeting meeting = meetings.get(clusterId, meetingId);
        // not on a Saturday
        LocalDate day = WorkingDays.after(CopenhagenTime.dayOf(times.taskDue(clusterId)), 0);
        Instant until = Decisions.until(CopenhagenTime.at(day, AFTERNOON), time.now(), meeting.start());
        decisions.ask(
                meeting, MeetingDuties.DECIDE_ON_DATA, QUESTION, missing.why(meeting), until, MissingData.OTHERWISE);
        return until;
    }

    /** Nobody has answered. */
    void tell(String clusterId, String meetingId) {
        decisions.tell(
                meetings.get(clusterId, meetingId),
                MeetingDuties.DECIDE_ON_DATA,
                "Der kom ikke svar på, om mødet skal holdes uden data. Det holdes derfor uden, og det står i indkaldelsen. "
                        + "Vil du hellere vente på data, så flyt mødet på dets side.");
    }
}
