package dk.klyngeflow.membership;

import static dk.klyngeflow.membership.MembershipRequestVariables.REQUEST_ID;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link MembershipRequest} does, in the order of its diagram. */
@Configuration(proxyBeanMethods = false)
class MembershipRequestSteps {

    /** Tells who asked what happens next, and until when. */
    @Bean
    JavaDelegate confirmReceipt(MembershipMails mails) {
        return execution -> mails.received(execution.getTenantId(), REQUEST_ID.get(execution));
    }

    /** Tells the coordinator that nobody has answered, and who asked that it takes longer. */
    @Bean
    JavaDelegate escalateRequest(MembershipMails mails) {
        return execution -> mails.late(execution.getTenantId(), REQUEST_ID.get(execution));
    }

    @Bean
    JavaDelegate tellAccepted(MembershipMails mails) {
        return execution -> mails.accepted(execution.getTenantId(), REQUEST_ID.get(execution));
    }

    /** Never without a reason. */
    @Bean
    JavaDelegate tellRefused(MembershipMails mails) {
        return execution -> mails.refused(execution.getTenantId(), REQUEST_ID.get(execution));
    }

    @Bean
    JavaDelegate erasePerson(MemberWishes wishes) {
        return execution -> wishes.erase(execution.getTenantId(), REQUEST_ID.get(execution));
    }
}
