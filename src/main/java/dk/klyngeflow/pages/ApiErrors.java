package dk.klyngeflow.pages;

import dk.klyngeflow.engine.FormRefused;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Refusals of our own interface, in Danish sentences for the person who asked. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Map<String, List<String>> formRefused(FormRefused refused) {
        return Map.of("messages", refused.messages());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.PAYLOAD_TOO_LARGE)
    Map<String, Object> tooLarge(MaxUploadSizeExceededException tooLarge) {
        return Map.of("status", 413, "message", DanishErrors.sentence(413));
    }
}
