package dk.klyngeflow.followup;

import static dk.klyngeflow.followup.FollowUpVariables.ARE_ITEMS_OPEN;
import static dk.klyngeflow.followup.FollowUpVariables.CLOSES_AT;
import static dk.klyngeflow.followup.FollowUpVariables.ESCALATE_AT;
import static dk.klyngeflow.followup.FollowUpVariables.IS_ANYBODY_SILENT;
import static dk.klyngeflow.followup.FollowUpVariables.MEETING_ID;
import static dk.klyngeflow.followup.FollowUpVariables.NEXT_REMINDER_AT;
import static dk.klyngeflow.followup.FollowUpVariables.RE_MEASURE_AT;
import static dk.klyngeflow.followup.FollowUpVariables.TASK_DUE_AT;

import dk.klyngeflow.members.BoardHelp;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link FollowUp} does, in the order of its diagram. */
@Configuration(proxyBeanMethods = false)
class FollowUpSteps {

    /** Says when the topic is measured again and when the meeting is let go. */
    @Bean
    JavaDelegate planFollowUp(FollowUps followUps) {
        return execution -> {
            AfterTimes.OfFollowUp plan = followUps.plan(execution.getTenantId(), MEETING_ID.get(execution));
            RE_MEASURE_AT.set(execution, plan.reMeasureAt());
            CLOSES_AT.set(execution, plan.closesAt());
        };
    }

    /** Finds the members who have stayed away without a word. */
    @Bean
    JavaDelegate findSilent(SilentMembers silent) {
        return execution -> {
            SilentMembers.Found found = silent.find(execution.getTenantId(), MEETING_ID.get(execution));
            IS_ANYBODY_SILENT.set(execution, found.anybody());
            TASK_DUE_AT.set(execution, found.task().dueAt());
            ESCALATE_AT.set(execution, found.task().escalateAt());
        };
    }

    /** Finds when somebody is to be reminded next, if anything is still open. */
    @Bean
    JavaDelegate findNextReminder(FollowUps followUps) {
        return execution -> {
            FollowUps.Next next = followUps.next(execution.getTenantId(), MEETING_ID.get(execution));
            ARE_ITEMS_OPEN.set(execution, next.areItemsOpen());
            NEXT_REMINDER_AT.set(execution, next.at());
        };
    }

    /** Reminds those whose day has come of what they promised. */
    @Bean
    JavaDelegate remindOwners(FollowUps followUps) {
        return execution -> followUps.remind(execution.getTenantId(), MEETING_ID.get(execution));
    }

    /** Gives the coordinator time to measure again. */
    @Bean
    JavaDelegate openReMeasure(HeldMeetings heldMeetings) {
        return execution -> {
            AfterTimes.OfTask task = heldMeetings.openReMeasure(execution.getTenantId(), MEETING_ID.get(execution));
            TASK_DUE_AT.set(execution, task.dueAt());
            ESCALATE_AT.set(execution, task.escalateAt());
        };
    }

    /** Offers a task of the follow-up that nobody does to the board too. */
    @Bean
    JavaDelegate escalateFollowUp(BoardHelp boardHelp) {
        return execution -> boardHelp.ask(execution.getTenantId(), execution.getProcessBusinessKey());
    }

    /** Ends the links that asked after the meeting. */
    @Bean
    JavaDelegate closeFollowUp(FollowUps followUps) {
        return execution -> followUps.close(execution.getTenantId(), MEETING_ID.get(execution));
    }
}
