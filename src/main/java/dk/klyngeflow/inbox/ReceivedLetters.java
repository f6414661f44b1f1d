package dk.klyngeflow.inbox;

import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mails that were kept, with their files. */
@Repository
public class ReceivedLetters {

    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_BODY = 50_000;

    private static final Rows<ReceivedLetter> ROW = Rows.of(ReceivedLetter.class, "letter");

    private final JdbcClient jdbc;
    private final Documents documents;
    private final CopenhagenTime time;
    private final ApplicationEventPublisher events;

    ReceivedLetters(JdbcClient jdbc, Documents documents, CopenhagenTime time, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.time = time;
        this.events = events;
    }

    /** Empty when it is of another cluster, or too old to be kept any longer. */
    public Optional<ReceivedLetter> find(String clusterId, long letterId) {
        return jdbc.sql("""
                        select cluster_id, letter_id, sender, sender_name, subject, body, note, received_at from klyngeflow.letter
                        where cluster_id = :cluster and letter_id = :id and blanked_at is null""")
                .param("cluster", clusterId)
                .param("id", letterId)
                .query(ROW)
                .optional()
                .map(letter -> letter.with(files(clusterId, letterId)));
    }

    /** The mail that a file came with. */
    public Optional<ReceivedLetter> withFile(String clusterId, String documentId) {
        return jdbc.sql("""
                        select letter_id from klyngeflow.letter_file
                        where cluster_id = :cluster and document_id = :document order by letter_id limit 1""")
                .param("cluster", clusterId)
                .param("document", documentId)
                .query(Long.class)
                .optional()
                .flatMap(letterId -> find(clusterId, letterId));
    }

    /**
     * A person has seen that some of the files are invoices.
     *
     * @throws IllegalArgumentException when one of them is not a file of this letter
     */
    public void handOn(String clusterId, long letterId, List<String> documentIds) {
        ReceivedLetter letter = find(clusterId, letterId)
                .orElseThrow(() -> new IllegalArgumentException("no letter " + letterId + " in " + clusterId));
        boolean answerable = isAnswerable(clusterId, letterId);
        for (String documentId : documentIds) {
            Document file = letter.files().stream()
                    .filter(each -> each.id().equals(documentId))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such file of letter " + letterId));
            events.publishEvent(new DocumentMailed(
                    clusterId,
                    file.id(),
                    file.fileName(),
                    letter.sender(),
                    letter.senderName(),
                    letter.subject(),
                    answerable));
        }
    }

    /**
     * By which programs put it together with others.
     *
     * @param messageId with its angle brackets; empty when it has none
     * @param answers Message-IDs that it answers
     * @param isAnswerable whether a person wrote it, from an address that may be answered by a program
     */
    public record Thread(String messageId, List<String> answers, boolean isAnswerable) {}

    /** Empty when there is no such letter. */
    public Optional<Thread> thread(String clusterId, long letterId) {
        return jdbc.sql("""
                        select message_id, answers, answerable from klyngeflow.letter
                        where cluster_id = :cluster and letter_id = :id and blanked_at is null""")
                .param("cluster", clusterId)
                .param("id", letterId)
                .query((row, number) -> new Thread(
                        row.getString("message_id"),
                        List.of((String[]) row.getArray("answers").getArray()),
                        row.getBoolean("answerable")))
                .optional();
    }

    private boolean isAnswerable(String clusterId, long letterId) {
        return jdbc.sql(
                        "select answerable from klyngeflow.letter where cluster_id = :cluster and letter_id = :id and blanked_at is null")
                .param("cluster", clusterId)
                .param("id", letterId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    long keep(String clusterId, MailRead mail, List<String> documentIds) {
        long id = jdbc.sql("""
                        insert into klyngeflow.letter
                          (cluster_id, sender, sender_name, subject, body, note, answerable, message_id, answers, received_at)
                        values (:cluster, :sender, :name, :subject, :body, :note, :answerable, :message, :answers, :now) returning letter_id""")
                .param("cluster", clusterId)
                .param("sender", mail.head().sender())
                .param("name", Masked.line(mail.head().senderName(), 100))
                .param("subject", Masked.line(mail.head().subject(), LONGEST_SUBJECT))
                .param("body", Masked.text(mail.content().text(), LONGEST_BODY))
                .param("note", String.join(" ", mail.notes()))
                .param("answerable", mail.answerable())
                .param("message", mail.head().messageId())
                .param("answers", mail.head().references().toArray(String[]::new))
                .param("now", Timestamp.from(time.now()))
                .query(Long.class)
                .single();
        for (String documentId : documentIds) {
            jdbc.sql(
                            "insert into klyngeflow.letter_file (cluster_id, letter_id, document_id) values (:cluster, :id, :document)")
                    .param("cluster", clusterId)
                    .param("id", id)
                    .param("document", documentId)
                    .update();
        }
        return id;
    }

    /** Leaves that there was a letter, and nothing of whom or of what it said; its files go when their own time is over. */
    int blank(Instant receivedBefore) {
        jdbc.sql("""
                        delete from klyngeflow.letter_file f using klyngeflow.letter l
                        where l.cluster_id = f.cluster_id and l.letter_id = f.letter_id and l.received_at < :before""").param("before", Timestamp.from(receivedBefore)).update();
        return jdbc.sql("""
                        update klyngeflow.letter
                        set sender = '', sender_name = '', subject = '', body = '', note = '', message_id = '', answers = '{}',
                            blanked_at = :now
                        where blanked_at is null and received_at < :before""")
                .param("before", Timestamp.from(receivedBefore))
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    private List<Document> files(String clusterId, long letterId) {
        return jdbc
                .sql("select document_id from klyngeflow.letter_file where cluster_id = :cluster and letter_id = :id")
                .param("cluster", clusterId)
                .param("id", letterId)
                .query(String.class)
                .list()
                .stream()
                .flatMap(id -> documents.find(clusterId, id).stream())
                .toList();
    }
}
