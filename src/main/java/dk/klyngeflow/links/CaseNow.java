package dk.klyngeflow.links;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is true now of the case that a question belongs to. Whoever asks knows only when she asked: without this, a yes to a meeting that
 * has been moved and cancelled since would count.
 */
public interface CaseNow {

    /**
     * @param over one sentence for whoever was asked, when there is nothing to answer any longer; empty while there is
     * @param start when it takes place; null while that is not decided
     */
    record State(String over, @Nullable Instant start) {

        public boolean isOver() {
            return !over.isEmpty();
        }

        /** True when it takes place, but not at that time any longer. */
        public boolean isMovedFrom(Instant asked) {
            return start != null && !start.equals(asked);
        }
    }

    /** @param caseKey business key of the case or of a part of it; empty for a case that nobody knows */
    Optional<State> of(String clusterId, String caseKey);

    /** The same, and nobody moves or ends the case until the transaction is over. */
    Optional<State> hold(String clusterId, String caseKey);
}
