package goodhouse.meetings;

import dk.klyngeflow.engine.Variable;

/** Breaks rules: one variable has another name than its constant, and one is used by nobody. */
final class SeatBookingVariables {

    static final Variable<Long> SEAT_COUNT = Variable.number("seats");
    static final Variable<String> SEAT_ROW = Variable.text("seatRow");

    private SeatBookingVariables() {}
}
