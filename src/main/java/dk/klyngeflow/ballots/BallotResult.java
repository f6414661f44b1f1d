package dk.klyngeflow.ballots;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be told of a vote that has been counted: to everybody, everywhere.
 *
 * @param counts null when there were so few ballots, or all alike, that figures would tell who voted what
 * @param sentences Danish: how the result follows from figures and rule
 * @param order the candidates by votes, for substitutes; empty when figures may not be told
 * @param hash SHA-256 of the protocol file
 * @param lot null when none was drawn
 */
public record BallotResult(
        Outcome outcome,
        @Nullable Counts counts,
        List<String> order,
        List<String> sentences,
        String hash,
        @Nullable Lot lot,
        Instant countedAt) {

    public BallotResult {
        order = List.copyOf(order);
        sentences = List.copyOf(sentences);
    }
}
