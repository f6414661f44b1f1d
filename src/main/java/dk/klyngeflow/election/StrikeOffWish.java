package dk.klyngeflow.election;

import java.time.Instant;

/** One of two who must wants a voter struck off the roll of an open vote. */
record StrikeOffWish(
        String clusterId,
        String electionId,
        String ballotId,
        String voter,
        StrikeOffReason reason,
        String askedBy,
        Instant askedAt) {}
