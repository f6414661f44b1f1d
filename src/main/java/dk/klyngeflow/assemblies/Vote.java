package dk.klyngeflow.assemblies;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of an item or of an amendment.
 *
 * @param voteNo in the order in which they were written down
 */
record Vote(int voteNo, Of of, How how, Count count, Room room, Result result, Words words, Written written) {

    /** @param amendment its number; 0 is the item itself */
    record Of(int item, int amendment) {}

    /** @param elected ids, parted by blanks */
    record Result(boolean isAdopted, String arithmetic, String elected) {}

    /** @param correctsWhy why an earlier record was replaced by this one; empty when there was none */
    record Words(String remark, String correctsWhy) {}

    record Written(
            Instant recordedAt, String recordedBy, @Nullable Instant replacedAt) {}

    /** As the tellers gave it. */
    record Count(int votesFor, int against, int blank, int invalid, String tellers) {

        static final Count NONE = new Count(0, 0, 0, 0, "");

        int all() {
            return votesFor + against + blank + invalid;
        }
    }

    /** @param present people @param votes theirs and those of their proxies */
    record Room(int present, int votes) {}

    boolean isOf(int item, int amendment) {
        return of.item() == item && of.amendment() == amendment;
    }

    boolean isAdopted() {
        return result.isAdopted();
    }

    List<String> people() {
        return result.elected().isBlank() ? List.of() : List.of(result.elected().split(" "));
    }

    ItemOutcome outcome() {
        return switch (how) {
            case POSTPONED -> ItemOutcome.POSTPONED;
            case NO_QUORUM -> ItemOutcome.NO_QUORUM;
            case ACCLAMATION -> ItemOutcome.ELECTED;
            case TO_ELECTION -> ItemOutcome.TO_ELECTION;
            case UNOPPOSED, HANDS, PAPER, DIGITAL -> isAdopted() ? ItemOutcome.ADOPTED : ItemOutcome.REJECTED;
        };
    }
}
