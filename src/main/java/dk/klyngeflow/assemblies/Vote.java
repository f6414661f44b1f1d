package dk.klyngeflow.assemblies;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of an item or of an amendment.
 *
 * @param amendment its number; 0 is the item itself
 * @param elected ids, parted by blanks
 * @param correctsWhy why an earlier record was replaced by this one; empty when there was none
 */
record Vote(
        int voteNo,
        int item,
        int amendment,
        How how,
        Count count,
        Room room,
        boolean isAdopted,
        String arithmetic,
        String elected,
        String remark,
        String correctsWhy,
        Instant recordedAt,
        String recordedBy,
        @Nullable Instant replacedAt) {

    /** As the tellers gave it. */
    record Count(int votesFor, int against, int blank, int invalid, String tellers) {

        static final Count NONE = new Count(0, 0, 0, 0, "");

        int all() {
            return votesFor + against + blank + invalid;
        }
    }

    /** @param present people @param votes theirs and those of their proxies */
    record Room(int present, int votes) {}

    List<String> people() {
        return elected.isBlank() ? List.of() : List.of(elected.split(" "));
    }

    Outcome outcome() {
        return switch (how) {
            case POSTPONED -> Outcome.POSTPONED;
            case NO_QUORUM -> Outcome.NO_QUORUM;
            case ACCLAMATION -> Outcome.ELECTED;
            case TO_ELECTION -> Outcome.TO_ELECTION;
            case UNOPPOSED, HANDS, PAPER -> isAdopted ? Outcome.ADOPTED : Outcome.REJECTED;
        };
    }
}
