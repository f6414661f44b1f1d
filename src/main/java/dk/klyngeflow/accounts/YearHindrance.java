package dk.klyngeflow.accounts;

import java.util.List;

/** What must be done before a year can be locked. Implemented above, by whoever knows. */
public interface YearHindrance {

    /** Danish, one sentence for each matter; empty when there is none. */
    List<String> in(String clusterId, int year);

    /** The same, of what a reason may take the place of. */
    default List<String> excusable(String clusterId, int year) {
        return List.of();
    }
}
