package dk.klyngeflow.handover;

import static dk.klyngeflow.handover.CoordinatorHandoverVariables.CASE_LABEL;
import static dk.klyngeflow.handover.CoordinatorHandoverVariables.CLUSTER_ID;
import static dk.klyngeflow.handover.CoordinatorHandoverVariables.DECIDE_AT;
import static dk.klyngeflow.handover.CoordinatorHandoverVariables.ESCALATE_AT;
import static dk.klyngeflow.handover.CoordinatorHandoverVariables.FINISH_DUE_AT;
import static dk.klyngeflow.handover.CoordinatorHandoverVariables.FINISH_ESCALATE_AT;
import static dk.klyngeflow.handover.CoordinatorHandoverVariables.HANDOVER_AT;
import static dk.klyngeflow.handover.CoordinatorHandoverVariables.HANDOVER_DAY;
import static dk.klyngeflow.handover.CoordinatorHandoverVariables.HANDOVER_ID;
import static dk.klyngeflow.handover.CoordinatorHandoverVariables.IS_BOARD_NEEDED;
import static dk.klyngeflow.handover.CoordinatorHandoverVariables.IS_POST_MOVED;
import static dk.klyngeflow.handover.CoordinatorHandoverVariables.IS_POST_MOVING;
import static dk.klyngeflow.handover.CoordinatorHandoverVariables.IS_SECRETARY_NEEDED;
import static dk.klyngeflow.handover.CoordinatorHandoverVariables.IS_SOMETHING_LEFT;
import static dk.klyngeflow.handover.CoordinatorHandoverVariables.REMIND_AT;
import static dk.klyngeflow.handover.CoordinatorHandoverVariables.STARTED_BY;
import static dk.klyngeflow.handover.CoordinatorHandoverVariables.SUCCESSOR;
import static dk.klyngeflow.handover.CoordinatorHandoverVariables.TASK_DUE_AT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link CoordinatorHandover} does, in the order of its diagram. */
@Configuration(proxyBeanMethods = false)
class CoordinatorHandoverSteps {

    private static final String ANOTHER_PROCESS = "klyngeflow";

    /** Writes the list, lets the successor in and tells both. */
    @Bean
    JavaDelegate beginHandover(PostHandovers postHandovers) {
        return execution -> {
            PostHandovers.Begun begun = postHandovers.begin(
                    execution.getTenantId(),
                    SUCCESSOR.get(execution),
                    HANDOVER_DAY.get(execution),
                    STARTED_BY.find(execution).orElse(ANOTHER_PROCESS));
            execution.setProcessBusinessKey(begun.handover().businessKey());
            CLUSTER_ID.set(execution, begun.handover().clusterId());
            HANDOVER_ID.set(execution, begun.handover().handoverId());
            IS_POST_MOVING.set(execution, true);
            IS_POST_MOVED.set(execution, false);
            prepare(execution, begun);
        };
    }

    /** Files the note and mails it to the successor. */
    @Bean
    JavaDelegate writeNote(HandoverNotes handoverNotes) {
        return execution -> handoverNotes.write(execution.getTenantId(), HANDOVER_ID.get(execution));
    }

    /** Reminds whoever of the two has not confirmed. */
    @Bean
    JavaDelegate remindOfHandover(PostHandovers postHandovers) {
        return execution -> postHandovers.remind(execution.getTenantId(), HANDOVER_ID.get(execution));
    }

    /** Asks the chair what is to happen. */
    @Bean
    JavaDelegate askChair(PostHandovers postHandovers) {
        return execution -> {
            HandoverTimes.OfTask task = postHandovers.askChair(execution.getTenantId(), HANDOVER_ID.get(execution));
            TASK_DUE_AT.set(execution, task.dueAt());
            ESCALATE_AT.set(execution, task.escalateAt());
        };
    }

    /** Asks the whole board. */
    @Bean
    JavaDelegate offerDecision(PostHandovers postHandovers) {
        return execution -> postHandovers.offer(execution.getTenantId(), execution.getProcessBusinessKey());
    }

    /** Agrees another day or another successor. */
    @Bean
    JavaDelegate renewHandover(PostHandovers postHandovers) {
        return execution -> prepare(
                execution,
                postHandovers.renew(
                        execution.getTenantId(),
                        HANDOVER_ID.get(execution),
                        SUCCESSOR.get(execution),
                        HANDOVER_DAY.get(execution)));
    }

    /** Ends it and says why. */
    @Bean
    JavaDelegate stopHandover(PostHandovers postHandovers) {
        return execution -> postHandovers.stop(execution.getTenantId(), HANDOVER_ID.get(execution));
    }

    /** Moves the post, and with it all that hangs on it. */
    @Bean
    JavaDelegate movePost(PostHandovers postHandovers) {
        return execution -> {
            postHandovers.move(execution.getTenantId(), HANDOVER_ID.get(execution));
            IS_POST_MOVED.set(execution, true);
        };
    }

    /** Tells everybody who it is now. */
    @Bean
    JavaDelegate announceHandover(PostHandovers postHandovers) {
        return execution -> {
            PostHandovers.Announced announced =
                    postHandovers.announce(execution.getTenantId(), HANDOVER_ID.get(execution));
            IS_SOMETHING_LEFT.set(execution, announced.isSomethingLeft());
            FINISH_DUE_AT.set(execution, announced.rest().dueAt());
            FINISH_ESCALATE_AT.set(execution, announced.rest().escalateAt());
        };
    }

    /** Offers the board what is left on the list. */
    @Bean
    JavaDelegate offerChecklist(PostHandovers postHandovers) {
        return execution -> postHandovers.offer(execution.getTenantId(), execution.getProcessBusinessKey());
    }

    private static void prepare(DelegateExecution execution, PostHandovers.Begun begun) {
        CASE_LABEL.set(execution, "overdragelse " + begun.handover().label());
        IS_SECRETARY_NEEDED.set(execution, begun.isSecretaryNeeded());
        IS_BOARD_NEEDED.set(execution, begun.isBoardNeeded());
        REMIND_AT.set(execution, begun.times().remindAt());
        HANDOVER_AT.set(execution, begun.times().handoverAt());
        DECIDE_AT.set(execution, begun.times().decideAt());
    }
}
