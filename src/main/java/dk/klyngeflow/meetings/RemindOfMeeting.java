package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds on the day before. */
@Component
class RemindOfMeeting implements JavaDelegate {

    private final MeetingReplies replies;

    RemindOfMeeting(MeetingReplies replies) {
        this.replies = replies;
    }

    @Override
    public void execute(DelegateExecution execution) {
        replies.dayBefore(execution.getTenantId(), MeetingCycleVariables.MEETING_ID.get(execution));
    }
}
