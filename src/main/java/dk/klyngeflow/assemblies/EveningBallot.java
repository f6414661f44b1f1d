package dk.klyngeflow.assemblies;

import org.jspecify.annotations.Nullable;

/**
 * One vote by link about an item or an amendment.
 *
 * @param ballotNo in the order in which they were opened
 * @param ballotId of the secret vote
 * @param room when it was opened: its votes are the roll
 * @param protocol null until it is counted
 */
record EveningBallot(
        int ballotNo,
        Vote.Of of,
        String ballotId,
        Vote.Room room,
        State state,

        @Nullable @dk.klyngeflow.engine.Rows.Column("protocol_")
        Protocol protocol) {

    enum State {
        OPEN,
        /** Its result is recorded. */
        COUNTED,
        /** Too few have voted, or envelopes could not be opened: nothing is recorded. */
        NOT_COUNTED,
        CANCELLED
    }

    /** The printed one, and the hash of the file that recounts it. */
    record Protocol(String id, String hash) {}

    boolean isOpen() {
        return state == State.OPEN;
    }
}
