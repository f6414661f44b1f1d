package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the GPs for their practices' accept. */
@Component
class AskConsents implements JavaDelegate {

    private final MeetingData data;

    AskConsents(MeetingData data) {
        this.data = data;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MeetingData.Asked asked = data.ask(execution.getTenantId(), DataOrderVariables.MEETING_ID.get(execution));
        DataOrderVariables.CONSENT_REMINDER_AT.set(execution, asked.reminderAt());
        DataOrderVariables.CONSENTS_CLOSE_AT.set(execution, asked.closesAt());
        DataOrderVariables.ORDER_CLOSES_AT.set(execution, asked.orderClosesAt());
    }
}
