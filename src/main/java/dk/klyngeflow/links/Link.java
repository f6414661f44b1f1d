package dk.klyngeflow.links;

import dk.klyngeflow.engine.Rows.Column;
import java.util.UUID;

/**
 * A personal link as its row says; whose token it is checked against.
 *
 * @param isEnded true when it takes no answers any longer; its holder may still hear why
 */
record Link(
        @Column("link_id") UUID id,
        String clusterId,
        String purpose,
        String subject,
        String holder,
        int version,
        @Column(value = "ended", isJoined = true) boolean isEnded) {

    /** Holders who are of no cluster; their links need no post. */
    static final String SUPPLIER = "supplier:";

    static final String GUEST = "guest:";

    Held held() {
        return new Held(clusterId, subject, holder);
    }

    boolean isOfOutsider() {
        return holder.startsWith(SUPPLIER) || holder.startsWith(GUEST);
    }
}
