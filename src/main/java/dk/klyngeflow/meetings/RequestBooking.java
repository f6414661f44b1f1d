package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the next on the list, and says until when an answer is awaited. */
@Component
class RequestBooking implements JavaDelegate {

    private final BookingCases bookings;

    RequestBooking(BookingCases bookings) {
        this.bookings = bookings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        BookingCases.Asked asked = bookings.ask(
                BookingVariables.CLUSTER_ID.get(execution),
                BookingVariables.MEETING_ID.get(execution),
                BookingVariables.BOOKING_KIND.get(execution),
                BookingVariables.IS_WITHDRAWN.get(execution),
                BookingVariables.IS_NEXT_CHOSEN.find(execution).orElse(false));
        BookingVariables.REQUEST_OUTCOME.set(execution, asked.outcome());
        BookingVariables.IS_WITHDRAWN.set(execution, false);
        BookingVariables.IS_NEXT_CHOSEN.set(execution, false);
        BookingVariables.REMIND_AT.set(execution, asked.times().remindAt());
        BookingVariables.PHONE_AT.set(execution, asked.times().phoneAt());
        BookingVariables.TASK_DUE_AT.set(execution, BookingTimes.taskDueAt(asked.callFrom()));
        BookingVariables.ESCALATE_AT.set(execution, BookingTimes.escalateAt(asked.callFrom()));
    }
}
