package dk.klyngeflow.bookings;

/** How far a booking has come. */
public enum BookingStatus {
    ASKED("Venter på svar"),
    CONFIRMED("Bekræftet"),
    DECLINED("Sagt nej"),
    CANCELLED("Afbestilt"),
    /** The cluster's own room, which another meeting holds at that time. */
    TAKEN("Optaget");

    private final String danish;

    BookingStatus(String danish) {
        this.danish = danish;
    }

    public String danish() {
        return danish;
    }

    /** True while somebody counts on it, and must be told when the meeting is moved or cancelled. */
    public boolean isLive() {
        return this == ASKED || this == CONFIRMED;
    }
}
