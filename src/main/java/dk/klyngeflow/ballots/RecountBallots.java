package dk.klyngeflow.ballots;

/** Recounts an exported protocol without a database. */
public final class RecountBallots {

    private RecountBallots() {}
}
