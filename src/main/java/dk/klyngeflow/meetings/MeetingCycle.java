package dk.klyngeflow.meetings;

/** The process {@code meeting-cycle}: from topic to follow-up. */
final class MeetingCycle {

    static final String KEY = "meeting-cycle";

    /** Told when somebody of the cluster has moved the meeting; everything is arranged anew. */
    static final String MEETING_MOVED = "meetings.meetingMoved";

    /** Told when the meeting has been cancelled; ends the case. */
    static final String MEETING_CANCELLED = "meetings.meetingCancelled";

    /** Moved by the coordinator's own task, when too few come. */
    static final String MOVE = "MOVE";

    static final String CANCEL = "CANCEL";
    static final String HOLD = "HOLD";

    private MeetingCycle() {}
}
