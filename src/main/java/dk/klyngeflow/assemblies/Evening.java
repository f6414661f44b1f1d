package dk.klyngeflow.assemblies;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One evening of an assembly. @param statutesVersion by which it is held from beginning to end */
record Evening(
        String clusterId,
        String eveningId,
        String title,
        int statutesVersion,
        boolean isSecond,
        String chairedBy,
        String keptBy,
        @Nullable Instant openedAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {

    /** Business key of the case by which it is held. */
    String caseKey() {
        return clusterId + "/" + eveningId;
    }

    boolean isOpen() {
        return openedAt != null && endedAt == null;
    }
}
