package dk.klyngeflow.mail;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one recipient, to be written when it is sent.
 *
 * @param clusterId whose mail it is
 * @param purpose name of the templates {@code templates/mail/<purpose>.html}, {@code .txt} and {@code .subject}
 * @param dedupeKey {@code purpose:case:recipient:round}; a second mail with the same key of the same cluster is not sent
 * @param model what the templates show beside {@code clusterName}, {@code recipientName} and {@code publicUrl}; no secrets, no names
 *     or addresses of people
 * @param documentIds attachments, kept in the same cluster
 * @param caseKey business key of the case; when the address is refused an incident is raised there
 */
public record Mail(
        String clusterId,
        String purpose,
        String dedupeKey,
        Recipient to,
        Map<String, String> model,
        List<String> documentIds,
        @Nullable String caseKey) {

    public Mail {
        model = Map.copyOf(model);
        documentIds = List.copyOf(documentIds);
    }

    /** A mail without attachments that belongs to a case. */
    public static Mail of(
            String clusterId,
            String purpose,
            String dedupeKey,
            Recipient to,
            Map<String, String> model,
            String caseKey) {
        return new Mail(clusterId, purpose, dedupeKey, to, model, List.of(), caseKey);
    }
}
