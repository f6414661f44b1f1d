package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reads the answer that holds now. */
@Component
class ReadBookingAnswer implements JavaDelegate {

    private final BookingCases bookings;

    ReadBookingAnswer(BookingCases bookings) {
        this.bookings = bookings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        BookingCases.Reading reading = bookings.answer(
                BookingVariables.CLUSTER_ID.get(execution),
                BookingVariables.MEETING_ID.get(execution),
                BookingVariables.BOOKING_KIND.get(execution));
        BookingVariables.BOOKING_ANSWER.set(execution, reading.answer());
        BookingVariables.TASK_DUE_AT.set(execution, BookingTimes.taskDueAt(reading.at()));
        BookingVariables.ESCALATE_AT.set(execution, BookingTimes.escalateAt(reading.at()));
    }
}
