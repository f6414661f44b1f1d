package dk.klyngeflow.gatherings;

/** How far a meeting has come. */
public enum MeetingStatus {
    PLANNING("Planlægges"),
    DATING("Dato søges"),
    ARRANGING("Forberedes"),
    INVITED("Indkaldt"),
    HELD("Holdt"),
    MINUTED("Referat sendt"),
    CLOSED("Afsluttet"),
    CANCELLED("Aflyst");

    private final String danish;

    MeetingStatus(String danish) {
        this.danish = danish;
    }

    public String danish() {
        return danish;
    }

    /** True while the meeting can still be moved: it has a date and has not been held. */
    public boolean canBeMoved() {
        return this == ARRANGING || this == INVITED;
    }

    public boolean canBeCancelled() {
        return this == PLANNING || this == DATING || canBeMoved();
    }
}
