package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds when somebody is to be reminded next, if anything is still open. */
@Component
class FindNextReminder implements JavaDelegate {

    private final FollowUps followUps;

    FindNextReminder(FollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FollowUps.Next next = followUps.next(
                FollowUpVariables.CLUSTER_ID.get(execution), FollowUpVariables.MEETING_ID.get(execution));
        FollowUpVariables.ARE_ITEMS_OPEN.set(execution, next.areItemsOpen());
        FollowUpVariables.NEXT_REMINDER_AT.set(execution, next.at());
    }
}
