package dk.klyngeflow.handover;

import static dk.klyngeflow.handover.DutyHandoverVariables.DIRECTION;
import static dk.klyngeflow.handover.DutyHandoverVariables.DUTY;
import static dk.klyngeflow.handover.DutyHandoverVariables.RECEIVER;
import static dk.klyngeflow.handover.DutyHandoverVariables.STARTED_BY;

import dk.klyngeflow.handover.DutyHandoverVariables.Direction;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link DutyHandover} does, in the order of its diagram. */
@Configuration(proxyBeanMethods = false)
class DutyHandoverSteps {

    /** Moves a duty to another person or back to its role, and the open tasks with it. */
    @Bean
    JavaDelegate moveDuty(DutyMoves moves) {
        return execution -> moves.move(
                execution.getTenantId(),
                DUTY.get(execution),
                DIRECTION.find(execution).orElse(Direction.GIVE),
                RECEIVER.find(execution),
                STARTED_BY.get(execution));
    }
}
