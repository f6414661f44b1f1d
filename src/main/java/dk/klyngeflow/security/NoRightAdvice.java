package dk.klyngeflow.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** When one of our own routes asks the engine for what the caller may not, the answer is a plain no. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class NoRightAdvice {

    @ExceptionHandler
    void noRight(AuthorizationException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        RefusalAnswers.send(request, response, 403, RefusalAnswers.sentence(403));
    }
}
