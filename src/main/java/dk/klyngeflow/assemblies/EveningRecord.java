package dk.klyngeflow.assemblies;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was recorded in an evening, for its minutes.
 *
 * @param chairedBy the chair of the assembly, as she is called
 * @param came names of those who came, sorted
 * @param proxies such as "Bo Dahl stemte for Anne Holm"
 * @param present how many were there at most at the time of a vote, or are there now
 */
public record EveningRecord(
        String title,
        @Nullable Instant openedAt,
        @Nullable Instant endedAt,
        String chairedBy,
        String keptBy,
        List<String> came,
        List<String> proxies,
        Attendance present,
        List<Decision> decisions) {

    public EveningRecord {
        came = List.copyOf(came);
        proxies = List.copyOf(proxies);
        decisions = List.copyOf(decisions);
    }
}
