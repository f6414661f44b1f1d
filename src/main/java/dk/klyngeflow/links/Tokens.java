package dk.klyngeflow.links;

import dk.klyngeflow.security.DerivedKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Makes and checks the secret part of a link: its id, and an HMAC-SHA-256 of everything in its row. Whoever reads the database learns no
 * token, and a row that somebody has altered fits none.
 */
@Component
class Tokens {

    /** Stands in for the row that a guessed code does not have. */
    static final Link NOBODYS = new Link(new UUID(0, 0), "", "", "", "", 0, true);

    private static final String PURPOSE = "links";
    private static final int ID_BYTES = 16;
    private static final int HMAC_BYTES = 32;

    /** As many characters as 48 bytes take. */
    static final int LENGTH = 64;

    private final byte[] key;
    private final List<byte[]> accepted;

    Tokens(DerivedKeys keys) {
        this.key = keys.current(PURPOSE);
        this.accepted = keys.accepted(PURPOSE);
    }

    /** What somebody says her code is. */
    static final class Sent {

        private static final Sent NONSENSE = new Sent(new UUID(0, 0), new byte[HMAC_BYTES]);

        private final UUID linkId;
        private final byte[] hmac;

        private Sent(UUID linkId, byte[] hmac) {
            this.linkId = linkId;
            this.hmac = hmac;
        }

        /** Takes the bare code and the whole address, also as a mail program has broken or bracketed it. */
        static Sent read(String typed) {
            String code = typed.substring(typed.lastIndexOf('#') + 1).replaceAll("[\\s<>]", "");
            if (code.length() != LENGTH) {
                return NONSENSE;
            }
            try {
                ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(code));
                UUID id = new UUID(bytes.getLong(), bytes.getLong());
                byte[] hmac = new byte[HMAC_BYTES];
                bytes.get(hmac);
                return new Sent(id, hmac);
            } catch (IllegalArgumentException notBase64) {
                return NONSENSE;
            }
        }

        UUID linkId() {
            return linkId;
        }
    }

    String of(Link link) {
        byte[] bytes = ByteBuffer.allocate(ID_BYTES + HMAC_BYTES)
                .putLong(link.id().getMostSignificantBits())
                .putLong(link.id().getLeastSignificantBits())
                .put(hmac(key, link))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Takes the same time whatever is wrong. */
    boolean fits(Sent sent, Link link) {
        boolean fits = false;
        for (byte[] each : accepted) {
            fits |= MessageDigest.isEqual(hmac(each, link), sent.hmac);
        }
        return fits;
    }

    private static byte[] hmac(byte[] key, Link link) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (String part : Arrays.asList(
                    link.id().toString(),
                    link.clusterId(),
                    link.purpose(),
                    link.subject(),
                    link.holder(),
                    Integer.toString(link.version()))) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // with its length in front, no part can borrow from the next
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
