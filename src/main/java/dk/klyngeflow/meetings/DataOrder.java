package dk.klyngeflow.meetings;

import dk.klyngeflow.dataorders.DataOrders;
import dk.klyngeflow.dataorders.MeetingData;
import dk.klyngeflow.dataorders.PracticeAnswered;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.members.MemberLeft;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The process {@code data-order}: asks the practices for their accept, has the data package ordered and lays it with the meeting. */
@Component
class DataOrder {

    static final String KEY = "data-order";

    private static final String ANSWERED = "meetings.allPracticesAnswered";

    private final Cases cases;
    private final DataOrders orders;
    private final Meetings meetings;

    DataOrder(Cases cases, DataOrders orders, Meetings meetings) {
        this.cases = cases;
        this.orders = orders;
        this.meetings = meetings;
    }

    @EventListener
    void answered(PracticeAnswered answered) {
        goOnIfAllHaveAnswered(answered.clusterId(), answered.meetingId());
    }

    /** When nobody is missing the case goes on at once; one that has gone on already hears nothing. */
    private void goOnIfAllHaveAnswered(String clusterId, String meetingId) {
        if (orders.practices(clusterId, meetingId).stream().allMatch(practice -> practice.accepts() != null)) {
            String meeting = meetings.get(clusterId, meetingId).businessKey();
            cases.tell(ANSWERED, clusterId, meeting + MeetingData.CASE_PART, Map.of());
        }
    }

    /** Nobody waits for a practice whose last GP has left. */
    @EventListener
    void left(MemberLeft left) {
        orders.notOrdered(left.clusterId()).forEach(meeting -> goOnIfAllHaveAnswered(left.clusterId(), meeting));
    }
}
