package dk.klyngeflow.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keys of 256 bits for one purpose each, derived from the platform's secret as HKDF does (RFC 5869): what one purpose gives away helps
 * nobody with another. The secret can be changed; what was made with an earlier one is accepted as long as that is named too.
 */
@Component
public class DerivedKeys {

    private static final byte[] SALT = "klyngeflow".getBytes(StandardCharsets.UTF_8);

    private final List<String> secrets = new ArrayList<>();

    private DerivedKeys(List<String> secrets) {
        secrets.stream().map(String::strip).filter(each -> !each.isEmpty()).forEach(this.secrets::add);
    }

    /** @param previous earlier secrets that still count, separated by commas */
    @Autowired
    DerivedKeys(
            @Value("${klyngeflow.secret}") String secret,
            @Value("${klyngeflow.secret-previous:}") List<String> previous) {
        this(Stream.concat(Stream.of(secret), previous.stream()).toList());
    }

    /** For whoever has the secrets at hand, such as a test of a change of secret. */
    public static DerivedKeys of(String secret, List<String> previous) {
        return new DerivedKeys(secret, previous);
    }

    /** For what is made now. */
    public byte[] current(String purpose) {
        return derive(secrets.get(0), purpose);
    }

    /** For what is checked: the current one first. */
    public List<byte[]> accepted(String purpose) {
        return secrets.stream().map(secret -> derive(secret, purpose)).toList();
    }

    private static byte[] derive(String secret, String purpose) {
        byte[] extracted = hmac(SALT, secret.getBytes(StandardCharsets.UTF_8));
        return hmac(extracted, (purpose + '\u0001').getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
