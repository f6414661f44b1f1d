package dk.klyngeflow.bookings;

/** What came of a telephone call to a supplier. */
public enum PhoneAnswer {
    CONFIRMED,
    DECLINED,
    /** No answer to be had; the next on the list is to be tried instead. */
    NEXT
}
