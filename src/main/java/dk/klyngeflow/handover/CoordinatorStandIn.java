package dk.klyngeflow.handover;

/** The process {@code coordinator-stand-in}: somebody else is coordinator while the coordinator is on leave. */
final class CoordinatorStandIn {

    static final String KEY = "coordinator-stand-in";

    /** Told when the leave has another end, or the post has gone a third way. */
    static final String LEAVE_CHANGED = "handover.leaveChanged";

    private CoordinatorStandIn() {}
}
