package dk.klyngeflow.documents;

import java.util.Map;
import java.util.Optional;

/**
 * Makes a page for people out of a file that has none, such as an electronic invoice. Implemented above; the page is made into a PDF and
 * shown as pictures like any other.
 */
public interface PagePreview {

    /** @return empty when this is not one of the files it knows, or it cannot be read */
    Optional<Page> page(Document document, byte[] content);

    /**
     * @param template name of a page in {@code templates/documents}
     * @param model what it shows
     */
    record Page(String template, Map<String, Object> model) {}
}
