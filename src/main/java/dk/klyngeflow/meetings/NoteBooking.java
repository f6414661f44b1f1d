package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the meeting and the others who are booked know. */
@Component
class NoteBooking implements JavaDelegate {

    private final BookingCases bookings;

    NoteBooking(BookingCases bookings) {
        this.bookings = bookings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        bookings.note(
                BookingVariables.CLUSTER_ID.get(execution),
                BookingVariables.MEETING_ID.get(execution),
                BookingVariables.BOOKING_KIND.get(execution));
    }
}
