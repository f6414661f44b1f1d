package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reads when the meeting begins, and whether somebody has gone back on a yes. */
@Component
class PrepareBooking implements JavaDelegate {

    private final BookingCases bookings;

    PrepareBooking(BookingCases bookings) {
        this.bookings = bookings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        BookingCases.Need need = bookings.need(
                BookingVariables.CLUSTER_ID.get(execution),
                BookingVariables.MEETING_ID.get(execution),
                BookingVariables.BOOKING_KIND.get(execution));
        BookingVariables.CASE_LABEL.set(execution, need.label());
        BookingVariables.MEETING_BEGINS_AT.set(execution, need.meeting().start());
        BookingVariables.IS_WITHDRAWN.set(execution, need.isWithdrawn());
    }
}
