package dk.klyngeflow.handover;

import static dk.klyngeflow.handover.CoordinatorStandInVariables.CLUSTER_ID;
import static dk.klyngeflow.handover.CoordinatorStandInVariables.IS_LEAVE_OVER;
import static dk.klyngeflow.handover.CoordinatorStandInVariables.LEAVE_FROM;
import static dk.klyngeflow.handover.CoordinatorStandInVariables.LEAVE_ID;
import static dk.klyngeflow.handover.CoordinatorStandInVariables.LEAVE_UNTIL;
import static dk.klyngeflow.handover.CoordinatorStandInVariables.REMIND_AT;
import static dk.klyngeflow.handover.CoordinatorStandInVariables.RETURN_AT;
import static dk.klyngeflow.handover.CoordinatorStandInVariables.STAND_IN;
import static dk.klyngeflow.handover.CoordinatorStandInVariables.STARTED_BY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link CoordinatorStandIn} does, in the order of its diagram. */
@Configuration(proxyBeanMethods = false)
class CoordinatorStandInSteps {

    /** Lends the post and tells both. */
    @Bean
    JavaDelegate arrangeStandIn(StandIns standIns) {
        return execution -> {
            StandIns.Arranged arranged = standIns.arrange(
                    execution.getTenantId(),
                    STAND_IN.get(execution),
                    LEAVE_FROM.get(execution),
                    LEAVE_UNTIL.get(execution),
                    STARTED_BY.get(execution));
            execution.setProcessBusinessKey(arranged.leave().businessKey());
            CLUSTER_ID.set(execution, arranged.leave().clusterId());
            LEAVE_ID.set(execution, arranged.leave().leaveId());
            schedule(execution, arranged.times());
        };
    }

    /** Tells both that it ends soon. */
    @Bean
    JavaDelegate remindOfReturn(StandIns standIns) {
        return execution -> standIns.remind(execution.getTenantId(), LEAVE_ID.get(execution));
    }

    /** Looks what the posts say now. */
    @Bean
    JavaDelegate rescheduleReturn(StandIns standIns) {
        return execution -> {
            StandIns.Changed changed = standIns.changed(execution.getTenantId(), LEAVE_ID.get(execution));
            IS_LEAVE_OVER.set(execution, changed.isOver());
            schedule(execution, changed.times());
        };
    }

    /** Ends it and tells both who is coordinator. */
    @Bean
    JavaDelegate closeLeave(StandIns standIns) {
        return execution -> standIns.close(execution.getTenantId(), LEAVE_ID.get(execution));
    }

    private static void schedule(DelegateExecution execution, HandoverTimes.OfLeave times) {
        REMIND_AT.set(execution, times.remindAt());
        RETURN_AT.set(execution, times.returnAt());
    }
}
