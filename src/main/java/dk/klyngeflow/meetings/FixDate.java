package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives the meeting the date that was chosen. */
@Component
class FixDate implements JavaDelegate {

    private final MeetingDates dates;

    FixDate(MeetingDates dates) {
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dates.fix(
                execution.getTenantId(),
                DatePollVariables.MEETING_ID.get(execution),
                DatePollVariables.DATE_POLL_ID.get(execution),
                DatePollVariables.CHOSEN_OPTION.get(execution).intValue());
        DatePollVariables.IS_DATE_FOUND.set(execution, true);
    }
}
