package dk.klyngeflow.dataorders;

import dk.klyngeflow.dataorders.DataOrders.PracticeConsent;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.members.ClusterSettings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** The data of a meeting will not be there in time: why, and whether it can be tried all the same. */
@Component
public class MissingData {

    public static final String OTHERWISE =
            "Svarer ingen inden da, holdes mødet uden data; det står i indkaldelsen, og du får det at vide.";

    private final DataOrders orders;
    private final MeetingData data;
    private final ClusterSettings settings;
    private final CopenhagenTime time;

    MissingData(DataOrders orders, MeetingData data, ClusterSettings settings, CopenhagenTime time) {
        this.orders = orders;
        this.data = data;
        this.settings = settings;
        this.time = time;
    }

    /** What has happened, in a sentence or two. */
    public String why(Meeting meeting) {
        if (isOrdered(meeting)) {
            return "Datapakken er bestilt, men data er ikke kommet.";
        }
        List<PracticeConsent> practices = orders.practices(meeting.clusterId(), meeting.meetingId());
        long accept = practices.stream().filter(PracticeConsent::isYes).count();
        long days = ChronoUnit.DAYS.between(time.today(), meeting.day());
        int lead = settings.get(meeting.clusterId(), DataSettings.LEAD_DAYS);
        String time =
                days < lead ? " Den skal bestilles " + lead + " dage før mødet, og der er " + days + " tilbage." : "";
        return (accept == 0 ? "Ingen praksis har sagt ja til data" : accept + " praksis har sagt ja til data")
                + ", og datapakken er ikke bestilt." + time;
    }

    /** True when data could still come before the meeting. */
    public boolean canBeTried(Meeting meeting) {
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
