package dk.klyngeflow.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The browsers that a person has logged in with. Such a browser has failures of its own: whoever hammers her account from elsewhere does
 * not keep her out. It is no log-in, only a way past the queue of strangers.
 */
@Component
class KnownBrowsers {

    private static final String PURPOSE = "known-browser";
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final java.time.Duration KEPT = java.time.Duration.ofDays(365);

    private final DerivedKeys keys;
    private final SecureRandom random = new SecureRandom();

    KnownBrowsers(DerivedKeys keys) {
        this.keys = keys;
    }

    /** What a log-in page sends along, read before there is any page of ours under way. */
    static final class Details extends WebAuthenticationDetails {

        private final transient Cookie @Nullable [] cookies;

        Details(HttpServletRequest request) {
            super(request);
            this.cookies = request.getCookies();
        }
    }

    /** The number of the browser that wants to log in, when this person has logged in with it before. */
    Optional<String> of(String person, @Nullable Object details) {
        return details instanceof Details asked ? of(person, asked.cookies) : Optional.empty();
    }

    /** The same for whoever has a page of ours open. */
    Optional<String> of(String person) {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? of(person, request.getRequest().getCookies())
                : Optional.empty();
    }

    private Optional<String> of(String person, Cookie @Nullable [] cookies) {
        if (cookies == null) {
            return Optional.empty();
        }
        String name = name(person);
        for (Cookie cookie : cookies) {
            int dot = cookie.getValue().indexOf('.');
            if (cookie.getName().equals(name) && dot > 0) {
                String id = cookie.getValue().substring(0, dot);
                byte[] seal = cookie.getValue().substring(dot + 1).getBytes(StandardCharsets.UTF_8);
                for (byte[] key : keys.accepted(PURPOSE)) {
                    if (MessageDigest.isEqual(seal, seal(key, person, id).getBytes(StandardCharsets.UTF_8))) {
                        return Optional.of(id);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** After a good log-in. */
    void remember(String person, HttpServletRequest request, HttpServletResponse response) {
        if (of(person, request.getCookies()).isPresent()) {
            return;
        }
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String id = TEXT.encodeToString(bytes);
        ResponseCookie cookie = ResponseCookie.from(name(person), id + "." + seal(keys.current(PURPOSE), person, id))
                .httpOnly(true)
                .sameSite("Lax")
                .path("/")
                .maxAge(KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Each person has a cookie of her own, since colleagues share a machine; her name is not in it. */
    private String name(String person) {
        return "kendt-" + seal(keys.current(PURPOSE), person, "").substring(0, 10);
    }

    private static String seal(byte[] key, String person, String id) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return TEXT.encodeToString(mac.doFinal((id + '\u0001' + person).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
