package dk.klyngeflow.invoices;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows.Column;
import java.time.Instant;

/**
 * How a question to the members stands.
 *
 * @param open while it takes answers: before its deadline, and not all have answered
 */
record MembersVote(
        Instant closesAt,
        @Column(value = "is_open", isJoined = true) boolean open,
        @Column(isJoined = true) int asked,
        @Column(isJoined = true) int yes,
        @Column(isJoined = true) int no) {

    /** More yes than no among those who answered; a tie decides nothing, and so does silence. */
    boolean isApproved() {
        return !open && yes > no;
    }

    /** For the coordinator and the members alike. */
    String text() {
        String figures = yes + " ja, " + no + " nej, " + (asked - yes - no) + " har ikke svaret";
        if (open) {
            return figures + ". Der lukkes " + CopenhagenTime.inWords(closesAt) + ".";
        }
        return figures + (isApproved() ? ". Flertallet siger ja." : ". Der er ikke flertal for at betale.");
    }
}
