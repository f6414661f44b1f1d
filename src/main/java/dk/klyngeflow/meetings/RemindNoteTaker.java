package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the colleague who noted, once. */
@Component
class RemindNoteTaker implements JavaDelegate {

    private final KeyPoints keyPoints;

    RemindNoteTaker(KeyPoints keyPoints) {
        this.keyPoints = keyPoints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        keyPoints.remind(
                MeetingWrapUpVariables.CLUSTER_ID.get(execution), MeetingWrapUpVariables.MEETING_ID.get(execution));
    }
}
