package dk.klyngeflow.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * The token of our own forms, the same on every node: of the log-in for whoever is logged in, else of a cookie, so that the log-in page may be
 * opened at one node and sent to another.
 */
class PageTokens implements CsrfTokenRepository {

    private static final String COOKIE = "klyngeflow-page";
    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String FIELD = "_csrf";

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(LoginSecret.fresh().pageToken());
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        // at log-in and log-out the old one is taken back: the log-in has one of its own
        ResponseCookie cookie = ResponseCookie.from(COOKIE, token == null ? "" : token.getToken())
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(token == null ? 0 : -1)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(LoginOnEveryNode.PAGE_TOKEN) instanceof String known) {
            return token(known);
        }
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .filter(value -> value.length() == 43)
                        .findFirst()
                        .map(PageTokens::token)
                        .orElse(null);
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken(HEADER, FIELD, value);
    }
}
