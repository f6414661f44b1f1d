package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks everybody about the proposed dates. */
@Component
class OpenDatePoll implements JavaDelegate {

    private final MeetingDates dates;

    OpenDatePoll(MeetingDates dates) {
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MeetingDates.Opened opened = dates.open(execution.getTenantId(), DatePollVariables.MEETING_ID.get(execution));
        DatePollVariables.DATE_POLL_ID.set(execution, opened.pollId());
        DatePollVariables.FIRST_REMINDER_AT.set(execution, opened.times().firstReminderAt());
        DatePollVariables.LAST_REMINDER_AT.set(execution, opened.times().lastReminderAt());
        DatePollVariables.POLL_CLOSES_AT.set(execution, opened.times().closesAt());
        DatePollVariables.IS_DATE_FOUND.set(execution, false);
    }
}
