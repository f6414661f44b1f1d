package dk.klyngeflow.ballots;

/**
 * Who is elected, as the statutes say.
 *
 * @param second what follows when nobody has more than half; of no matter under {@link Majority#RELATIVE}
 * @param tied who goes on to a bound second round when the last place in it is shared
 */
public record ElectionRule(Majority majority, SecondRound second, TiedForSecond tied) {

    /** How many votes are enough. */
    public enum Majority {
        /** The most votes. */
        RELATIVE,
        /** More than half of the valid votes; blank and invalid ones do not count. */
        ABSOLUTE
    }

    /** Who may be voted for in the second round. */
    public enum SecondRound {
        /** Everybody once more; then the leading ones only. */
        FREE,
        /** At once only the leading ones: twice as many as there are seats. */
        BOUND
    }

    /** When two or more share the last place in a bound round. */
    public enum TiedForSecond {
        LOT,
        /** All of them go on. */
        ALL
    }

    /** The most votes; equal ones are voted upon again, then drawn. */
    public static final ElectionRule MOST_VOTES =
            new ElectionRule(Majority.RELATIVE, SecondRound.BOUND, TiedForSecond.LOT);
}
