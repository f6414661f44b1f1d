package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the colleague who noted for the key points. */
@Component
class AskForKeyPoints implements JavaDelegate {

    private final KeyPoints keyPoints;

    AskForKeyPoints(KeyPoints keyPoints) {
        this.keyPoints = keyPoints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AfterTimes.OfKeyPoints waits = keyPoints.ask(
                MeetingWrapUpVariables.CLUSTER_ID.get(execution), MeetingWrapUpVariables.MEETING_ID.get(execution));
        MeetingWrapUpVariables.KEY_POINTS_REMIND_AT.set(execution, waits.remindAt());
        MeetingWrapUpVariables.KEY_POINTS_LATE_AT.set(execution, waits.lateAt());
    }
}
