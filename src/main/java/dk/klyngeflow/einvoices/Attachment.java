package dk.klyngeflow.einvoices;

import java.util.Arrays;
import java.util.Objects;

/**
 * A file inside the invoice. Its name and type are the supplier's claims: sniff the content before it is shown.
 *
 * @param content never empty
 */
public record Attachment(String fileName, String mediaType, String description, byte[] content) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Attachment a
                && fileName.equals(a.fileName)
                && mediaType.equals(a.mediaType)
                && Arrays.equals(content, a.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(fileName, mediaType, Arrays.hashCode(content));
    }

    @Override
    public String toString() {
        return "Attachment[" + fileName + ", " + mediaType + ", " + content.length + " bytes]";
    }
}
