package dk.klyngeflow.security;

import dk.klyngeflow.engine.NoRoom;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/** Where people are sent when they must log in, have logged in or out, or may not go further. */
@Component
class Entrance
        implements AuthenticationEntryPoint,
                AccessDeniedHandler,
                AuthenticationFailureHandler,
                LogoutHandler,
                LogoutSuccessHandler {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    /** What was typed into a form whose token was stale; read by {@code templates/error/403.html}. */
    private static final String STALE_FORM = "staleForm";

    /** Neither tokens nor passwords are shown again. */
    private static final Pattern HIDDEN =
            Pattern.compile("csrf|password|kode|nuvaerende|^ny$|^igen$|token|^ur$", Pattern.CASE_INSENSITIVE);

    private final CurrentPerson person;
    private final KnownBrowsers browsers;
    private final LoginOnEveryNode logins;
    private final LoginLog log;

    Entrance(CurrentPerson person, KnownBrowsers browsers, LoginOnEveryNode logins, LoginLog log) {
        this.person = person;
        this.browsers = browsers;
        this.logins = logins;
        this.log = log;
    }

    /** Not logged in. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (RefusalAnswers.isInterface(request)) {
            boolean wait = reason instanceof LockedException;
            // a browser would answer the challenge with a dialog of its own
            if (!wait
                    && request.getHeader("Sec-Fetch-Mode") == null
                    && !Doors.path(request).startsWith("/camunda/")) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Klyngeflow\", charset=\"UTF-8\"");
            }
            int status = wait ? 429 : 401;
            RefusalAnswers.send(request, response, status, RefusalAnswers.sentence(status));
            return;
        }
        response.sendRedirect(
                request.getContextPath() + (LoginOnEveryNode.isOver(request) ? "/login?udloebet" : "/login"));
    }

    /** Logged in, but not for this. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (reason instanceof CsrfException && isFullDisk(request)) {
            RefusalAnswers.send(request, response, NoRoom.STATUS, NoRoom.SENTENCE);
            return;
        }
        if (reason instanceof CsrfException) {
            // the page shows what was typed, so that it can be copied into a fresh one
            request.setAttribute(STALE_FORM, typed(request));
            RefusalAnswers.send(request, response, 403, OneToken.STALE);
            return;
        }
        RefusalAnswers.send(request, response, 403, RefusalAnswers.sentence(403));
    }

    /** A form with a file that found no room has lost its token as well. */
    private static boolean isFullDisk(HttpServletRequest request) {
        if (!String.valueOf(request.getContentType()).startsWith("multipart/")) {
            return false;
        }
        try {
            request.getParts();
            return false;
        } catch (IOException | ServletException | IllegalStateException e) {
            return NoRoom.isBehind(e);
        }
    }

    private static List<String> typed(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !HIDDEN.matcher(field.getKey()).find())
                .flatMap(field -> Arrays.stream(field.getValue()))
                .filter(value -> !value.isBlank())
                .limit(50)
                .toList();
    }

    /** The log-in did not succeed. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        response.sendRedirect(
                request.getContextPath() + (reason instanceof LockedException ? "/login?vent" : "/login?fejl"));
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        logins.end(request);
        if (who != null) {
            log.loggedOut(who.getName(), request.getRemoteAddr());
        }
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        if (RefusalAnswers.isInterface(request)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.sendRedirect(request.getContextPath() + "/login?logud");
        }
    }

    /** Back to where she came from; else staff to their tasks and everybody else to the start page. */
    SavedRequestAwareAuthenticationSuccessHandler afterLogin(RequestCache requests) {
        SavedRequestAwareAuthenticationSuccessHandler handler = new SavedRequestAwareAuthenticationSuccessHandler() {
            @Override
            public void onAuthenticationSuccess(
                    HttpServletRequest request, HttpServletResponse response, Authentication who)
                    throws ServletException, IOException {
                browsers.remember(who.getName(), request, response);
                log.loggedIn(who.getName(), request.getRemoteAddr());
                logins.begin(who.getName(), request, response);
                OneToken.give(request, response);
                super.onAuthenticationSuccess(request, response, who);
            }

            @Override
            protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response) {
                return person.isStaff() ? TASKLIST : "/";
            }

            @Override
            protected String determineTargetUrl(
                    HttpServletRequest request, HttpServletResponse response, Authentication who) {
                return determineTargetUrl(request, response);
            }
        };
        handler.setRequestCache(requests);
        return handler;
    }
}
