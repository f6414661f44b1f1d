package dk.klyngeflow.ballots;

import dk.klyngeflow.ballots.BallotFacts.Phase;
import dk.klyngeflow.engine.Rows;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A vote as it is kept; nothing in it says who has voted. */
record BallotRow(
        String clusterId,
        String ballotId,
        String title,
        Terms terms,
        Keys keys,
        Course course,
        List<Candidate> candidates) {

    record Terms(
            int seats,
            ElectionRule rule,
            Round round,
            @Nullable @Rows.Column("adopt_") AdoptionRule adoption) {}

    /** @param publicKey in hex; null until the key is made */
    record Keys(KeyMode keyMode, String officer, @Nullable String publicKey) {}

    /** @param rollHash in hex; null until it is frozen @param voidReason null unless it is void */
    record Course(
            Phase state,
            Instant preparedAt,
            @Nullable Instant openedAt,
            @Nullable Instant closesAt,
            @Nullable String rollHash,
            @Nullable VoidReason voidReason) {

        static Course prepared(Instant at) {
            return new Course(Phase.PREPARED, at, null, null, null, null);
        }
    }

    static BallotRow of(NewBallot ballot, Instant now) {
        return new BallotRow(
                ballot.clusterId(),
                ballot.ballotId(),
                ballot.title(),
                new Terms(
                        ballot.terms().seats(),
                        ballot.terms().rule(),
                        ballot.terms().round(),
                        ballot.terms().adoption()),
                new Keys(ballot.keyMode(), ballot.officer(), null),
                Course.prepared(now),
                ballot.candidates());
    }

    BallotRow with(List<Candidate> standing) {
        return new BallotRow(clusterId, ballotId, title, terms, keys, course, standing);
    }

    Contest contest() {
        return new Contest(
                candidates.stream().map(Candidate::personId).toList(),
                terms.seats(),
                terms.rule(),
                terms.round(),
                terms.adoption());
    }

    boolean is(Phase state) {
        return course.state() == state;
    }
}
