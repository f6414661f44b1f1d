package dk.klyngeflow.links;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A code that only the ticket opens under which it is kept. */
final class SealedCode {

    private static final int TAG_BITS = 128;
    /** Every ticket seals one code, so that nothing is ever sealed twice with one key. */
    private static final byte[] ONCE = new byte[12];

    private SealedCode() {}

    /** What is kept under: nobody finds the ticket from it. */
    static String name(String ticket) {
        return HexFormat.of().formatHex(hash("name " + ticket));
    }

    static byte[] seal(String ticket, String code) {
        return work(Cipher.ENCRYPT_MODE, ticket, code.getBytes(StandardCharsets.UTF_8));
    }

    static String open(String ticket, byte[] sealed) {
        return new String(work(Cipher.DECRYPT_MODE, ticket, sealed), StandardCharsets.UTF_8);
    }

    private static byte[] work(int mode, String ticket, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(hash("key " + ticket), "AES"), new GCMParameterSpec(TAG_BITS, ONCE));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a code cannot be sealed or opened", e);
        }
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
