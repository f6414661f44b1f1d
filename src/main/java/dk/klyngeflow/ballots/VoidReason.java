package dk.klyngeflow.ballots;

/** Why a vote ended without a count. */
public enum VoidReason {
    WITHDRAWN("fordi en kandidat trak sig, mens den var åben"),
    KEY_LOST("fordi nøglen på papir er gået tabt, så ingen kan åbne stemmerne"),
    CANCELLED("fordi valget blev aflyst"),
    OTHERWISE("fordi der stemmes på en anden måde");

    private final String danish;

    VoidReason(String danish) {
        this.danish = danish;
    }

    /** As a sentence ends. */
    public String danish() {
        return danish;
    }
}
