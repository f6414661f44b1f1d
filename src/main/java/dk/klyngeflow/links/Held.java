package dk.klyngeflow.links;

/**
 * What the holder of a valid link may do: one act, for one subject, in one cluster.
 *
 * @param subject id of what is asked about, such as a poll or a booking
 * @param holder who was asked: a person's id, or the id of a supplier
 */
public record Held(String clusterId, String subject, String holder) {}
