package dk.klyngeflow.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows documents to those who work for the cluster and to the person who handed one in. */
@RestController
@RequestMapping("/api/clusters/{cluster}/documents/{id}")
class DocumentFiles {

    /** Short, because others may use the same computer after a logout. */
    private static final Duration KEPT_BY_THE_BROWSER = Duration.ofMinutes(10);

    private final Documents documents;
    private final KeptBack keptBack;
    private final ShownPages pages;
    private final CurrentPerson person;

    DocumentFiles(Documents documents, KeptBack keptBack, ShownPages pages, CurrentPerson person) {
        this.documents = documents;
        this.keptBack = keptBack;
        this.pages = pages;
        this.person = person;
    }

    /**
     * @param pages how many pages can be shown as pictures
     * @param message Danish, when there is nothing to show or not all of it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            String id,
            String fileName,
            String mediaType,
            long size,
            String sha256,
            Instant storedAt,
            int pages,
            @Nullable String message) {}

    @GetMapping
    Shown metadata(@PathVariable String cluster, @PathVariable String id) {
        Document document = visible(cluster, id);
        ShownPages.Extent extent = pages.extent(document);
        return new Shown(
                document.id(),
                document.fileName(),
                document.mediaType(),
                document.size(),
                document.sha256(),
                document.storedAt(),
                extent.pages(),
                extent.message());
    }

    /** @param width in pixels, 80 to 2000; what is outside is brought inside */
    @GetMapping("/pages/{page}.png")
    ResponseEntity<byte[]> page(
            @PathVariable String cluster,
            @PathVariable String id,
            @PathVariable int page,
            @RequestParam(defaultValue = "1000") int width) {
        Document document = visible(cluster, id);
        byte[] png;
        try {
            png = pages.png(document, page, width);
        } catch (PageImages.CannotShow e) {
            throw Refused.badRequest(e.danish());
        }
        return safe(ResponseEntity.ok())
                .cacheControl(CacheControl.maxAge(KEPT_BY_THE_BROWSER).cachePrivate())
                .contentType(MediaType.IMAGE_PNG)
                .body(png);
    }

    @GetMapping("/original")
    ResponseEntity<byte[]> original(@PathVariable String cluster, @PathVariable String id) {
        Document document = visible(cluster, id);
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(document.fileName(), StandardCharsets.UTF_8)
                .build();
        return safe(ResponseEntity.ok())
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .body(documents.content(cluster, id));
    }

    /** What comes from strangers runs nothing and is never guessed to be something else. */
    private static ResponseEntity.BodyBuilder safe(ResponseEntity.BodyBuilder answer) {
        return answer.header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Referrer-Policy", "no-referrer");
    }

    /** Everybody else gets the same answer as for a document that does not exist. */
    private Document visible(String cluster, String id) {
        String me = person.requireId();
        return documents
                .find(cluster, id)
                .filter(document -> person.isAdministrator()
                        || person.hasRole(cluster, whoSees(document))
                        || document.storedBy().equals(me))
                .orElseThrow(Refused::notFound);
    }

    /** Coordinator and board are members themselves. */
    private Role[] whoSees(Document document) {
        return keptBack.why(document.clusterId(), document.id()).isPresent()
                ? new Role[] {Role.SECRETARY}
                : new Role[] {Role.COORDINATOR, Role.SECRETARY, Role.BOARD, Role.AUDITOR};
    }
}
