package dk.klyngeflow.bookings;

/** What is booked for a meeting. */
public enum BookingKind {
    ROOM("Lokale", "lokalet", "Lokaler", "sted"),
    CATERING("Forplejning", "forplejningen", "Forplejning", "leverandør"),
    SPEAKER("Oplæg", "oplægget", "Oplægsholdere", "oplægsholder");

    private final String danish;
    private final String definite;
    private final String directory;
    private final String one;

    BookingKind(String danish, String definite, String directory, String one) {
        this.danish = danish;
        this.definite = definite;
        this.directory = directory;
        this.one = one;
    }

    public String danish() {
        return danish;
    }

    /** As in a sentence: <em>lokalet</em>. */
    public String definite() {
        return definite;
    }

    /** What those who can be asked are called together. */
    String directory() {
        return directory;
    }

    /** What one of those is called: <em>sted</em>. */
    public String one() {
        return one;
    }

    String emptyDirectory() {
        return "Der er ingen på listen endnu. Uden nogen på listen får sekretæren en opgave, hver gang der skal bestilles.";
    }
}
