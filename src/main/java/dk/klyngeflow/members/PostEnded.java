package dk.klyngeflow.members;

import java.time.LocalDate;

/**
 * An end has been set to somebody's post. Published in the transaction that does it, also when it ends later.
 *
 * @param until the first day she no longer holds it
 */
public record PostEnded(String clusterId, String personId, Post post, LocalDate until) {}
