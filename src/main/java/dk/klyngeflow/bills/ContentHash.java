package dk.klyngeflow.bills;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What an approval is bound to: amount, currency, payee, account and file. When one of them changes, approval starts over. */
public final class ContentHash {

    private ContentHash() {}

    /**
     * @param amountOere what is posted, in øre
     * @param payee supplier and where the money goes
     * @param account it is coded to
     * @param fileHash SHA-256 of the file; empty when there is none
     * @return SHA-256 in lower-case hex
     */
    public static String of(
            @Nullable Long amountOere,
            String currency,
            long payableMinor,
            String payee,
            String account,
            String fileHash) {
        String content = amountOere + "\n" + currency + " " + payableMinor + "\n" + payee.replace('\n', ' ') + "\n"
                + account + "\n" + fileHash;
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
