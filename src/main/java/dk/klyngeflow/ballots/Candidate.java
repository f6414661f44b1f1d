package dk.klyngeflow.ballots;

/**
 * Who stands on the ballot paper.
 *
 * @param personId her name is read from the one place of names when the paper is shown
 * @param practice told beside the name, so that two of one name are told apart; may be empty
 * @param text her own few words; shown as text, never as HTML; may be empty
 */
public record Candidate(String personId, String practice, String text) {

    static final int LONGEST_TEXT = 600;
    static final int LONGEST_PRACTICE = 200;

    public Candidate {
        if (text.length() > LONGEST_TEXT || practice.length() > LONGEST_PRACTICE) {
            throw new IllegalArgumentException("too long a text of a candidate");
        }
    }

    /** Beside her name. */
    String about() {
        return practice.isEmpty() || text.isEmpty() ? practice + text : practice + ": " + text;
    }
}
