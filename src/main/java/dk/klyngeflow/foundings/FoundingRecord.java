package dk.klyngeflow.foundings;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the founding assembly decided. People are ids, several parted by blanks.
 *
 * @param votes on the statutes
 * @param elected where a ballot is wanted, the chair is coordinator until that is over
 * @param counts of the elections as the tellers gave them; empty with acclamation
 */
public record FoundingRecord(
        String clusterId,
        String came,
        Chairs chairs,
        Votes votes,
        Elected elected,
        String minutes,
        @Nullable String documentId,
        Instant recordedAt) {

    public record Chairs(String assemblyChair, String minutesKeeper) {}

    public record Votes(int votesFor, int votesAgainst, boolean isAdopted, String amendments, boolean isBallotWanted) {}

    public record Elected(
            String coordinator,
            String chair,
            String treasurer,
            String board,
            String auditor,
            How howElected,
            String counts,
            String tellers) {}

    public enum How {
        ACCLAMATION("Fredsvalg: kun én kandidat til hver post"),
        SHOW_OF_HANDS("Håndsoprækning"),
        PAPER("Skriftlig afstemning");

        private final String danish;

        How(String danish) {
            this.danish = danish;
        }

        public String danish() {
            return danish;
        }
    }

    public static List<String> ids(String several) {
        return several.isBlank() ? List.of() : List.of(several.split(" "));
    }
}
