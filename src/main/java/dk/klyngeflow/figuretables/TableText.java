package dk.klyngeflow.figuretables;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What the bytes of a text file say. */
final class TableText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    /** What æ, ø and å of another alphabet look like, within a word. */
    private static final Pattern BROKEN =
            Pattern.compile("\\p{L}[Œ¾¿†‘›\\u0086\\u0091\\u009b\\ufffd]\\p{L}|Ã[¦¸¥†˜…\\u0080-\\u009f]");

    private static final int LOOKED_AT = 2000;

    private TableText() {}

    static String of(byte[] bytes) {
        String text = decoded(bytes);
        if (BROKEN.matcher(text).find()) {
            throw TableRefused.of(
                    "Bogstaverne æ, ø og å er gået i stykker i filen. Gem den som CSV UTF-8, og prøv igen.");
        }
        return text;
    }

    private static String decoded(byte[] bytes) {
        if (begins(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        if (isWide(bytes)) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException noUtf8) {
            return new String(bytes, WINDOWS);
        }
    }

    private static boolean begins(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /** Every second byte is 0: UTF-16 without its mark. */
    private static boolean isWide(byte[] bytes) {
        int most = Math.min(bytes.length, LOOKED_AT) / 2;
        int zeros = 0;
        for (int pair = 0; pair < most; pair++) {
            zeros += bytes[2 * pair] != 0 && bytes[2 * pair + 1] == 0 ? 1 : 0;
        }
        return most > 4 && zeros > most * 3 / 4;
    }
}
