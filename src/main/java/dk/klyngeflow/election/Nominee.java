package dk.klyngeflow.election;

/**
 * Somebody who has been named for a post.
 *
 * @param text her own few words; shown as text, never as HTML
 */
record Nominee(String personId, String text, State state) {

    static final int LONGEST_TEXT = 600;

    enum State {
        /** A colleague has named her; she has not answered. */
        NAMED,
        STANDING,
        DECLINED,
        WITHDRAWN,
        /** Voted upon and not elected. */
        LOST,
        ELECTED,
        ACCEPTED,
        /** Elected, and said no. */
        REFUSED,
        /** Elected, said no or nothing, and the board went on without her. */
        GAVE_WAY
    }

    boolean is(State wanted) {
        return state == wanted;
    }
}
