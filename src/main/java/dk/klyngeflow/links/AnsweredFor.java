package dk.klyngeflow.links;

/**
 * Somebody has answered for a person who phoned.
 *
 * @param purpose of the link by which that person could have answered herself
 * @param linkId of that link
 */
public record AnsweredFor(
        String clusterId, String purpose, String subject, String personId, String linkId, String byPerson) {}
