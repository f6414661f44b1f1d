package dk.klyngeflow.contact;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the coordinator of a mail that nobody has put right. */
@Component
class EscalateFailedMail implements JavaDelegate {

    private final CoordinatorNotices notices;

    EscalateFailedMail(CoordinatorNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.tellOfFailedMail(
                FailedMailVariables.CLUSTER_ID.get(execution),
                FailedMailVariables.MAIL_ID.get(execution),
                FailedMailVariables.CASE_LABEL.get(execution));
    }
}
