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
 * @param caseKey business key of the case; when the address is refused an incident is raised there
 */
public record Mail(
        String clusterId,
        String purpose,
        String dedupeKey,
        Recipient to,
        Map<String, String> model,
        @Nullable String caseKey,
        Along along) {

    /**
     * What goes along with it.
     *
     * @param documentIds attachments, kept in the same cluster
     * @param linkId the personal link whose address the templates show as {@code linkUrl}; the address itself is never kept
     * @param calendar an invitation for the recipient's calendar program
     * @param answersId Message-ID of the mail that this one answers, so that programs show both together
     */
    public record Along(
            List<String> documentIds,
            @Nullable String linkId,
            @Nullable CalendarPart calendar,
            @Nullable String answersId) {

        static final Along NOTHING = new Along(List.of(), null, null, null);

        public Along {
            documentIds = List.copyOf(documentIds);
        }
    }

    public Mail {
        model = Map.copyOf(model);
    }

    /** A mail that belongs to a case, unless that is null. */
    public static Mail of(
            String clusterId,
            String purpose,
            String dedupeKey,
            Recipient to,
            Map<String, String> model,
            @Nullable String caseKey) {
        return new Mail(clusterId, purpose, dedupeKey, to, model, caseKey, Along.NOTHING);
    }

    public Mail withDocuments(List<String> documents) {
        return with(new Along(documents, along.linkId(), along.calendar(), along.answersId()));
    }

    public Mail withLink(String link) {
        return with(new Along(along.documentIds(), link, along.calendar(), along.answersId()));
    }

    public Mail withCalendar(CalendarPart part) {
        return with(new Along(along.documentIds(), along.linkId(), part, along.answersId()));
    }

    /** @param messageId empty when it answers none */
    public Mail answering(String messageId) {
        return with(new Along(
                along.documentIds(), along.linkId(), along.calendar(), messageId.isEmpty() ? null : messageId));
    }

    private Mail with(Along more) {
        return new Mail(clusterId, purpose, dedupeKey, to, model, caseKey, more);
    }
}
