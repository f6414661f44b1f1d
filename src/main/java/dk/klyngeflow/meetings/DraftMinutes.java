package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lays what is known ready for approval, with or without key points. */
@Component
class DraftMinutes implements JavaDelegate {

    private final HeldMeetings heldMeetings;

    DraftMinutes(HeldMeetings heldMeetings) {
        this.heldMeetings = heldMeetings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AfterTimes.OfTask task = heldMeetings.draft(
                MeetingWrapUpVariables.CLUSTER_ID.get(execution), MeetingWrapUpVariables.MEETING_ID.get(execution));
        MeetingWrapUpVariables.TASK_DUE_AT.set(execution, task.dueAt());
        MeetingWrapUpVariables.ESCALATE_AT.set(execution, task.escalateAt());
    }
}
