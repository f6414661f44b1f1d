package dk.klyngeflow.contact;

import dk.klyngeflow.mail.FailedMails;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the mail back into the outbox, with the Message-ID it always had. */
@Component
class SendMailAgain implements JavaDelegate {

    private final FailedMails mails;

    SendMailAgain(FailedMails mails) {
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mails.sendAgain(FailedMailVariables.CLUSTER_ID.get(execution), FailedMailVariables.MAIL_ID.get(execution));
    }
}
