package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives the coordinator time to measure again. */
@Component
class OpenReMeasure implements JavaDelegate {

    private final HeldMeetings heldMeetings;

    OpenReMeasure(HeldMeetings heldMeetings) {
        this.heldMeetings = heldMeetings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AfterTimes.OfTask task = heldMeetings.openReMeasure(
                FollowUpVariables.CLUSTER_ID.get(execution), FollowUpVariables.MEETING_ID.get(execution));
        FollowUpVariables.TASK_DUE_AT.set(execution, task.dueAt());
        FollowUpVariables.ESCALATE_AT.set(execution, task.escalateAt());
    }
}
