package goodhouse.meetings;

/** Owns a process that breaks rules. */
class SeatBooking {}
