package dk.klyngeflow.gatherings;

/**
 * A cluster is new and should meet soon, with the data it has. Published in the transaction that wishes it.
 *
 * @param by who is to lead it; a person's id
 */
public record FirstMeetingWished(String clusterId, String by) {}
