package dk.klyngeflow.pages;

/**
 * Somebody has given a task to a colleague; published in the same transaction.
 *
 * @param message to the colleague; may be empty
 */
public record TaskDelegated(String taskId, String clusterId, String from, String to, String message) {}
