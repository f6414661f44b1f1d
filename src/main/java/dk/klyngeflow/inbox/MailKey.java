package dk.klyngeflow.inbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells a mail from all others: by its id and its content, less the headers that servers add on the way. */
final class MailKey {

    private MailKey() {}

    static String of(MailRead mail, Mailbox.Raw raw) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {mail.head().messageId(), mail.head().sender(), mail.head().subject()}) {
                digest.update((part + "\n").getBytes(StandardCharsets.UTF_8));
            }
            int body = body(raw.content());
            digest.update(raw.content(), body, raw.content().length - body);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Where the headers end; 0 when they never do. */
    private static int body(byte[] raw) {
        for (int i = 1; i < raw.length; i++) {
            boolean blankLine =
                    raw[i] == '\n' && (raw[i - 1] == '\n' || (i > 2 && raw[i - 1] == '\r' && raw[i - 2] == '\n'));
            if (blankLine) {
                return i + 1;
            }
        }
        return 0;
    }
}
