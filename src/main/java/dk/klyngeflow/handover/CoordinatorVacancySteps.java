package dk.klyngeflow.handover;

import static dk.klyngeflow.handover.CoordinatorVacancyVariables.CLUSTER_ID;

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

    /** Begins an election. */
    @Bean
    JavaDelegate callElection(Vacancies vacancies) {
        return execution -> vacancies.callElection(execution.getTenantId());
    }
}
