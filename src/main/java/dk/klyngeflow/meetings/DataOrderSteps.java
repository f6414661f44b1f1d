package dk.klyngeflow.meetings;

import static dk.klyngeflow.meetings.DataOrderVariables.CONSENTS_CLOSE_AT;
import static dk.klyngeflow.meetings.DataOrderVariables.CONSENT_REMINDER_AT;
import static dk.klyngeflow.meetings.DataOrderVariables.DATA_DECISION_AT;
import static dk.klyngeflow.meetings.DataOrderVariables.DATA_NEEDED_AT;
import static dk.klyngeflow.meetings.DataOrderVariables.DATA_STATE;
import static dk.klyngeflow.meetings.DataOrderVariables.HAS_ANY_CONSENT;
import static dk.klyngeflow.meetings.DataOrderVariables.HAS_DATA;
import static dk.klyngeflow.meetings.DataOrderVariables.IS_DATA_TRIED_FOR;
import static dk.klyngeflow.meetings.DataOrderVariables.MEETING_ID;
import static dk.klyngeflow.meetings.DataOrderVariables.ORDER_CLOSES_AT;
import static dk.klyngeflow.meetings.DataOrderVariables.TASK_DUE_AT;

import dk.klyngeflow.dataorders.MeetingData;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link DataOrder} does, in the order of its diagram. */
@Configuration(proxyBeanMethods = false)
class DataOrderSteps {

    /** Finds out whether there is time to get data. */
    @Bean
    JavaDelegate checkDataLead(MeetingData data) {
        return execution -> {
            MeetingData.Found found = data.look(
                    execution.getTenantId(),
                    MEETING_ID.get(execution),
                    IS_DATA_TRIED_FOR.find(execution).orElse(false));
            DATA_STATE.set(execution, found.state());
            TASK_DUE_AT.set(execution, found.taskDueAt());
            DATA_NEEDED_AT.set(execution, found.dataNeededAt());
        };
    }

    /** Asks the GPs for their practices' accept. */
    @Bean
    JavaDelegate askConsents(MeetingData data) {
        return execution -> {
            MeetingData.Asked asked = data.ask(execution.getTenantId(), MEETING_ID.get(execution));
            CONSENT_REMINDER_AT.set(execution, asked.reminderAt());
            CONSENTS_CLOSE_AT.set(execution, asked.closesAt());
            ORDER_CLOSES_AT.set(execution, asked.orderClosesAt());
        };
    }

    /** Reminds the GPs of practices that have not answered. */
    @Bean
    JavaDelegate remindPractices(MeetingData data) {
        return execution -> data.remind(execution.getTenantId(), MEETING_ID.get(execution));
    }

    /** Sees whether anybody has accepted. */
    @Bean
    JavaDelegate gatherConsents(MeetingData data) {
        return execution -> {
            MeetingData.Consents consents = data.gather(execution.getTenantId(), MEETING_ID.get(execution));
            HAS_ANY_CONSENT.set(execution, consents.any());
            TASK_DUE_AT.set(execution, consents.taskDueAt());
        };
    }

    /** Writes down that the data are with the meeting. */
    @Bean
    JavaDelegate noteReceivedData(MeetingData data) {
        return execution -> {
            data.received(execution.getTenantId(), MEETING_ID.get(execution));
            HAS_DATA.set(execution, true);
        };
    }

    /** Asks the coordinator whether the meeting is held without data, and until when. */
    @Bean
    JavaDelegate askAboutMissingData(DataDecision decision) {
        return execution ->
                DATA_DECISION_AT.set(execution, decision.ask(execution.getTenantId(), MEETING_ID.get(execution)));
    }

    /** Nobody has answered: says that the meeting is held without data. */
    @Bean
    JavaDelegate tellHeldWithoutData(DataDecision decision) {
        return execution -> decision.tell(execution.getTenantId(), MEETING_ID.get(execution));
    }

    /** Writes down that the meeting is held without data. */
    @Bean
    JavaDelegate noteMissingData(MeetingData data) {
        return execution -> {
            data.goWithout(execution.getTenantId(), MEETING_ID.get(execution));
            HAS_DATA.set(execution, false);
        };
    }
}
