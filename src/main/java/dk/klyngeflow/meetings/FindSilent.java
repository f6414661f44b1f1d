package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds the members who have stayed away without a word. */
@Component
class FindSilent implements JavaDelegate {

    private final SilentMembers silent;

    FindSilent(SilentMembers silent) {
        this.silent = silent;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SilentMembers.Found found =
                silent.find(FollowUpVariables.CLUSTER_ID.get(execution), FollowUpVariables.MEETING_ID.get(execution));
        FollowUpVariables.IS_ANYBODY_SILENT.set(execution, found.anybody());
        FollowUpVariables.TASK_DUE_AT.set(execution, found.task().dueAt());
        FollowUpVariables.ESCALATE_AT.set(execution, found.task().escalateAt());
    }
}
