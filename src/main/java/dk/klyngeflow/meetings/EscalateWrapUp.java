package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Offers a task of the minutes that nobody does to the board too. */
@Component
class EscalateWrapUp implements JavaDelegate {

    private final BoardHelp boardHelp;

    EscalateWrapUp(BoardHelp boardHelp) {
        this.boardHelp = boardHelp;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boardHelp.ask(MeetingWrapUpVariables.CLUSTER_ID.get(execution), execution.getProcessBusinessKey());
    }
}
