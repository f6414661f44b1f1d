package dk.klyngeflow.assembly;

import static dk.klyngeflow.assembly.MissingStatementVariables.CASE_LABEL;
import static dk.klyngeflow.assembly.MissingStatementVariables.ESCALATE_AT;
import static dk.klyngeflow.assembly.MissingStatementVariables.GIVEN_UP_AT;
import static dk.klyngeflow.assembly.MissingStatementVariables.STATEMENT_MONTH;
import static dk.klyngeflow.assembly.MissingStatementVariables.TASK_DUE_AT;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link MissingStatement} does, in the order of its diagram. */
@Configuration(proxyBeanMethods = false)
class MissingStatementSteps {

    /** What it is called and until when. */
    @Bean
    JavaDelegate openStatementTask(MissingStatements missing) {
        return execution -> {
            MissingStatements.Opened opened = missing.open(execution.getTenantId(), STATEMENT_MONTH.get(execution));
            CASE_LABEL.set(execution, opened.label());
            TASK_DUE_AT.set(execution, opened.dueAt());
            ESCALATE_AT.set(execution, opened.escalateAt());
            GIVEN_UP_AT.set(execution, opened.givenUpAt());
        };
    }

    /** The treasurer, and the rest of the board, can do it as well. */
    @Bean
    JavaDelegate offerStatementTask(MissingStatements missing) {
        return execution -> missing.offer(execution.getTenantId(), execution.getProcessBusinessKey());
    }

    /** Nobody is asked for this month again. */
    @Bean
    JavaDelegate closeStatementTask(MissingStatements missing) {
        return execution -> missing.close(execution.getTenantId(), STATEMENT_MONTH.get(execution));
    }
}
