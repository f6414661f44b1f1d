package dk.klyngeflow.ballots;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be known of a vote at any time, by everybody on its roll.
 *
 * @param openedAt null until it is open
 * @param closesAt null until it is open
 * @param rollHash SHA-256 of the roll; null until it is frozen
 */
public record BallotFacts(
        String clusterId,
        String ballotId,
        String title,
        List<Candidate> candidates,
        Contest contest,
        Phase phase,
        KeyMode keyMode,
        Course course) {

    /** Where it is on its way. */
    public enum Phase {
        PREPARED,
        OPEN,
        COUNTED,
        /** Ended without a count. */
        VOID
    }

    /** Its moments, the roll's hash, and why it is void where it is. */
    public record Course(
            @Nullable Instant openedAt,
            @Nullable Instant closesAt,
            @Nullable String rollHash,
            @Nullable VoidReason voidReason) {}

    public BallotFacts {
        candidates = List.copyOf(candidates);
    }

    static BallotFacts of(BallotRow row) {
        return new BallotFacts(
                row.clusterId(),
                row.ballotId(),
                row.title(),
                row.candidates(),
                row.contest(),
                row.course().state(),
                row.keys().keyMode(),
                new Course(
                        row.course().openedAt(),
                        row.course().closesAt(),
                        row.course().rollHash(),
                        row.course().voidReason()));
    }
}
