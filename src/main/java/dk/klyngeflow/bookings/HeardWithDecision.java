package dk.klyngeflow.bookings;

import java.util.Collection;

/** Knows who is asked for a decision because of a supplier's no, and reads the remark there: one mail, not two. */
public interface HeardWithDecision {

    /** @param booking as it stands after the answer */
    Collection<String> people(SupplierBooking booking);
}
