package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Offers a task of the follow-up that nobody does to the board too. */
@Component
class EscalateFollowUp implements JavaDelegate {

    private final BoardHelp boardHelp;

    EscalateFollowUp(BoardHelp boardHelp) {
        this.boardHelp = boardHelp;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boardHelp.ask(FollowUpVariables.CLUSTER_ID.get(execution), execution.getProcessBusinessKey());
    }
}
