package dk.klyngeflow.security;

import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.NoRoom;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.jspecify.annotations.Nullable;

/** Reads from what the engine threw what the person should be told, and with which status. */
final class Refusals {

    private static final Pattern INNARDS =
            Pattern.compile("(\\w+\\.){2,}[A-Z]|Exception|ENGINE-|ACT_|\\bat [a-z]+\\.", Pattern.CASE_INSENSITIVE);
    private static final String FOREIGN_TENANT = "no authenticated tenant";

    private Refusals() {}

    record Answer(int status, Map<String, Object> fields) {

        static Answer of(int status) {
            return new Answer(status, Map.of("message", RefusalAnswers.sentence(status)));
        }
    }

    /** The first of our own refusals in the chain of causes, or else the first that says whose mistake it was, or else all of it. */
    static Throwable essence(Throwable thrown) {
        Throwable telling = null;
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof FormRefused || cause instanceof Refused) {
                return cause;
            }
            if (telling == null && status(cause).isPresent()) {
                telling = cause;
            }
            cause = cause.getCause();
        }
        return telling == null ? thrown : telling;
    }

    /**
     * @param thrown what the engine threw last while the request ran; null when it did not
     * @param status that the REST interface chose
     */
    static Answer answer(@Nullable Throwable thrown, int status, String original, boolean forAdministrator) {
        if (thrown instanceof FormRefused refused) {
            return new Answer(
                    400,
                    Map.of(
                            "message",
                            String.join(" ", refused.messages()),
                            "messages",
                            List.copyOf(refused.messages()),
                            "doubts",
                            refused.doubts()));
        }
        if (thrown instanceof Refused refused) {
            return new Answer(refused.status(), Map.of("message", String.valueOf(refused.getMessage())));
        }
        if (NoRoom.isBehind(thrown)) {
            return Answer.of(NoRoom.STATUS);
        }
        // when no command of the engine failed, its interface stumbled over what was sent
        int better = status(thrown).orElse(thrown == null && status == 500 ? 400 : status);
        if (forAdministrator
                && better != 403
                && !original.isBlank()
                && !INNARDS.matcher(original).find()) {
            return new Answer(better, Map.of("message", original));
        }
        return Answer.of(better);
    }

    private static Optional<Integer> status(@Nullable Throwable thrown) {
        if (thrown instanceof AuthorizationException) {
            return Optional.of(403);
        }
        if (thrown instanceof OptimisticLockingException) {
            return Optional.of(409);
        }
        if (thrown instanceof NotValidException || thrown instanceof BadUserRequestException) {
            return Optional.of(400);
        }
        if (thrown instanceof NotFoundException || thrown instanceof NullValueException) {
            return Optional.of(404);
        }
        if (thrown != null && thrown.getClass() == ProcessEngineException.class && thrown.getCause() == null) {
            // the engine says no in words of its own
            boolean foreignCase = String.valueOf(thrown.getMessage()).contains(FOREIGN_TENANT);
            return Optional.of(foreignCase ? 404 : 400);
        }
        if (thrown instanceof SQLException wrong
                && String.valueOf(wrong.getSQLState()).startsWith("22")) {
            // a value that no column can hold, such as a text with a zero in it
            return Optional.of(400);
        }
        if (thrown instanceof NullPointerException || thrown instanceof IllegalArgumentException) {
            // the engine stumbled over what was sent; a mistake of our own code has our own code on top
            StackTraceElement[] trace = thrown.getStackTrace();
            boolean inTheEngine = trace.length > 0 && trace[0].getClassName().startsWith("org.camunda.");
            return inTheEngine ? Optional.of(400) : Optional.empty();
        }
        boolean foreign = thrown != null
                && thrown.getMessage() != null
                && thrown.getMessage().contains(FOREIGN_TENANT);
        return foreign ? Optional.of(404) : Optional.empty();
    }
}
