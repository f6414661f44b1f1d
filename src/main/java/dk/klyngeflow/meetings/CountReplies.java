package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Counts who comes and tells the caterer. */
@Component
class CountReplies implements JavaDelegate {

    private final MeetingReplies meetingReplies;

    CountReplies(MeetingReplies meetingReplies) {
        this.meetingReplies = meetingReplies;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MeetingReplies.Counted counted =
                meetingReplies.close(execution.getTenantId(), MeetingCycleVariables.MEETING_ID.get(execution));
        MeetingCycleVariables.IS_ENOUGH.set(execution, counted.isEnough());
        MeetingCycleVariables.TASK_DUE_AT.set(execution, counted.decideBy());
    }
}
