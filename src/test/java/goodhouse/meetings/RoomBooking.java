package goodhouse.meetings;

/** Owns the process {@code room-booking}. */
class RoomBooking {}
