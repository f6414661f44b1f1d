package dk.klyngeflow.engine;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A disk that is full, the server's own or the database's: the operator's matter, never a mistake of whoever sent something. */
public final class NoRoom {

    /** Insufficient Storage. */
    public static final int STATUS = 507;

    public static final String SENTENCE =
            "Der er ikke mere plads på serverens disk. Det er ikke din fejl, men det, du sendte nu, er ikke gemt."
                    + " Sig det til administratoren, og send det igen, når der er plads.";

    /** Appendix A of PostgreSQL's manual: disk_full. */
    private static final String DISK_FULL = "53100";

    private NoRoom() {}

    public static boolean isBehind(@Nullable Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 30; depth++, cause = cause.getCause()) {
            if (cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())) {
                return true;
            }
            // the only way in which Java tells
            String message = cause instanceof IOException ? cause.getMessage() : null;
            if (message != null
                    && (message.contains("No space left on device") || message.contains("Disk quota exceeded"))) {
                return true;
            }
        }
        return false;
    }
}
