package dk.klyngeflow.election;

/** How far an election has come. */
enum ElectionStatus {
    NOMINATING("Kandidater søges"),
    ACCLAMATION("Fredsvalg er meddelt"),
    VOTING("Der stemmes"),
    ACCEPTING("De valgte bliver spurgt"),
    DONE("Afgjort"),
    FAILED("Ingen er valgt"),
    CANCELLED("Aflyst");

    private final String danish;

    ElectionStatus(String danish) {
        this.danish = danish;
    }

    public String danish() {
        return danish;
    }

    boolean isOver() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
