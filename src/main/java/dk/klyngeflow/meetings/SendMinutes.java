package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the minutes to everybody. */
@Component
class SendMinutes implements JavaDelegate {

    private final Minutes minutes;

    SendMinutes(Minutes minutes) {
        this.minutes = minutes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        minutes.send(
                MeetingWrapUpVariables.CLUSTER_ID.get(execution), MeetingWrapUpVariables.MEETING_ID.get(execution));
    }
}
