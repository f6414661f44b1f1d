package dk.klyngeflow.handover;

import static dk.klyngeflow.handover.DutyHandoverVariables.DIRECTION;
import static dk.klyngeflow.handover.DutyHandoverVariables.DUTY;
import static dk.klyngeflow.handover.DutyHandoverVariables.RECEIVER;
import static dk.klyngeflow.handover.DutyHandoverVariables.STARTED_BY;

import dk.klyngeflow.handover.DutyHandoverVariables.Direction;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Moves a duty to another person or back to its role, and the open tasks with it. */
@Component
class MoveDuty implements JavaDelegate {

    private final DutyMoves moves;

    MoveDuty(DutyMoves moves) {
        this.moves = moves;
    }

    @Override
    public void execute(DelegateExecution execution) {
        moves.move(
                execution.getTenantId(),
                DUTY.get(execution),
                DIRECTION.find(execution).orElse(Direction.GIVE),
                RECEIVER.find(execution),
                STARTED_BY.get(execution));
    }
}
