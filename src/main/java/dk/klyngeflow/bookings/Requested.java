package dk.klyngeflow.bookings;

import org.jspecify.annotations.Nullable;

/**
 * What came of asking.
 *
 * @param booking null when there is nobody left to ask
 */
public record Requested(Outcome outcome, @Nullable SupplierBooking booking) {

    /** How it goes on. */
    public enum Outcome {
        /** It is agreed: an own room, or somebody who has said yes already. */
        BOOKED,
        /** A mail is on its way, and the answer is awaited. */
        ASKED,
        /** Has no mail address: somebody must phone. */
        TO_PHONE,
        NOBODY_LEFT
    }
}
