package dk.klyngeflow.security;

/**
 * Somebody has another password than before, whoever set it. Published in the transaction that changes it.
 *
 * @param isOwnChoice false when an administrator set it, who therefore knows it
 */
public record PasswordChanged(String personId, boolean isOwnChoice) {}
