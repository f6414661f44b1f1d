package dk.klyngeflow.election;

/** The process {@code secret-ballot}: one vote between those who stand, with what follows when they are equal. */
final class SecretBallot {

    /** Stands behind the business key of the election in that of its vote. */
    static final String PART = "/afstemning";

    static final String WITHDREW = "election.candidateWithdrew";

    private SecretBallot() {}
}
