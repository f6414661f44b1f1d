package dk.klyngeflow.election;

/** Why somebody should never have stood on a roll; chosen, not written, since it stands in a protocol that all can read. */
enum StrikeOffReason {
    NO_MEMBER("Var ikke medlem, da der blev åbnet"),
    NO_VOTE("Har ikke stemmeret efter vedtægterne"),
    TWICE("Står på valglisten to gange"),
    BY_MISTAKE("Er sat på valglisten ved en fejl");

    private final String danish;

    StrikeOffReason(String danish) {
        this.danish = danish;
    }

    public String danish() {
        return danish;
    }
}
