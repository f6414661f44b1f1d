package dk.klyngeflow.documents;

import org.jspecify.annotations.Nullable;

/**
 * What a file really is.
 *
 * @param mediaType found from the content
 * @param pages as far as known: of a PDF; 1 of a picture; 0 of everything else
 * @param message a Danish sentence for people, saying what is wrong and what to do; null when the file is readable
 */
public record Inspection(
        Kind kind,
        Condition condition,
        String mediaType,
        int pages,
        @Nullable String message) {

    public enum Kind {
        PDF,
        XML,
        PNG,
        JPEG,
        OTHER
    }

    public enum Condition {
        READABLE,
        EMPTY,
        ENCRYPTED,
        BROKEN,
        WRONG_TYPE
    }

    public boolean readable() {
        return condition == Condition.READABLE;
    }
}
