package dk.klyngeflow.pages;

import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.NoRoom;
import dk.klyngeflow.security.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;

/** Our own refusals and a full disk, in Danish sentences: JSON to programs under {@code /api}, a page to people elsewhere. */
@ControllerAdvice
// after the engine's plain no, which is one of the faults below by its type
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ApiErrors {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);
    private static final String NO_SUCH_SIGN = "22021";
    private static final Set<Integer> OWN_PAGE = Set.of(400, 401, 403, 404, 409, 413, 429, NoRoom.STATUS);

    @ExceptionHandler
    Object refused(Refused refused, HttpServletRequest request) {
        return answer(request, refused.status(), String.valueOf(refused.getMessage()), refused.extra());
    }

    @ExceptionHandler
    Object formRefused(FormRefused refused, HttpServletRequest request) {
        return answer(
                request,
                400,
                String.join(" ", refused.messages()),
                Map.of("messages", refused.messages(), "doubts", refused.doubts()));
    }

    @ExceptionHandler
    Object tooLarge(MaxUploadSizeExceededException tooLarge, HttpServletRequest request) {
        return answer(request, 413, DanishErrors.sentence(413), Map.of());
    }

    /** What Spring says of a request that is no upload, or lacks its file. */
    @ExceptionHandler({MultipartException.class, MissingServletRequestPartException.class})
    Object noUpload(Exception wrong, HttpServletRequest request) {
        if (NoRoom.isBehind(wrong)) {
            return noRoom(wrong, request);
        }
        return answer(request, 400, "Der mangler en fil i det sendte.", Map.of());
    }

    /** What a full disk has stopped is said as what it is, and a sign that no text can hold as the sender's; every other fault goes its way. */
    @ExceptionHandler({
        DataAccessException.class,
        TransactionException.class,
        UncheckedIOException.class,
        ProcessEngineException.class
    })
    Object fault(Exception thrown, HttpServletRequest request) throws Exception {
        if (NoRoom.isBehind(thrown)) {
            return noRoom(thrown, request);
        }
        if (hasNoSuchSign(thrown)) {
            return answer(request, 400, "Der står et tegn i det sendte, som ikke kan læses. Skriv det igen.", Map.of());
        }
        throw thrown;
    }

    /** PostgreSQL says so of NUL. */
    private static boolean hasNoSuchSign(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && NO_SUCH_SIGN.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static Object noRoom(Exception thrown, HttpServletRequest request) {
        LOG.error("{} {} failed", request.getMethod(), request.getServletPath(), thrown);
        return answer(request, NoRoom.STATUS, NoRoom.SENTENCE, Map.of());
    }

    private static Object answer(HttpServletRequest request, int status, String message, Map<String, ?> extra) {
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            String page = OWN_PAGE.contains(status) ? String.valueOf(status) : status >= 500 ? "5xx" : "4xx";
            return new ModelAndView("error/" + page, Map.of("refusal", message), HttpStatusCode.valueOf(status));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", status);
        body.put("message", message);
        body.putAll(extra);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
