package dk.klyngeflow.contact;

import static dk.klyngeflow.contact.FailedMailVariables.CASE_LABEL;
import static dk.klyngeflow.contact.FailedMailVariables.MAIL_ID;

import dk.klyngeflow.mail.FailedMails;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link FailedMail} does, in the order of its diagram. */
@Configuration(proxyBeanMethods = false)
class FailedMailSteps {

    /** Puts the mail back into the outbox, with the Message-ID it always had. */
    @Bean
    JavaDelegate sendMailAgain(FailedMails mails) {
        return execution -> mails.sendAgain(execution.getTenantId(), MAIL_ID.get(execution));
    }

    /** Lets the mail lie; it is not sent again. */
    @Bean
    JavaDelegate giveUpMail(FailedMails mails) {
        return execution -> mails.giveUp(execution.getTenantId(), MAIL_ID.get(execution));
    }

    /** Tells the coordinator of a mail that nobody has put right. */
    @Bean
    JavaDelegate escalateFailedMail(CoordinatorNotices notices) {
        return execution ->
                notices.tellOfFailedMail(execution.getTenantId(), MAIL_ID.get(execution), CASE_LABEL.get(execution));
    }
}
