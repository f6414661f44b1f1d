package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Offers tasks that have lain too long to the board as well. */
@Component
class EscalateMeeting implements JavaDelegate {

    private final MeetingEscalation meetingEscalation;

    EscalateMeeting(MeetingEscalation meetingEscalation) {
        this.meetingEscalation = meetingEscalation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MeetingCycleVariables.ESCALATE_AT.set(
                execution, meetingEscalation.offerOverdue(execution.getTenantId(), execution.getProcessBusinessKey()));
    }
}
