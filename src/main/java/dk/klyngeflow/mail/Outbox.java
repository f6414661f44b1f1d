package dk.klyngeflow.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.klyngeflow.engine.CopenhagenTime;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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
    private final ApplicationEventPublisher events;

    Outbox(
            JdbcClient jdbc,
            ObjectMapper json,
            CopenhagenTime time,
            MailTemplates templates,
            MailSettings settings,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.time = time;
        this.templates = templates;
        this.settings = settings;
        this.events = events;
    }

    /**
     * Writes the mail into the outbox in the caller's transaction: it is sent if and only if that commits.
     *
     * @return false when a mail of the cluster with this dedupe key is there already; it is then not written again
     * @throws IllegalArgumentException when the address is none, or there are no templates for the purpose: both are faults of the
     *     caller, who should hear of them now and not at night
     */
    public boolean enqueue(Mail mail) {
        return enqueueAll(List.of(mail)) == 1;
    }

    /**
     * The same for the mails of one step, in one statement.
     *
     * @return how many were not there already
     */
    public int enqueueAll(List<Mail> mails) {
        if (mails.isEmpty()) {
            return 0;
        }
        String rows = json(mails.stream().map(this::row).toList());
        int written = jdbc.sql("""
                        insert into klyngeflow.mail_outbox
                            (cluster_id, purpose, dedupe_hash, message_id, recipient_person, recipient_address,
                             recipient_name, model, document_ids, case_key, link_id, calendar_method,
                             calendar_text, answers_id, created_at, due_at)
                        select m.*, :now, :now from jsonb_to_recordset(:mails::jsonb)
                          as m(cluster_id text, purpose text, dedupe_hash text, message_id text, recipient_person text,
                               recipient_address text, recipient_name text, model jsonb, document_ids text[], case_key text,
                               link_id text, calendar_method text, calendar_text text, answers_id text)
                        on conflict on constraint mail_outbox_once do nothing""")
                .param("mails", rows)
                .param("now", Timestamp.from(time.now()))
                .update();
        tellOfStrangers(mails);
        return written;
    }

    /** Whoever keeps a book of people outside the cluster hears that they are written to. */
    private void tellOfStrangers(List<Mail> mails) {
        mails.stream()
                .filter(mail -> mail.to().address() != null)
                .map(mail -> new StrangerWrittenTo(
                        mail.clusterId(),
                        mail.purpose(),
                        String.valueOf(mail.to().address())))
                .distinct()
                .forEach(events::publishEvent);
    }

    /**
     * How many mails of a matter are where.
     *
     * @param key of the mails' model, which has this value
     * @return by state: {@code WAITING}, {@code SENT}, {@code FAILED}, {@code GIVEN_UP}
     */
    public Map<String, Integer> states(String clusterId, String purpose, String key, String value) {
        Map<String, Integer> states = new java.util.TreeMap<>();
        jdbc.sql("""
                        select state, count(*) as n from klyngeflow.mail_outbox
                        where cluster_id = :cluster and purpose = :purpose and model ->> :key = :value group by state""")
                .param("cluster", clusterId)
                .param("purpose", purpose)
                .param("key", key)
                .param("value", value)
                .query(row -> {
                    states.put(row.getString("state"), row.getInt("n"));
                });
        return states;
    }

    private Map<String, @Nullable Object> row(Mail mail) {
        templates.require(mail.purpose());
        String address = mail.to().address();
        if (address != null && !Addresses.isValid(address)) {
            throw new IllegalArgumentException("not a mail address, for " + mail.purpose());
        }
        CalendarPart calendar = mail.along().calendar();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("cluster_id", mail.clusterId());
        row.put("purpose", mail.purpose());
        row.put("dedupe_hash", hash(mail.dedupeKey()));
        row.put("message_id", "<" + UUID.randomUUID() + "@" + settings.messageIdDomain() + ">");
        row.put("recipient_person", mail.to().personId());
        row.put("recipient_address", address);
        row.put("recipient_name", mail.to().name());
        row.put("model", mail.model());
        row.put("document_ids", mail.along().documentIds());
        row.put("case_key", mail.caseKey());
        row.put("link_id", mail.along().linkId());
        row.put("calendar_method", calendar == null ? null : calendar.method());
        row.put("calendar_text", calendar == null ? null : calendar.text());
        row.put("answers_id", mail.along().answersId());
        return row;
    }

    private String json(List<Map<String, @Nullable Object>> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written", e);
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
