package dk.klyngeflow.assemblies;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was recorded in an evening, for its minutes.
 *
 * @param came names of those who came, sorted
 * @param proxies such as "Bo Dahl stemte for Anne Holm"
 * @param present how many were there at most at the time of a vote, or are there now
 */
public record EveningRecord(
        String title,
        @Nullable Instant openedAt,
        @Nullable Instant endedAt,
        Officers officers,
        List<String> came,
        List<String> proxies,
        Attendance present,
        List<Decision> decisions) {

    /** As they are called; neither need be a member. */
    public record Officers(String chairedBy, String keptBy) {}

    public EveningRecord {
        came = List.copyOf(came);
        proxies = List.copyOf(proxies);
        decisions = List.copyOf(decisions);
    }

    public String chairedBy() {
        return officers.chairedBy();
    }

    public String keptBy() {
        return officers.keptBy();
    }
}
