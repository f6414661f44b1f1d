package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes no answers any longer and finds out whether any date is possible. */
@Component
class CloseDatePoll implements JavaDelegate {

    private final MeetingDates dates;

    CloseDatePoll(MeetingDates dates) {
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MeetingDates.Closed closed =
                dates.close(execution.getTenantId(), DatePollVariables.DATE_POLL_ID.get(execution));
        DatePollVariables.IS_ANY_DATE_POSSIBLE.set(execution, closed.isAnyDatePossible());
        DatePollVariables.TASK_DUE_AT.set(execution, closed.due().taskDueAt());
        DatePollVariables.ESCALATE_AT.set(execution, closed.due().escalateAt());
    }
}
