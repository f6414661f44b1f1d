package dk.klyngeflow.links;

import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.Inspection;
import dk.klyngeflow.security.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** The files that come and go by a personal link: only those that its screen asks for or offers. */
@Component
class LinkUploads {

    private static final Set<Inspection.Kind> WELCOME =
            Set.of(Inspection.Kind.PDF, Inspection.Kind.PNG, Inspection.Kind.JPEG);

    private static final long LARGEST_SHEET = 500_000;

    private static final String NO_ROOM =
            "Du har sendt så mange filer i dag, at der ikke er plads til flere. Prøv igen i morgen, eller send filen i en mail til klyngen.";

    private final Documents documents;
    private final UploadsADay uploads;

    LinkUploads(Documents documents, UploadsADay uploads) {
        this.documents = documents;
        this.uploads = uploads;
    }

    /**
     * What was uploaded now or a moment ago, all by name of the upload.
     *
     * @param documents their ids; none where nothing was uploaded that is hers
     * @param fileNames as she knows them
     * @param faults Danish
     * @param tooMany whether a file was turned away because so many have come today
     */
    record Kept(
            Map<String, List<String>> documents,
            Map<String, String> fileNames,
            Map<String, String> faults,
            boolean tooMany) {}

    /** So many files have come by this link today that no more are taken. */
    private static final class TooMany extends RuntimeException {

        TooMany() {
            super("no room left today", null, false, false);
        }
    }

    /** Keeps at once what was uploaded, so that she need not find the file again when something else is wrong. */
    Kept keep(Link link, Shown shown, HttpServletRequest request) {
        Kept kept = new Kept(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), false);
        boolean tooMany = false;
        for (Block block : shown.blocks()) {
            if (block instanceof Block.Sheet sheet) {
                kept.documents().put(sheet.name(), List.of());
                file(sheet.name(), request).ifPresent(file -> {
                    if (file.getSize() > LARGEST_SHEET) {
                        kept.faults().put(sheet.name(), "Filen må højst fylde 500 kB.");
                    } else {
                        String content = Base64.getEncoder().encodeToString(bytes(file));
                        kept.documents().put(sheet.name(), List.of(content));
                    }
                });
            } else if (block instanceof Block.Upload upload) {
                String name = upload.name();
                kept.documents().put(name, List.of());
                try {
                    document(link, name, request).ifPresent(document -> {
                        kept.documents().put(name, List.of(document.id()));
                        kept.fileNames().put(name, document.fileName());
                    });
                } catch (Refused refused) {
                    kept.faults().put(name, String.valueOf(refused.getMessage()));
                } catch (TooMany e) {
                    kept.faults().put(name, NO_ROOM);
                    tooMany = true;
                }
            }
        }
        return new Kept(kept.documents(), kept.fileNames(), kept.faults(), tooMany);
    }

    /** Of everything that was sent, so that the same can be told from something else. */
    static String fingerprint(MultiValueMap<String, String> typed, HttpServletRequest request) {
        StringBuilder all = new StringBuilder(String.valueOf(new TreeMap<>(typed)));
        if (request instanceof MultipartHttpServletRequest multipart) {
            new TreeMap<>(multipart.getFileMap())
                    .forEach((name, file) -> all.append('\n')
                            .append(name)
                            .append(' ')
                            .append(file.getOriginalFilename())
                            .append(' ')
                            .append(Arrays.hashCode(bytes(file))));
        }
        return all.toString();
    }

    private Optional<Document> document(Link link, String name, HttpServletRequest request) {
        Optional<MultipartFile> file = file(name, request);
        if (file.isPresent()) {
            return Optional.of(store(link, file.get()));
        }
        String before = request.getParameter(name);
        return Optional.ofNullable(before)
                .flatMap(id -> documents.find(link.clusterId(), id))
                // nobody hands in a file of somebody else by naming it
                .filter(document -> document.storedBy().equals(link.holder()))
                // nor again what she has handed in for something before
                .filter(document -> documents.matterOf(document).isEmpty());
    }

    private static Optional<MultipartFile> file(String name, HttpServletRequest request) {
        return Optional.ofNullable(
                        request instanceof MultipartHttpServletRequest multipart ? multipart.getFile(name) : null)
                .filter(file -> !file.isEmpty());
    }

    private Document store(Link link, MultipartFile file) {
        byte[] content = bytes(file);
        String fileName = String.valueOf(file.getOriginalFilename());
        Inspection inspection = documents.inspect(content, fileName);
        if (!WELCOME.contains(inspection.kind())) {
            throw Refused.badRequest("Filen er hverken en PDF eller et billede (JPG eller PNG). Vælg en anden.");
        }
        if (!inspection.readable()) {
            throw Refused.badRequest(
                    inspection.message() == null ? "Filen kan ikke læses. Vælg en anden." : inspection.message());
        }
        if (!uploads.take(link, content.length)) {
            throw new TooMany();
        }
        return documents.store(link.clusterId(), fileName, content, link.holder());
    }

    Optional<Document> offered(Link link, Shown shown, String documentId) {
        return shown.blocks().stream()
                .filter(block ->
                        block instanceof Block.File file && file.documentId().equals(documentId))
                .findFirst()
                .flatMap(block -> documents.find(link.clusterId(), documentId));
    }

    byte[] content(Document document) {
        return documents.content(document.clusterId(), document.id());
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("an upload could not be read", e);
        }
    }
}
