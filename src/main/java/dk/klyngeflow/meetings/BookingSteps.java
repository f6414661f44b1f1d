package dk.klyngeflow.meetings;

import static dk.klyngeflow.meetings.BookingVariables.BOOKING_ANSWER;
import static dk.klyngeflow.meetings.BookingVariables.BOOKING_KIND;
import static dk.klyngeflow.meetings.BookingVariables.CASE_LABEL;
import static dk.klyngeflow.meetings.BookingVariables.ESCALATE_AT;
import static dk.klyngeflow.meetings.BookingVariables.IS_NEXT_CHOSEN;
import static dk.klyngeflow.meetings.BookingVariables.IS_WITHDRAWN;
import static dk.klyngeflow.meetings.BookingVariables.MEETING_BEGINS_AT;
import static dk.klyngeflow.meetings.BookingVariables.MEETING_ID;
import static dk.klyngeflow.meetings.BookingVariables.PHONE_AT;
import static dk.klyngeflow.meetings.BookingVariables.REMIND_AT;
import static dk.klyngeflow.meetings.BookingVariables.REQUEST_OUTCOME;
import static dk.klyngeflow.meetings.BookingVariables.SPEAKER_CHOSEN_BY;
import static dk.klyngeflow.meetings.BookingVariables.TASK_DUE_AT;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link Booking} does, in the order of its diagram. */
@Configuration(proxyBeanMethods = false)
class BookingSteps {

    /** Reads when the meeting begins, and whether somebody has gone back on a yes. */
    @Bean
    JavaDelegate prepareBooking(BookingCases bookings) {
        return execution -> {
            BookingCases.Need need =
                    bookings.need(execution.getTenantId(), MEETING_ID.get(execution), BOOKING_KIND.get(execution));
            CASE_LABEL.set(execution, need.label());
            MEETING_BEGINS_AT.set(execution, need.meeting().start());
            IS_WITHDRAWN.set(execution, need.isWithdrawn());
        };
    }

    /** Asks the next on the list, and says until when an answer is awaited. */
    @Bean
    JavaDelegate requestBooking(BookingCases bookings) {
        return execution -> {
            BookingCases.Asked asked = bookings.ask(
                    execution.getTenantId(),
                    MEETING_ID.get(execution),
                    BOOKING_KIND.get(execution),
                    IS_WITHDRAWN.get(execution),
                    IS_NEXT_CHOSEN.find(execution).orElse(false));
            REQUEST_OUTCOME.set(execution, asked.outcome());
            IS_WITHDRAWN.set(execution, false);
            IS_NEXT_CHOSEN.set(execution, false);
            REMIND_AT.set(execution, asked.times().remindAt());
            PHONE_AT.set(execution, asked.times().phoneAt());
            TASK_DUE_AT.set(execution, BookingTimes.taskDueAt(asked.callFrom()));
            ESCALATE_AT.set(execution, BookingTimes.escalateAt(asked.callFrom()));
            SPEAKER_CHOSEN_BY.set(execution, asked.chosenBy());
        };
    }

    /** Reads the answer that holds now. */
    @Bean
    JavaDelegate readBookingAnswer(BookingCases bookings) {
        return execution -> {
            BookingCases.Reading reading =
                    bookings.answer(execution.getTenantId(), MEETING_ID.get(execution), BOOKING_KIND.get(execution));
            BOOKING_ANSWER.set(execution, reading.answer());
            TASK_DUE_AT.set(execution, BookingTimes.taskDueAt(reading.at()));
            ESCALATE_AT.set(execution, BookingTimes.escalateAt(reading.at()));
        };
    }

    /** Lets the meeting and the others who are booked know. */
    @Bean
    JavaDelegate noteBooking(BookingCases bookings) {
        return execution ->
                bookings.note(execution.getTenantId(), MEETING_ID.get(execution), BOOKING_KIND.get(execution));
    }

    /** Asks once more for the answer. */
    @Bean
    JavaDelegate remindSupplier(BookingCases bookings) {
        return execution ->
                bookings.remind(execution.getTenantId(), MEETING_ID.get(execution), BOOKING_KIND.get(execution));
    }

    /** Tells the coordinator of a call that nobody makes. */
    @Bean
    JavaDelegate escalateBooking(BookingCases bookings) {
        return execution -> bookings.escalate(
                execution.getTenantId(),
                MEETING_ID.get(execution),
                BOOKING_KIND.get(execution),
                execution.getProcessBusinessKey());
    }

    /** The agenda is due, and nobody has said who is asked to speak: the board may choose too. */
    @Bean
    JavaDelegate offerSpeakerChoice(SpeakerChoice choice) {
        return execution ->
                choice.offer(execution.getTenantId(), MEETING_ID.get(execution), execution.getProcessBusinessKey());
    }
}
