package dk.klyngeflow.handover;

/** The process {@code coordinator-vacancy}: the coordinator stops at once, the chair acts, and an election begins. */
final class CoordinatorVacancy {

    static final String KEY = "coordinator-vacancy";

    /** The message that starts an election where there is a process for it. It carries {@code clusterId}. */
    static final String ELECTION_WANTED = "election.postVacated";

    private CoordinatorVacancy() {}
}
