package dk.klyngeflow.einvoices;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The characters of an XML file. Done here and not by the parser, since suppliers' programs write a declaration that is not true: UTF-8 that
 * is windows-1252, or UTF-16 that is UTF-8.
 *
 * @param text without byte order mark and without XML declaration; the line breaks of the declaration are kept, so line numbers are true
 * @param charset what it was read as
 * @param asDeclared false when the declaration was not true
 */
record XmlText(String text, Charset charset, boolean asDeclared) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern DECLARATION = Pattern.compile("^\\s*<\\?xml\\s[^>]{0,200}?\\?>");
    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");

    static XmlText of(byte[] content) {
        Mark mark = Mark.of(content);
        if (mark != null) {
            return decoded(content, mark.length, mark.charset, mark.charset);
        }
        Charset declared = declared(content);
        return decoded(content, 0, declared, declared);
    }

    private static XmlText decoded(byte[] content, int from, Charset first, Charset declared) {
        for (Charset charset : new Charset[] {first, StandardCharsets.UTF_8}) {
            try {
                String text = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(content, from, content.length - from))
                        .toString();
                return new XmlText(withoutDeclaration(text), charset, charset.equals(declared));
            } catch (CharacterCodingException notThis) {
                // the next one
            }
        }
        String text = new String(content, from, content.length - from, WINDOWS_1252);
        return new XmlText(withoutDeclaration(text), WINDOWS_1252, false);
    }

    /** The declared encoding; one that cannot be true, since the declaration was readable as ASCII, counts as UTF-8. */
    private static Charset declared(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, 400), StandardCharsets.ISO_8859_1);
        Matcher declaration = DECLARATION.matcher(head);
        if (!declaration.find()) {
            return StandardCharsets.UTF_8;
        }
        Matcher encoding = ENCODING.matcher(declaration.group());
        if (!encoding.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            Charset charset = Charset.forName(encoding.group(1));
            // latin-1 files written on Windows hold characters that latin-1 has not; the rest is the same
            if (charset.equals(StandardCharsets.ISO_8859_1)) {
                return WINDOWS_1252;
            }
            return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")
                    ? StandardCharsets.UTF_8
                    : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static String withoutDeclaration(String text) {
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Matcher declaration = DECLARATION.matcher(unmarked);
        if (!declaration.find()) {
            return unmarked;
        }
        String lines = declaration.group().replaceAll("[^\\n]", "");
        return lines + unmarked.substring(declaration.end());
    }

    /** A byte order mark, or the zero bytes that give UTF-16 away without one. */
    private enum Mark {
        UTF_8(StandardCharsets.UTF_8, 3, 0xEF, 0xBB, 0xBF),
        UTF_16_LE(StandardCharsets.UTF_16LE, 2, 0xFF, 0xFE),
        UTF_16_BE(StandardCharsets.UTF_16BE, 2, 0xFE, 0xFF),
        UNMARKED_UTF_16_LE(StandardCharsets.UTF_16LE, 0, '<', 0),
        UNMARKED_UTF_16_BE(StandardCharsets.UTF_16BE, 0, 0, '<');

        private final Charset charset;
        private final int length;
        private final int[] bytes;

        Mark(Charset charset, int length, int... bytes) {
            this.charset = charset;
            this.length = length;
            this.bytes = bytes;
        }

        static @Nullable Mark of(byte[] content) {
            for (Mark mark : values()) {
                if (mark.isAtStartOf(content)) {
                    return mark;
                }
            }
            return null;
        }

        private boolean isAtStartOf(byte[] content) {
            if (content.length < bytes.length) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if ((content[i] & 0xFF) != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
