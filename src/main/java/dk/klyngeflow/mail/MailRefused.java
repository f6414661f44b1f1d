package dk.klyngeflow.mail;

import org.jspecify.annotations.Nullable;

/**
 * A mail that will not be sent unless a person does something. Published in the transaction that marks it.
 *
 * @param caseKey business key of the case that the mail belongs to
 */
public record MailRefused(
        String clusterId, long mailId, @Nullable String caseKey) {}
