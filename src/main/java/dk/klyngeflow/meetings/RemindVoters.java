package dk.klyngeflow.meetings;

import dk.klyngeflow.polls.DatePolls;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds those who have not answered. */
@Component
class RemindVoters implements JavaDelegate {

    private final DatePolls polls;

    RemindVoters(DatePolls polls) {
        this.polls = polls;
    }

    @Override
    public void execute(DelegateExecution execution) {
        polls.remind(execution.getTenantId(), DatePollVariables.DATE_POLL_ID.get(execution));
    }
}
