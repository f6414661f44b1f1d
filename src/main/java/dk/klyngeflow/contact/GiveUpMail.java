package dk.klyngeflow.contact;

import dk.klyngeflow.mail.FailedMails;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the mail lie; it is not sent again. */
@Component
class GiveUpMail implements JavaDelegate {

    private final FailedMails mails;

    GiveUpMail(FailedMails mails) {
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mails.giveUp(FailedMailVariables.CLUSTER_ID.get(execution), FailedMailVariables.MAIL_ID.get(execution));
    }
}
