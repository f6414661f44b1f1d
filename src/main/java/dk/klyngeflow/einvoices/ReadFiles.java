package dk.klyngeflow.einvoices;

import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.Inspection;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What stands in a file, read once: the same file is looked at when it is uploaded, when the form is sent and when its case begins. Kept by
 * its hash and name for the last ones, and only as long as there is memory to spare; it says nothing of whose it is.
 */
@Component
public class ReadFiles {

    private static final int MOST = 50;

    private final Documents documents;
    private final InvoiceReader reader;
    private final CprInFiles cprNumbers;
    private final Map<String, SoftReference<Contents>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SoftReference<Contents>> eldest) {
            return size() > MOST;
        }
    };

    ReadFiles(Documents documents, InvoiceReader reader, CprInFiles cprNumbers) {
        this.documents = documents;
        this.reader = reader;
        this.cprNumbers = cprNumbers;
    }

    /**
     * @param reading null when it is no e-invoice, or cannot be read at all
     * @param problems of the file beside those of the reading
     */
    public record Contents(Inspection inspection, @Nullable Reading reading, List<Problem> problems) {}

    public Contents of(Document document) {
        Contents known = known(key(document));
        return known == null ? read(document, documents.content(document.clusterId(), document.id())) : known;
    }

    /** Reads what has just been kept, while it is at hand. */
    public Contents read(Document document, byte[] content) {
        Contents read = contents(document, content);
        synchronized (kept) {
            kept.put(key(document), new SoftReference<>(read));
        }
        return read;
    }

    private static String key(Document document) {
        return document.sha256() + " " + document.fileName();
    }

    private @Nullable Contents known(String key) {
        synchronized (kept) {
            SoftReference<Contents> known = kept.get(key);
            return known == null ? null : known.get();
        }
    }

    private Contents contents(Document document, byte[] content) {
        Inspection inspection = documents.inspect(content, document.fileName());
        if (!inspection.readable()) {
            return new Contents(inspection, null, List.of());
        }
        if (inspection.kind() != Inspection.Kind.XML) {
            return new Contents(inspection, null, cprNumbers.in(content));
        }
        Reading reading = reader.read(content, document.fileName());
        List<Problem> problems = new ArrayList<>();
        if (reading instanceof Reading.Read read) {
            read.invoice().attachments().forEach(attached -> problems.addAll(cprNumbers.in(attached.content())));
        }
        return new Contents(inspection, reading, List.copyOf(problems));
    }
}
