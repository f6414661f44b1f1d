package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says when the topic is measured again and when the meeting is let go. */
@Component
class PlanFollowUp implements JavaDelegate {

    private final FollowUps followUps;

    PlanFollowUp(FollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AfterTimes.OfFollowUp plan = followUps.plan(
                FollowUpVariables.CLUSTER_ID.get(execution), FollowUpVariables.MEETING_ID.get(execution));
        FollowUpVariables.RE_MEASURE_AT.set(execution, plan.reMeasureAt());
        FollowUpVariables.CLOSES_AT.set(execution, plan.closesAt());
    }
}
