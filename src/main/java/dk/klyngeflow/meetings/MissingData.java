package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.meetings.DataOrders.PracticeConsent;
import dk.klyngeflow.members.ClusterSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** The data of a meeting will not be there in time: whoever decides on it hears why, until when, and what happens otherwise. */
@Component
class MissingData {

    static final String OTHERWISE =
            "Svarer ingen inden da, holdes mødet uden data; det står i indkaldelsen, og du får det at vide.";

    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);
    private static final String QUESTION = "Skal mødet holdes uden data?";

    private final Meetings meetings;
    private final DataOrders orders;
    private final MeetingData data;
    private final MeetingTimes times;
    private final Decisions decisions;
    private final ClusterSettings settings;
    private final CopenhagenTime time;

    MissingData(
            Meetings meetings,
            DataOrders orders,
            MeetingData data,
            MeetingTimes times,
            Decisions decisions,
            ClusterSettings settings,
            CopenhagenTime time) {
        this.meetings = meetings;
        this.orders = orders;
        this.data = data;
        this.times = times;
        this.decisions = decisions;
        this.settings = settings;
        this.time = time;
    }

    /** @return until when an answer is waited for */
    Instant ask(String clusterId, String meetingId) {
        Meeting meeting = meetings.get(clusterId, meetingId);
        // not on a Saturday
        LocalDate day = WorkingDays.after(CopenhagenTime.dayOf(times.taskDue(clusterId)), 0);
        Instant until = Decisions.until(CopenhagenTime.at(day, AFTERNOON), time.now(), meeting.start());
        decisions.ask(meeting, MeetingDuties.DECIDE_ON_DATA, QUESTION, why(meeting), until, OTHERWISE);
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

    /** What has happened, in a sentence or two. */
    String why(Meeting meeting) {
        if (isOrdered(meeting)) {
            return "Datapakken er bestilt, men data er ikke kommet.";
        }
        List<PracticeConsent> practices = orders.practices(meeting.clusterId(), meeting.meetingId());
        long accept = practices.stream().filter(MeetingData::accepts).count();
        long days = ChronoUnit.DAYS.between(time.today(), meeting.day());
        int lead = settings.get(meeting.clusterId(), DataSettings.LEAD_DAYS);
        String time =
                days < lead ? " Den skal bestilles " + lead + " dage før mødet, og der er " + days + " tilbage." : "";
        return (accept == 0 ? "Ingen praksis har sagt ja til data" : accept + " praksis har sagt ja til data")
                + ", og datapakken er ikke bestilt." + time;
    }

    /** True when data could still come before the meeting. */
    boolean canBeTried(Meeting meeting) {
        Instant last = MeetingData.lastChance(meeting);
        return time.now().isBefore(last)
                && (isOrdered(meeting)
                        || (data.orderBy(meeting).isBefore(last)
                                && orders.practices(meeting.clusterId(), meeting.meetingId()).stream()
                                        .anyMatch(practice -> !Boolean.FALSE.equals(practice.accepts()))));
    }

    /** What happens when it is tried all the same. */
    String howTried(Meeting meeting) {
        return (isOrdered(meeting)
                        ? "Sekretæren lægger data ved, når de kommer; vi venter til "
                        : "Praksis, der ikke har svaret, bliver spurgt igen, og sekretæren bestiller datapakken; vi venter til ")
                + CopenhagenTime.dayInWords(MeetingData.lastChance(meeting)) + ".";
    }

    private boolean isOrdered(Meeting meeting) {
        return orders.find(meeting.clusterId(), meeting.meetingId())
                .filter(order -> order.orderedOn() != null)
                .isPresent();
    }
}
