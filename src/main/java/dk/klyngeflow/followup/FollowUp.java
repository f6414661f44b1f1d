package dk.klyngeflow.followup;

/** The process {@code follow-up}: what was agreed is asked after, those who stay away are called, the topic is measured again. */
final class FollowUp {

    static final String KEY = "follow-up";

    /** Part of the case's business key after the meeting's. */
    static final String PART = "/opfoelgning";

    /** Told when the owner of something agreed has answered. */
    static final String ACTION_ITEM_ANSWERED = "meetings.actionItemAnswered";

    private FollowUp() {}
}
