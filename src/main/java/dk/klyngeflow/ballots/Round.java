package dk.klyngeflow.ballots;

/** Which vote of an election this is; {@link Outcome.RunOff} says which comes next. */
public enum Round {
    FIRST,
    /** The second one under {@link ElectionRule.SecondRound#FREE}: everybody once more, still more than half. */
    FREE,
    /** Bound, but with three or more, since the last place was shared; still more than half. */
    WIDENED,
    /** Between the leading or the equal ones: the most votes decide, then the lot. */
    LAST
}
