package dk.klyngeflow.followup;

/** The process {@code meeting-wrap-up}: from the held meeting to its minutes. */
public final class MeetingWrapUp {

    static final String KEY = "meeting-wrap-up";

    /** Part of the case's business key after the meeting's. */
    public static final String PART = "/referat";

    /** Told when the colleague has written the key points. */
    static final String KEY_POINTS_GIVEN = "meetings.keyPointsGiven";

    private MeetingWrapUp() {}
}
