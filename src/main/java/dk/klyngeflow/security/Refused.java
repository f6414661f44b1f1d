package dk.klyngeflow.security;

import java.util.Map;

/**
 * A request that is not carried out, with a Danish sentence for the person and an HTTP status. Becomes {@code {"message": …}} under
 * {@code /api} and a page elsewhere.
 */
public class Refused extends RuntimeException {

    private final int status;
    private final transient Map<String, Object> extra;

    private Refused(int status, String message, Map<String, Object> extra) {
        super(message);
        this.status = status;
        this.extra = Map.copyOf(extra);
    }

    /** The same answer for what does not exist and for what belongs to another cluster. */
    public static Refused notFound() {
        return new Refused(404, "Det findes ikke.", Map.of());
    }

    /** As {@link #notFound()}, where what is sought may have been there a moment ago. @param message the same for whatever is not there */
    public static Refused notFound(String message) {
        return new Refused(404, message, Map.of());
    }

    public static Refused forbidden(String message) {
        return new Refused(403, message, Map.of());
    }

    public static Refused forbidden() {
        return forbidden("Det har du ikke adgang til.");
    }

    public static Refused badRequest(String message) {
        return new Refused(400, message, Map.of());
    }

    /** Somebody may be guessing. */
    public static Refused tooMany() {
        return new Refused(429, "Der er prøvet for mange gange. Vent nogle minutter, og prøv igen.", Map.of());
    }

    /** @param extra further fields of the JSON answer, such as the id of what was there first */
    public static Refused conflict(String message, Map<String, Object> extra) {
        return new Refused(409, message, extra);
    }

    /** What was sent is understood and cannot be taken, such as a file that contradicts itself. @param extra as of a conflict */
    public static Refused unprocessable(String message, Map<String, Object> extra) {
        return new Refused(422, message, extra);
    }

    public int status() {
        return status;
    }

    public Map<String, Object> extra() {
        return extra;
    }
}
