package dk.klyngeflow.contact;

import static dk.klyngeflow.contact.InquiryVariables.DISCUSSED_BY;
import static dk.klyngeflow.contact.InquiryVariables.ESCALATE_AT;
import static dk.klyngeflow.contact.InquiryVariables.INQUIRY_ID;
import static dk.klyngeflow.contact.InquiryVariables.MESSAGE_NO;
import static dk.klyngeflow.contact.InquiryVariables.TASK_DUE_AT;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link Inquiry} does, in the order of its diagram. */
@Configuration(proxyBeanMethods = false)
class InquirySteps {

    /** Tells whoever wrote that it has arrived. */
    @Bean
    JavaDelegate acknowledgeInquiry(InquiryWork work) {
        return execution -> {
            InquiryTimes.Due due = work.acknowledge(execution.getTenantId(), INQUIRY_ID.get(execution));
            TASK_DUE_AT.set(execution, due.taskDueAt());
            ESCALATE_AT.set(execution, due.escalateAt());
        };
    }

    /** Mails the answer that somebody wrote. */
    @Bean
    JavaDelegate answerAsker(InquiryWork work) {
        return execution -> work.answer(execution.getTenantId(), INQUIRY_ID.get(execution), MESSAGE_NO.get(execution));
    }

    /** Puts it on the agenda of a meeting, and says so to whoever wrote. */
    @Bean
    JavaDelegate putOnAgenda(InquiryWork work) {
        return execution ->
                DISCUSSED_BY.set(execution, work.putOnAgenda(execution.getTenantId(), INQUIRY_ID.get(execution)));
    }

    /** Nobody else has it any longer. */
    @Bean
    JavaDelegate resumeInquiry(InquiryWork work) {
        return execution -> {
            InquiryTimes.Due due =
                    work.resume(execution.getTenantId(), INQUIRY_ID.get(execution), ESCALATE_AT.get(execution));
            TASK_DUE_AT.set(execution, due.taskDueAt());
            ESCALATE_AT.set(execution, due.escalateAt());
        };
    }

    /** Mails a member the link by which she answers. */
    @Bean
    JavaDelegate askDelegate(InquiryWork work) {
        return execution -> work.askDelegate(execution.getTenantId(), INQUIRY_ID.get(execution));
    }

    /** Tells chair and secretary of somebody who waits for a colleague's answer. */
    @Bean
    JavaDelegate escalateDelegation(InquiryWork work) {
        return execution -> work.escalate(execution.getTenantId(), INQUIRY_ID.get(execution));
    }

    /** Reminds the member who has not answered. */
    @Bean
    JavaDelegate remindDelegate(InquiryWork work) {
        return execution -> work.remindDelegate(execution.getTenantId(), INQUIRY_ID.get(execution));
    }

    /** Sends it on to somebody else, and says so to whoever wrote. */
    @Bean
    JavaDelegate forwardInquiry(InquiryWork work) {
        return execution -> work.forward(execution.getTenantId(), INQUIRY_ID.get(execution), MESSAGE_NO.get(execution));
    }

    /** Ends it without an answer; whoever wrote is told, or is not. */
    @Bean
    JavaDelegate closeInquiry(InquiryWork work) {
        return execution -> work.close(execution.getTenantId(), INQUIRY_ID.get(execution), MESSAGE_NO.get(execution));
    }

    /** Tells chair and secretary of somebody who waits. */
    @Bean
    JavaDelegate escalateInquiry(InquiryWork work) {
        return execution -> work.escalate(execution.getTenantId(), INQUIRY_ID.get(execution));
    }
}
