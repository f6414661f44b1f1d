package dk.klyngeflow.polls;

/**
 * Somebody who is asked.
 *
 * @param required a date to which she says no cannot win
 */
public record Asked(String personId, boolean required) {}
