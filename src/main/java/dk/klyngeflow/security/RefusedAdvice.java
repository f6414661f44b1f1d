package dk.klyngeflow.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Tells a refusal: JSON under {@code /api}, the page for its status elsewhere. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedAdvice {

    @ExceptionHandler
    Object refused(Refused refused, HttpServletRequest request) {
        Map<String, Object> body = new LinkedHashMap<>(refused.extra());
        body.put("status", refused.status());
        body.put("message", String.valueOf(refused.getMessage()));
        if (Answers.isInterface(request)) {
            return ResponseEntity.status(refused.status()).body(body);
        }
        ModelAndView page = new ModelAndView("error/" + refused.status());
        page.setStatus(org.springframework.http.HttpStatusCode.valueOf(refused.status()));
        if (refused.status() != 404) {
            page.addObject("refusal", refused.getMessage());
        }
        return page;
    }

    @ExceptionHandler
    Object noRight(AuthorizationException refused, HttpServletRequest request) {
        return refused(Refused.forbidden(), request);
    }
}
