package dk.klyngeflow.dataorders;

/** Where the data of a meeting stand when they are looked for. */
public enum DataState {
    /** There is time to ask and to order. */
    EARLY,
    /** The meeting is nearer than a package takes. */
    LATE,
    /** Ordered before the meeting was moved. */
    ORDERED,
    /** They are here already. */
    RECEIVED
}
