package dk.klyngeflow.bookings;

/** What became of a supplier's answer. */
enum Answered {
    KEPT,
    /** The meeting is cancelled, or somebody else was found. */
    NOT_NEEDED,
    /** The answer was about a time that no longer applies. */
    MOVED,
    /** The meeting has begun. */
    OVER,
    /** After a no the next on the list was asked. */
    OTHERS_ASKED
}
