package dk.klyngeflow.einvoices;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** UBL's field names in Danish, in the middle of a sentence. */
final class Elements {

    private static final Map<String, String> DANISH = DanishTexts.load("elements.properties");

    private Elements() {}

    /** The Danish name, or UBL's own when there is none. */
    static String danish(@Nullable String localName) {
        String name = localName == null ? "" : localName;
        return DANISH.getOrDefault(name, name);
    }
}
