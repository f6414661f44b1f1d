package dk.klyngeflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Camunda's token against forged calls, one for the whole session. Camunda makes it with the first page, so two pages opened at once got
 * two, one of them useless; and ends the session of whoever sends a wrong one, with all that was typed in her other windows. Here it is made
 * at the log-in, a browser that has another gets the right one with the next answer, and a wrong one only means that the call is refused.
 */
class OneToken extends OncePerRequestFilter {

    static final String STALE = "Siden har stået åben for længe, eller du har logget ind igen i et andet vindue."
            + " Genindlæs siden, og prøv igen. Du er stadig logget ind.";

    /** Camunda's own names. */
    private static final String IN_SESSION = "CAMUNDA_CSRF_TOKEN";

    private static final String COOKIE = "XSRF-TOKEN";
    private static final String HEADER = "X-XSRF-TOKEN";

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = Doors.path(request);
        return !path.startsWith("/camunda/app/") && !path.startsWith("/camunda/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        String right = session == null ? null : of(session);
        if (right != null && !right.equals(cookie(request))) {
            tell(request, response, right);
        }
        boolean harmless =
                HARMLESS.contains(request.getMethod()) || !Doors.path(request).startsWith("/camunda/api/");
        if (right != null && !harmless && !same(right, request.getHeader(HEADER))) {
            RefusalAnswers.send(request, response, 403, STALE);
            return;
        }
        chain.doFilter(request, response);
    }

    /** At the log-in, before there is a second page to race with. */
    static void give(HttpServletRequest request, HttpServletResponse response) {
        tell(request, response, of(request.getSession()));
    }

    /** Two requests at once agree on the first. */
    private static String of(HttpSession session) {
        synchronized (OneToken.class) {
            if (session.getAttribute(IN_SESSION) instanceof String known) {
                return known;
            }
            byte[] bytes = new byte[16];
            RANDOM.nextBytes(bytes);
            return put(session, bytes);
        }
    }

    /** Computed from the log-in, it is the same on every node. */
    static String put(HttpSession session, byte[] bytes) {
        String fresh = HexFormat.of().withUpperCase().formatHex(bytes);
        session.setAttribute(IN_SESSION, fresh);
        return fresh;
    }

    private static void tell(HttpServletRequest request, HttpServletResponse response, String token) {
        String path = request.getContextPath() + "/";
        // readable by the pages, as they must send it back
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, token)
                        .path(path)
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    private static @Nullable String cookie(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(COOKIE)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    private static boolean same(String right, @Nullable String sent) {
        return sent != null
                && MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
