package dk.klyngeflow.year;

import static dk.klyngeflow.year.YearlyTaskVariables.CASE_LABEL;
import static dk.klyngeflow.year.YearlyTaskVariables.ESCALATE_AT;
import static dk.klyngeflow.year.YearlyTaskVariables.GIVEN_UP_AT;
import static dk.klyngeflow.year.YearlyTaskVariables.ITEM_ID;
import static dk.klyngeflow.year.YearlyTaskVariables.TASK_DUE_AT;
import static dk.klyngeflow.year.YearlyTaskVariables.WHICH_TASK;
import static dk.klyngeflow.year.YearlyTaskVariables.YEAR;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link YearlyTask} does, in the order of its diagram. */
@Configuration(proxyBeanMethods = false)
class YearlyTaskSteps {

    /** Which task it is, what it is called and until when. */
    @Bean
    JavaDelegate openTask(YearlyTasks yearly) {
        return execution -> {
            YearlyTasks.Opened opened =
                    yearly.open(execution.getTenantId(), YEAR.get(execution).intValue(), ITEM_ID.get(execution));
            CASE_LABEL.set(execution, opened.label());
            WHICH_TASK.set(execution, opened.kind().name());
            TASK_DUE_AT.set(execution, opened.dueAt());
            ESCALATE_AT.set(execution, opened.escalateAt());
            GIVEN_UP_AT.set(execution, opened.givenUpAt());
        };
    }

    /** The wheel shows it as done. */
    @Bean
    JavaDelegate closeTask(YearlyTasks yearly) {
        return execution ->
                yearly.close(execution.getTenantId(), YEAR.get(execution).intValue(), ITEM_ID.get(execution));
    }

    /** The board can do it as well. */
    @Bean
    JavaDelegate offerTask(YearlyTasks yearly) {
        return execution -> yearly.offer(execution.getTenantId(), execution.getProcessBusinessKey());
    }

    /** The wheel goes on showing that it was not done. */
    @Bean
    JavaDelegate giveUpTask(YearlyTasks yearly) {
        return execution ->
                yearly.giveUp(execution.getTenantId(), YEAR.get(execution).intValue(), ITEM_ID.get(execution));
    }
}
