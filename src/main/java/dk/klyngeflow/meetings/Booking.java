package dk.klyngeflow.meetings;

import dk.klyngeflow.bookings.BookingKind;

/**
 * The process {@code booking}: finds a room, food or a talk for a meeting. Called by the meeting's own process, and started by itself when
 * somebody goes back on a yes after that.
 */
final class Booking {

    static final String KEY = "booking";
    static final String ANSWERED = "meetings.bookingAnswered";
    static final String STOPPED = "meetings.bookingStopped";

    private Booking() {}

    /** As the meeting's process calls it, such as {@code nordklyngen/2027-01/lokale}. */
    static String businessKey(String caseKey, BookingKind kind) {
        return caseKey
                + switch (kind) {
                    case ROOM -> "/lokale";
                    case CATERING -> "/forplejning";
                    case SPEAKER -> "/oplaeg";
                };
    }

    /** When a new one must be found after all. */
    static String keyOfAnother(String caseKey, BookingKind kind) {
        return businessKey(caseKey, kind) + "-igen";
    }
}
