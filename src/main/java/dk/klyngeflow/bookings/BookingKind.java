package dk.klyngeflow.bookings;

/** What is booked for a meeting. */
public enum BookingKind {
    ROOM("Lokale", "lokalet"),
    CATERING("Forplejning", "forplejningen"),
    SPEAKER("Oplæg", "oplægget");

    private final String danish;
    private final String definite;

    BookingKind(String danish, String definite) {
        this.danish = danish;
        this.definite = definite;
    }

    public String danish() {
        return danish;
    }

    /** As in a sentence: <em>lokalet</em>. */
    public String definite() {
        return definite;
    }
}
