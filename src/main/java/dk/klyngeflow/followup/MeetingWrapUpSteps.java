package dk.klyngeflow.followup;

import static dk.klyngeflow.followup.MeetingWrapUpVariables.ESCALATE_AT;
import static dk.klyngeflow.followup.MeetingWrapUpVariables.KEY_POINTS_LATE_AT;
import static dk.klyngeflow.followup.MeetingWrapUpVariables.KEY_POINTS_REMIND_AT;
import static dk.klyngeflow.followup.MeetingWrapUpVariables.MEETING_ID;
import static dk.klyngeflow.followup.MeetingWrapUpVariables.TASK_DUE_AT;

import dk.klyngeflow.members.BoardHelp;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link MeetingWrapUp} does, in the order of its diagram. */
@Configuration(proxyBeanMethods = false)
class MeetingWrapUpSteps {

    /** Makes the meeting held and gives the coordinator time to record it. */
    @Bean
    JavaDelegate beginWrapUp(HeldMeetings heldMeetings) {
        return execution -> {
            AfterTimes.OfTask task = heldMeetings.begin(execution.getTenantId(), MEETING_ID.get(execution));
            TASK_DUE_AT.set(execution, task.dueAt());
            ESCALATE_AT.set(execution, task.escalateAt());
        };
    }

    /** Asks the colleague who noted for the key points. */
    @Bean
    JavaDelegate askForKeyPoints(KeyPoints keyPoints) {
        return execution -> {
            AfterTimes.OfKeyPoints waits = keyPoints.ask(execution.getTenantId(), MEETING_ID.get(execution));
            KEY_POINTS_REMIND_AT.set(execution, waits.remindAt());
            KEY_POINTS_LATE_AT.set(execution, waits.lateAt());
        };
    }

    /** Lays what is known ready for approval, with or without key points. */
    @Bean
    JavaDelegate draftMinutes(HeldMeetings heldMeetings) {
        return execution -> {
            AfterTimes.OfTask task = heldMeetings.draft(execution.getTenantId(), MEETING_ID.get(execution));
            TASK_DUE_AT.set(execution, task.dueAt());
            ESCALATE_AT.set(execution, task.escalateAt());
        };
    }

    /** Sends the minutes to everybody. */
    @Bean
    JavaDelegate sendMinutes(Minutes minutes) {
        return execution -> minutes.send(execution.getTenantId(), MEETING_ID.get(execution));
    }

    /** Keeps the list of who came. */
    @Bean
    JavaDelegate fileAttendance(AttendanceLists lists) {
        return execution -> lists.file(execution.getTenantId(), MEETING_ID.get(execution));
    }

    /** Offers the fee to those who came. */
    @Bean
    JavaDelegate askForClaims(FeeClaims claims) {
        return execution -> claims.ask(execution.getTenantId(), MEETING_ID.get(execution));
    }

    /** Reminds the colleague who noted, once. */
    @Bean
    JavaDelegate remindNoteTaker(KeyPoints keyPoints) {
        return execution -> keyPoints.remind(execution.getTenantId(), MEETING_ID.get(execution));
    }

    /** Offers a task of the minutes that nobody does to the board too. */
    @Bean
    JavaDelegate escalateWrapUp(BoardHelp boardHelp) {
        return execution -> boardHelp.ask(execution.getTenantId(), execution.getProcessBusinessKey());
    }
}
