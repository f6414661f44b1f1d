package dk.klyngeflow.handover;

/** The process {@code coordinator-handover}: the post as coordinator goes from one to the next on an agreed day. */
final class CoordinatorHandover {

    static final String KEY = "coordinator-handover";

    /** Told when the successor is to leave the cluster before the day. */
    static final String SUCCESSOR_LEFT = "handover.successorLeft";

    /** Told when it has been cancelled, or the post has gone another way; the reason is kept with the handover. */
    static final String STOPPED = "handover.handoverStopped";

    private CoordinatorHandover() {}
}
