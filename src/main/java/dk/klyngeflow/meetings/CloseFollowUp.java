package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends the links that asked after the meeting. */
@Component
class CloseFollowUp implements JavaDelegate {

    private final FollowUps followUps;

    CloseFollowUp(FollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        followUps.close(FollowUpVariables.CLUSTER_ID.get(execution), FollowUpVariables.MEETING_ID.get(execution));
    }
}
