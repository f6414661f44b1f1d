package dk.klyngeflow.handover;

import static dk.klyngeflow.handover.CoordinatorVacancyVariables.CLUSTER_ID;
import static dk.klyngeflow.handover.CoordinatorVacancyVariables.ESCALATE_AT;
import static dk.klyngeflow.handover.CoordinatorVacancyVariables.IS_ELECTION_CALLED;
import static dk.klyngeflow.handover.CoordinatorVacancyVariables.TASK_DUE_AT;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link CoordinatorVacancy} does, in the order of its diagram. */
@Configuration(proxyBeanMethods = false)
class CoordinatorVacancySteps {

    /** Gives the post to the chair. */
    @Bean
    JavaDelegate letActingStep(Vacancies vacancies) {
        return execution -> {
            execution.setProcessBusinessKey(vacancies.letAct(execution.getTenantId()));
            CLUSTER_ID.set(execution, execution.getTenantId());
        };
    }

    /** Begins an election, or sets when the chair should have found somebody. */
    @Bean
    JavaDelegate callElection(Vacancies vacancies) {
        return execution -> {
            Vacancies.Called called = vacancies.callElection(execution.getTenantId());
            IS_ELECTION_CALLED.set(execution, called.isElectionCalled());
            TASK_DUE_AT.set(execution, called.task().dueAt());
            ESCALATE_AT.set(execution, called.task().escalateAt());
        };
    }

    /** Asks the whole board. */
    @Bean
    JavaDelegate offerChoice(Vacancies vacancies) {
        return execution -> vacancies.offer(execution.getTenantId(), execution.getProcessBusinessKey());
    }
}
