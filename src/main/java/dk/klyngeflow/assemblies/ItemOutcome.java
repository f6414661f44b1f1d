package dk.klyngeflow.assemblies;

/** What came of one thing on the agenda. */
public enum ItemOutcome {
    /** Nothing is recorded yet. */
    OPEN("Ikke afgjort"),
    /** Heard; there was nothing to vote on. */
    NOTED("Taget til efterretning"),
    ADOPTED("Vedtaget"),
    REJECTED("Forkastet"),
    POSTPONED("Udsat"),
    NO_QUORUM("For få mødt"),
    ELECTED("Valgt"),
    /** More stand than there are seats, or somebody wants a written vote: the election's own case goes on. */
    TO_ELECTION("Stemmes der om i valget");

    private final String danish;

    ItemOutcome(String danish) {
        this.danish = danish;
    }

    public String danish() {
        return danish;
    }
}
