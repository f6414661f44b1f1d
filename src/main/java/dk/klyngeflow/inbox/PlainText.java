package dk.klyngeflow.inbox;

import jakarta.mail.internet.MimeUtility;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Bytes and HTML as plain text. What a mail says of its own character set is often wrong or missing. */
final class PlainText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private PlainText() {}

    /** @param declared as the mail says; may be empty or nonsense */
    static String decode(byte[] content, String declared) {
        String name = declared.replaceAll("[\"'\\s]", "").toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && !name.equals("us-ascii") && !name.startsWith("utf-8") && !name.equals("utf8")) {
            try {
                Charset charset = Charset.forName(MimeUtility.javaCharset(name));
                // programs say Latin-1 and write Windows' quotes and dashes
                return new String(content, charset.equals(StandardCharsets.ISO_8859_1) ? WINDOWS : charset);
            } catch (IllegalArgumentException unknown) {
                return guessed(content);
            }
        }
        return guessed(content);
    }

    private static String guessed(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(content, WINDOWS);
        }
    }

    /** The words of a page with its line breaks; nothing of it is ever fetched or shown as HTML. */
    static String ofHtml(String html) {
        Document page = Jsoup.parse(html);
        page.select("script, style, head, title, noscript").remove();
        StringBuilder text = new StringBuilder();
        page.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(words.getWholeText().replaceAll("\\s+", " "));
                } else if (node instanceof Element element
                        && element.normalName().equals("br")) {
                    text.append('\n');
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && element.normalName().equals("br")) {
                    return;
                }
                if (node instanceof Element element
                        && (element.isBlock() || element.normalName().equals("tr"))) {
                    text.append('\n');
                } else if (node instanceof Element element
                        && element.normalName().equals("td")) {
                    text.append(' ');
                }
            }
        });
        return text.toString()
                .replaceAll("[ \\t\\u00a0]+", " ")
                .replaceAll(" ?\\n ?", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }
}
