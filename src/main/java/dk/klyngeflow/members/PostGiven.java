package dk.klyngeflow.members;

import java.time.LocalDate;

/**
 * Somebody has been given a post. Published in the transaction that gives it, also when it begins later.
 *
 * @param from the first day she holds it
 */
public record PostGiven(String clusterId, String personId, Post post, LocalDate from) {}
