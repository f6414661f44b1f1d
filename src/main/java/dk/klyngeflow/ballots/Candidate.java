package dk.klyngeflow.ballots;

import java.util.Map;

/**
 * Who stands on the ballot paper, or what: a person, or a proposal.
 *
 * @param personId her name is read from the one place of names when the paper is shown; of a proposal its key
 * @param practice told beside the name, so that two of one name are told apart; may be empty
 * @param text her own few words, or what is proposed; shown as text, never as HTML; may be empty
 * @param label what a proposal is called; empty for a person
 */
public record Candidate(String personId, String practice, String text, String label) {

    static final int LONGEST_TEXT = 600;
    static final int LONGEST_PRACTICE = 200;
    static final int LONGEST_PROPOSAL = 20_000;

    public Candidate {
        int longest = label.isEmpty() ? LONGEST_TEXT : LONGEST_PROPOSAL;
        if (text.length() > longest || practice.length() > LONGEST_PRACTICE) {
            throw new IllegalArgumentException("too long a text of a candidate");
        }
    }

    /** A person. */
    public Candidate(String personId, String practice, String text) {
        this(personId, practice, text, "");
    }

    /** @param names of persons, by id */
    String name(Map<String, String> names, String unknown) {
        return label.isEmpty() ? names.getOrDefault(personId, unknown) : label;
    }

    /** Beside her name. */
    String about() {
        return practice.isEmpty() || text.isEmpty() ? practice + text : practice + ": " + text;
    }
}
