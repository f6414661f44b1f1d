package dk.klyngeflow.followup;

import dk.klyngeflow.actions.ActionItemAdded;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.gatherings.Meetings;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a practice says it will try after the minutes is followed up as what was agreed before them. */
@Component
class PromisesOfPractices {

    private final Cases cases;
    private final Meetings meetings;

    PromisesOfPractices(Cases cases, Meetings meetings) {
        this.cases = cases;
        this.meetings = meetings;
    }

    /** The follow-up looks anew for who is to be reminded next; before it has begun nobody waits, and it finds everything. */
    @EventListener
    void added(ActionItemAdded item) {
        cases.tell(
                FollowUp.ACTION_ITEM_ANSWERED,
                item.clusterId(),
                meetings.get(item.clusterId(), item.meetingId()).businessKey() + FollowUp.PART,
                Map.of());
    }
}
