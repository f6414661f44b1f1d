package dk.klyngeflow.dataorders;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.gatherings.Meeting;
import org.springframework.stereotype.Component;

/** Whether the data of a meeting can still come: until somebody has decided to go without, or nobody has in time. */
@Component
public class SoughtData {

    private final Cases cases;
    private final DataOrders orders;

    SoughtData(Cases cases, DataOrders orders) {
        this.cases = cases;
        this.orders = orders;
    }

    /** Asked for, ordered or waiting for a decision. */
    public boolean isSought(Meeting meeting) {
        return meeting.wantsData()
                && !meeting.hasData()
                && cases.isOpen(meeting.clusterId(), meeting.businessKey() + MeetingData.CASE_PART);
    }

    /** Ordered, and nobody has decided to go without since. */
    public boolean isOnItsWay(Meeting meeting) {
        return isSought(meeting)
                && orders.find(meeting.clusterId(), meeting.meetingId())
                        .filter(order -> order.orderedOn() != null)
                        .isPresent();
    }
}
