package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks once more for the answer. */
@Component
class RemindSupplier implements JavaDelegate {

    private final BookingCases bookings;

    RemindSupplier(BookingCases bookings) {
        this.bookings = bookings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        bookings.remind(
                BookingVariables.CLUSTER_ID.get(execution),
                BookingVariables.MEETING_ID.get(execution),
                BookingVariables.BOOKING_KIND.get(execution));
    }
}
