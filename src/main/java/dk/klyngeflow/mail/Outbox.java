package dk.klyngeflow.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.klyngeflow.engine.CopenhagenTime;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where everything that is to be mailed is put. Nothing is sent from here, so nobody's click waits for a mail server. */
@Component
public class Outbox {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final CopenhagenTime time;
    private final MailTemplates templates;
    private final MailSettings settings;

    Outbox(JdbcClient jdbc, ObjectMapper json, CopenhagenTime time, MailTemplates templates, MailSettings settings) {
        this.jdbc = jdbc;
        this.json = json;
        this.time = time;
        this.templates = templates;
        this.settings = settings;
    }

    /**
     * Writes the mail into the outbox in the caller's transaction: it is sent if and only if that commits.
     *
     * @return false when a mail of the cluster with this dedupe key is there already; it is then not written again
     * @throws IllegalArgumentException when the address is none, or there are no templates for the purpose: both are faults of the
     *     caller, who should hear of them now and not at night
     */
    public boolean enqueue(Mail mail) {
        templates.require(mail.purpose());
        String address = mail.to().address();
        if (address != null && !Addresses.isValid(address)) {
            throw new IllegalArgumentException("not a mail address, for " + mail.purpose());
        }
        Timestamp now = Timestamp.from(time.now());
        return jdbc.sql("""
                                insert into klyngeflow.mail_outbox
                                    (cluster_id, purpose, dedupe_hash, message_id, recipient_person, recipient_address,
                                     recipient_name, model, document_ids, case_key, link_id, calendar_method,
                                     calendar_text, created_at, due_at)
                                values (:cluster, :purpose, :dedupe, :messageId, :person, :address,
                                        :name, :model::jsonb, :documents, :caseKey, :link, :method, :calendar, :now, :now)
                                on conflict on constraint mail_outbox_once do nothing
                                """)
                        .param("cluster", mail.clusterId())
                        .param("purpose", mail.purpose())
                        .param("dedupe", hash(mail.dedupeKey()))
                        .param("messageId", "<" + UUID.randomUUID() + "@" + settings.messageIdDomain() + ">")
                        .param("person", mail.to().personId())
                        .param("address", address)
                        .param("name", mail.to().name())
                        .param("model", written(mail))
                        .param("documents", mail.documentIds().toArray(String[]::new))
                        .param("caseKey", mail.caseKey())
                        .param("link", mail.linkId())
                        .param(
                                "method",
                                mail.calendar() == null ? null : mail.calendar().method())
                        .param(
                                "calendar",
                                mail.calendar() == null ? null : mail.calendar().text())
                        .param("now", now)
                        .update()
                == 1;
    }

    private String written(Mail mail) {
        try {
            return json.writeValueAsString(mail.model());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts can always be written", e);
        }
    }

    private static String hash(String dedupeKey) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(dedupeKey.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
