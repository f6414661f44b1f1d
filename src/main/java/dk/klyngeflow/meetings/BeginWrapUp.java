package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes the meeting held and gives the coordinator time to record it. */
@Component
class BeginWrapUp implements JavaDelegate {

    private final HeldMeetings heldMeetings;

    BeginWrapUp(HeldMeetings heldMeetings) {
        this.heldMeetings = heldMeetings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AfterTimes.OfTask task = heldMeetings.begin(
                MeetingWrapUpVariables.CLUSTER_ID.get(execution), MeetingWrapUpVariables.MEETING_ID.get(execution));
        MeetingWrapUpVariables.TASK_DUE_AT.set(execution, task.dueAt());
        MeetingWrapUpVariables.ESCALATE_AT.set(execution, task.escalateAt());
    }
}
