package dk.klyngeflow.einvoices;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Text as it stands in an invoice: missing is empty, white space is one blank. */
final class Texts {

    private static final int LONGEST = 4_000;

    private Texts() {}

    static String of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return "";
        }
        // cut first: a field of ten megabytes must not be worked on
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return cut.replaceAll("[\\s\\u00A0\\p{Cntrl}]+", " ").strip();
    }

    /** The first that is not empty, or empty. */
    static String first(@Nullable String... texts) {
        return Arrays.stream(texts)
                .map(Texts::of)
                .filter(s -> !s.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** All that are not empty. */
    static String joined(String separator, @Nullable String... texts) {
        return Arrays.stream(texts)
                .filter(Objects::nonNull)
                .map(Texts::of)
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(separator));
    }

    static String digits(@Nullable String text) {
        return of(text).replaceAll("[^0-9]", "");
    }

    /** Without blanks, in capitals: for account numbers and codes. */
    static String compact(@Nullable String text) {
        return of(text).replace(" ", "").toUpperCase(Locale.ROOT);
    }
}
