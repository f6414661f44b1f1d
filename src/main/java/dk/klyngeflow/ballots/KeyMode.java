package dk.klyngeflow.ballots;

/** Where the key lies that opens the envelopes. Never in the database. */
public enum KeyMode {
    /** A file in the directory {@code klyngeflow.ballots.key-dir}. */
    SERVER,
    /** Printed by the returning officer before opening, and typed by her to count; nowhere else. */
    PAPER
}
