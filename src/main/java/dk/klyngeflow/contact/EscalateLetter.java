package dk.klyngeflow.contact;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the next one up of a letter that nobody has seen to. */
@Component
class EscalateLetter implements JavaDelegate {

    private final CoordinatorNotices notices;

    EscalateLetter(CoordinatorNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.tellOfLetter(
                IncomingMailVariables.CLUSTER_ID.get(execution),
                IncomingMailVariables.LETTER_ID.get(execution),
                IncomingMailVariables.CASE_LABEL.get(execution),
                IncomingMailVariables.IS_FOR_COORDINATOR.find(execution).orElse(false));
    }
}
