package dk.klyngeflow.documents;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.security.Refused;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The files of the clusters. What is stored stays as it came; the database refuses to change it. */
@Component
public class Documents {

    private static final Rows<Document> ROW = Rows.of(Document.class, "document");

    /** The same limit stands in the server's set-up and as a constraint in the database. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final int YEARS_KEPT = 5;
    private static final String COLUMNS = "id, cluster_id, file_name, media_type, size, sha256, stored_by, stored_at";

    private final JdbcClient jdbc;
    private final CopenhagenTime time;
    private final Inspector inspector;
    private final TransactionTemplate each;

    Documents(JdbcClient jdbc, CopenhagenTime time, Inspector inspector, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.time = time;
        this.inspector = inspector;
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Keeps a file, whatever it is: also one that nobody can read is kept for a person to look at. It is kept for five years after the
     * end of this year unless {@link #keepUntil} says longer. Joins the caller's transaction.
     *
     * @param fileName as given; it is cleaned
     * @param storedBy id of the person, who may see it again
     * @throws Refused with a Danish message when it is too large
     */
    public Document store(String clusterId, String fileName, byte[] content, String storedBy) {
        if (content.length > LARGEST) {
            throw Refused.badRequest(tooLarge(content.length));
        }
        Document document = new Document(
                UUID.randomUUID().toString(),
                clusterId,
                FileNames.clean(fileName),
                Sniffed.of(content).mediaType(),
                content.length,
                sha256(content),
                storedBy,
                time.now().truncatedTo(ChronoUnit.MICROS));
        jdbc.sql("""
                        insert into klyngeflow.document
                            (id, cluster_id, file_name, media_type, size, sha256, content, stored_by, stored_at, keep_until)
                        values (:id, :cluster_id, :file_name, :media_type, :size, :sha256, :content, :stored_by, :stored_at, :keep_until)
                        """)
                .params(ROW.values(document))
                .param("content", content)
                .param("keep_until", fiveYearsAfter(time.today().getYear()))
                .update();
        return document;
    }

    public Optional<Document> find(String clusterId, String documentId) {
        return jdbc.sql("select " + COLUMNS + " from klyngeflow.document where cluster_id = :cluster and id = :id")
                .param("cluster", clusterId)
                .param("id", documentId)
                .query(ROW)
                .optional();
    }

    /** All of a cluster, the oldest first; without their content. */
    public List<Document> all(String clusterId) {
        return jdbc.sql("select " + COLUMNS
                        + " from klyngeflow.document where cluster_id = :cluster order by stored_at, id")
                .param("cluster", clusterId)
                .query(ROW)
                .list();
    }

    /** A file that this person has uploaded herself: nobody hands in another one's by naming it. */
    public Optional<Document> uploadedBy(String personId, String clusterId, String documentId) {
        return find(clusterId, documentId)
                .filter(document -> document.storedBy().equals(personId));
    }

    /**
     * The same, for one matter: a file that has been handed in for another meeting or invoice is none of this one's, though she has
     * uploaded both. Within a matter it may be used again.
     *
     * @param businessKey of the case or of a part of it
     */
    public Optional<Document> uploadedFor(String businessKey, String personId, String clusterId, String documentId) {
        return uploadedBy(personId, clusterId, documentId).filter(document -> {
            String owner = matterOf(document);
            return owner.isEmpty() || owner.equals(matter(businessKey));
        });
    }

    /**
     * It has been handed in for a matter, and stays with the first.
     *
     * @param documentId null when nothing was handed in
     */
    public void belongsTo(String businessKey, String clusterId, @Nullable String documentId) {
        jdbc.sql("""
                        update klyngeflow.document set belongs_to = coalesce(belongs_to, :matter)
                        where cluster_id = :cluster and id = :id""")
                .param("matter", matter(businessKey))
                .param("cluster", clusterId)
                .param("id", documentId)
                .update();
    }

    /** Empty while it has been handed in for nothing. */
    public String matterOf(Document document) {
        return jdbc.sql(
                        "select coalesce(belongs_to, '') from klyngeflow.document where cluster_id = :cluster and id = :id")
                .param("cluster", document.clusterId())
                .param("id", document.id())
                .query(String.class)
                .single();
    }

    /** The parts of a case have its key before their own: {@code nordklyngen/2027-01/data} is of {@code nordklyngen/2027-01}. */
    private static String matter(String businessKey) {
        String[] parts = businessKey.split("/", 3);
        return parts.length < 2 ? businessKey : parts[0] + "/" + parts[1];
    }

    /** @throws IllegalStateException when the cluster has no such document */
    public byte[] content(String clusterId, String documentId) {
        return jdbc.sql("select content from klyngeflow.document where cluster_id = :cluster and id = :id")
                .param("cluster", clusterId)
                .param("id", documentId)
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("no document " + documentId + " in " + clusterId));
    }

    /** What a file is and whether people can read it; says nothing of what is in it. Takes any content, in bounded time. */
    public Inspection inspect(byte[] content, String fileName) {
        return inspector.inspect(content, FileNames.clean(fileName));
    }

    /** The ids of the cluster's documents that have exactly this content, whatever they are called. */
    public List<String> withContent(String clusterId, String sha256) {
        return jdbc.sql("select id from klyngeflow.document where cluster_id = :cluster and sha256 = :sha256")
                .param("cluster", clusterId)
                .param("sha256", sha256)
                .query(String.class)
                .list();
    }

    /** As {@link #withContent(String, String)}, for content that is at hand. */
    public List<String> withContent(String clusterId, byte[] content) {
        return withContent(clusterId, sha256(content));
    }

    /**
     * The letters and digits of a PDF's text in capitals, with nothing between them; empty when it is no PDF or has no text, such as a
     * scan. Takes any content, in bounded time.
     */
    public Optional<String> lettersAndDigits(byte[] content) {
        return Optional.of(inspector.text(content).toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", ""))
                .filter(text -> !text.isEmpty());
    }

    /**
     * A Danish sentence when the text of a PDF holds what is like a CPR number, with the pages; the file itself is kept as it is. Takes any
     * content, in bounded time; what is only in a picture is not seen.
     */
    public Optional<String> warningOfCprNumber(byte[] content) {
        List<Integer> pages = inspector.pagesWithCprNumber(content);
        return pages.isEmpty()
                ? Optional.empty()
                : Optional.of("PDF-filen indeholder noget, der ligner et CPR-nummer ("
                        + (pages.size() == 1 ? "side " : "siderne ")
                        + pages.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + "). CPR-numre må ikke gemmes her. Brug en udgave uden, og bed afsenderen lade dem være.");
    }

    /** As {@link #warningOfCprNumber(byte[])}, of a kept file of the cluster; empty when there is none. */
    public Optional<String> warningOfCprNumber(String clusterId, String documentId) {
        return find(clusterId, documentId).flatMap(found -> warningOfCprNumber(content(clusterId, documentId)));
    }

    /** What is written in a kept file of the cluster, for whoever looks it through. Takes any content, in bounded time. */
    public FileWords words(String clusterId, String documentId) {
        return inspector.words(content(clusterId, documentId));
    }

    /** Keeps it at least until five years after the accounting year it belongs to; never shortens. */
    public void keepForAccountingYear(String clusterId, String documentId, int year) {
        jdbc.sql("""
                        update klyngeflow.document set keep_until = :until
                        where cluster_id = :cluster and id = :id and keep_until < :until
                        """)
                .param("cluster", clusterId)
                .param("id", documentId)
                .param("until", fiveYearsAfter(year))
                .update();
    }

    /** Deletes what need not be kept any longer, of all clusters; what another table still points to stays. */
    int deleteOutdated() {
        List<String> outdated = jdbc.sql(
                        "select id from klyngeflow.document where keep_until <= :today order by keep_until")
                .param("today", time.today())
                .query(String.class)
                .list();
        int deleted = 0;
        for (String id : outdated) {
            try {
                Integer gone = each.execute(status -> jdbc.sql("delete from klyngeflow.document where id = :id")
                        .param("id", id)
                        .update());
                deleted += gone == null ? 0 : gone;
            } catch (DataIntegrityViolationException stillNeeded) {
                // its invoice or voucher is kept longer; next night is early enough to look again
                continue;
            }
        }
        return deleted;
    }

    static String tooLarge(long size) {
        return String.format(
                Locale.forLanguageTag("da"),
                "Filen fylder %.1f MB. Der er plads til højst 10 MB. Gem den i lavere opløsning, eller del den op.",
                size / 1024.0 / 1024.0);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static LocalDate fiveYearsAfter(int year) {
        return LocalDate.of(year + YEARS_KEPT + 1, 1, 1);
    }
}
