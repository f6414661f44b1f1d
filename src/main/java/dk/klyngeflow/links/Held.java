package dk.klyngeflow.links;

import org.jspecify.annotations.Nullable;

/**
 * What the holder of a valid link may do: one act, for one subject, in one cluster.
 *
 * @param subject id of what is asked about, such as a poll or a booking
 * @param holder who was asked: a person's id, or the id of a supplier
 * @param by who answers for her because she has phoned; null when she answers herself
 */
public record Held(
        String clusterId,
        String subject,
        String holder,
        @Nullable String by) {

    public Held(String clusterId, String subject, String holder) {
        this(clusterId, subject, holder, null);
    }
}
