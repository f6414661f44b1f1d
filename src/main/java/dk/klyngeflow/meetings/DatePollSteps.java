package dk.klyngeflow.meetings;

import static dk.klyngeflow.meetings.DatePollVariables.CHOSEN_OPTION;
import static dk.klyngeflow.meetings.DatePollVariables.DATE_POLL_ID;
import static dk.klyngeflow.meetings.DatePollVariables.ESCALATE_AT;
import static dk.klyngeflow.meetings.DatePollVariables.FIRST_REMINDER_AT;
import static dk.klyngeflow.meetings.DatePollVariables.IS_ANY_DATE_POSSIBLE;
import static dk.klyngeflow.meetings.DatePollVariables.IS_DATE_FOUND;
import static dk.klyngeflow.meetings.DatePollVariables.LAST_REMINDER_AT;
import static dk.klyngeflow.meetings.DatePollVariables.MEETING_ID;
import static dk.klyngeflow.meetings.DatePollVariables.POLL_CLOSES_AT;
import static dk.klyngeflow.meetings.DatePollVariables.TASK_DUE_AT;

import dk.klyngeflow.polls.DatePolls;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link DatePoll} does, in the order of its diagram. */
@Configuration(proxyBeanMethods = false)
class DatePollSteps {

    /** Asks everybody about the proposed dates. */
    @Bean
    JavaDelegate openDatePoll(MeetingDates dates) {
        return execution -> {
            MeetingDates.Opened opened = dates.open(execution.getTenantId(), MEETING_ID.get(execution));
            DATE_POLL_ID.set(execution, opened.pollId());
            FIRST_REMINDER_AT.set(execution, opened.times().firstReminderAt());
            LAST_REMINDER_AT.set(execution, opened.times().lastReminderAt());
            POLL_CLOSES_AT.set(execution, opened.times().closesAt());
            IS_DATE_FOUND.set(execution, false);
        };
    }

    /** Reminds those who have not answered. */
    @Bean
    JavaDelegate remindVoters(DatePolls polls) {
        return execution -> polls.remind(execution.getTenantId(), DATE_POLL_ID.get(execution));
    }

    /** Takes no answers any longer and finds out whether any date is possible. */
    @Bean
    JavaDelegate closeDatePoll(MeetingDates dates) {
        return execution -> {
            MeetingDates.Closed closed = dates.close(execution.getTenantId(), DATE_POLL_ID.get(execution));
            IS_ANY_DATE_POSSIBLE.set(execution, closed.isAnyDatePossible());
            TASK_DUE_AT.set(execution, closed.due().taskDueAt());
            ESCALATE_AT.set(execution, closed.due().escalateAt());
        };
    }

    /** Lets the board choose, too, when the coordinator has not. */
    @Bean
    JavaDelegate offerDateTask(MeetingDates dates) {
        return execution -> dates.offerToBoard(execution.getTenantId(), MEETING_ID.get(execution));
    }

    /** Gives the meeting the date that was chosen. */
    @Bean
    JavaDelegate fixDate(MeetingDates dates) {
        return execution -> {
            dates.fix(
                    execution.getTenantId(),
                    MEETING_ID.get(execution),
                    DATE_POLL_ID.get(execution),
                    CHOSEN_OPTION.get(execution).intValue());
            IS_DATE_FOUND.set(execution, true);
        };
    }
}
