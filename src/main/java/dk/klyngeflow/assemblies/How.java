package dk.klyngeflow.assemblies;

/** How something was decided. */
enum How {
    UNOPPOSED("Ingen imod: vedtaget uden at tælle"),
    HANDS("Håndsoprækning, talt"),
    PAPER("Skriftligt, talt"),
    /** By link; recorded when it is closed, and never typed. */
    DIGITAL("Ved skriftlig (digital) afstemning"),
    POSTPONED("Udsættes"),
    NO_QUORUM("For få er mødt til at beslutte det"),
    ACCLAMATION("Valgt uden afstemning"),
    TO_ELECTION("Der skal stemmes i valget");

    private final String danish;

    How(String danish) {
        this.danish = danish;
    }

    public String danish() {
        return danish;
    }

    boolean isCounted() {
        return this == HANDS || this == PAPER;
    }
}
