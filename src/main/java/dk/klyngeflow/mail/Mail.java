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
 * @param linkId the personal link whose address the templates show as {@code linkUrl}; the address itself is never kept
 * @param calendar an invitation for the recipient's calendar program
 */
public record Mail(
        String clusterId,
        String purpose,
        String dedupeKey,
        Recipient to,
        Map<String, String> model,
        List<String> documentIds,
        @Nullable String caseKey,
        @Nullable String linkId,
        @Nullable CalendarPart calendar) {

    public Mail {
        model = Map.copyOf(model);
        documentIds = List.copyOf(documentIds);
    }

    public Mail(
            String clusterId,
            String purpose,
            String dedupeKey,
            Recipient to,
            Map<String, String> model,
            List<String> documentIds,
            @Nullable String caseKey) {
        this(clusterId, purpose, dedupeKey, to, model, documentIds, caseKey, null, null);
    }

    /** A mail without attachments that belongs to a case. */
    public static Mail of(
            String clusterId,
            String purpose,
            String dedupeKey,
            Recipient to,
            Map<String, String> model,
            String caseKey) {
        return new Mail(clusterId, purpose, dedupeKey, to, model, List.of(), caseKey, null, null);
    }

    public Mail withDocuments(List<String> documents) {
        return new Mail(clusterId, purpose, dedupeKey, to, model, documents, caseKey, linkId, calendar);
    }

    public Mail withLink(String link) {
        return new Mail(clusterId, purpose, dedupeKey, to, model, documentIds, caseKey, link, calendar);
    }

    public Mail withCalendar(CalendarPart part) {
        return new Mail(clusterId, purpose, dedupeKey, to, model, documentIds, caseKey, linkId, part);
    }
}
