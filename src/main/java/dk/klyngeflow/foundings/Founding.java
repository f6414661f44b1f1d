package dk.klyngeflow.foundings;

import dk.klyngeflow.engine.CopenhagenTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cluster to be.
 *
 * @param waitsSince since when the founder is waited for; null while others are
 * @param round counted up with every step, so that what is mailed twice is told apart
 * @param dates proposed for the assembly, a moment a line
 * @param statutesVersion of the draft that went out with the invitation
 * @param formalitiesUntil when the cluster opens also without what is missing; null before it is founded
 * @param endedAt when it was opened or given up
 */
public record Founding(
        String clusterId,
        String founderId,
        FoundingStage stage,
        @Nullable Instant waitsSince,
        int reminders,
        int round,
        @Nullable Instant joiningClosesAt,
        String dates,
        @Nullable String pollId,
        @Nullable Instant assemblyAt,
        String place,
        String calendarUid,
        int statutesVersion,
        @Nullable Instant formalitiesUntil,
        @Nullable Instant endedAt) {

    /** How long the founding assembly is taken to last. */
    public static final Duration LASTS = Duration.ofHours(2);

    private static final String CASE = "/founding";

    public String caseKey() {
        return caseKey(clusterId);
    }

    public static String caseKey(String clusterId) {
        return clusterId + CASE;
    }

    public List<Instant> proposed() {
        return dates.lines().map(Instant::parse).toList();
    }

    /** In words; empty while there is none. */
    public String when() {
        return assemblyAt == null ? "" : CopenhagenTime.inWords(assemblyAt);
    }
}
