package dk.klyngeflow.contact;

import static dk.klyngeflow.contact.IncomingMailVariables.CASE_LABEL;
import static dk.klyngeflow.contact.IncomingMailVariables.IS_FOR_COORDINATOR;
import static dk.klyngeflow.contact.IncomingMailVariables.LETTER_ID;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link IncomingMail} does, in the order of its diagram. */
@Configuration(proxyBeanMethods = false)
class IncomingMailSteps {

    /** Tells the next one up of a letter that nobody has seen to. */
    @Bean
    JavaDelegate escalateLetter(CoordinatorNotices notices) {
        return execution -> notices.tellOfLetter(
                execution.getTenantId(),
                LETTER_ID.get(execution),
                CASE_LABEL.get(execution),
                IS_FOR_COORDINATOR.find(execution).orElse(false));
    }
}
