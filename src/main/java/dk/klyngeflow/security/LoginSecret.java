package dk.klyngeflow.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * What a browser has from its log-in to its log-out: 256 bits by chance. The tokens against forged calls are computed from it, so a page that
 * one node showed may be sent to another. Only its hash is kept by us.
 */
record LoginSecret(String value) {

    static final String COOKIE = "klyngeflow-login";

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final SecureRandom RANDOM = new SecureRandom();

    static LoginSecret fresh() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new LoginSecret(TEXT.encodeToString(bytes));
    }

    /** The one that the browser sends. */
    static Optional<LoginSecret> of(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .filter(value -> SHAPE.matcher(value).matches())
                        .map(LoginSecret::new)
                        .findFirst();
    }

    /** Until the browser is closed. */
    void give(HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    /** Under which it is kept. */
    String id() {
        return TEXT.encodeToString(derived("id"));
    }

    /** For the forms of our own pages. */
    String pageToken() {
        return TEXT.encodeToString(derived("page"));
    }

    /** For Camunda's web applications, in their shape. */
    byte[] webAppsToken() {
        return Arrays.copyOf(derived("web-apps"), 16);
    }

    private byte[] derived(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(value.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** It is a secret: no log and no fault shows it. */
    @Override
    public String toString() {
        return "LoginSecret";
    }
}
