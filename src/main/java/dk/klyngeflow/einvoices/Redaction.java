package dk.klyngeflow.einvoices;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;

/** The copy of a file that is kept. Comments and processing instructions of a redacted file are left out: they may hold anything. */
final class Redaction {

    private Redaction() {}

    static byte[] of(byte[] content) {
        if (content.length == 0 || content.length > InvoiceReader.MAX_BYTES || !looksLikeXml(content)) {
            return content;
        }
        XmlText text = XmlText.of(content);
        String blanked = BlankedNumbers.blankInText(text.text());
        try {
            Document document = XmlDocument.parse(text.text());
            boolean any = BlankedNumbers.blankIn(document).any();
            return any || !blanked.equals(text.text()) ? serialised(document) : content;
        } catch (NotReadable | TransformerException | StackOverflowError broken) {
            return blanked.equals(text.text()) ? content : blanked.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Whatever the character set: the first sign that is no mark, no zero and no blank. A picture or a PDF is left alone. */
    private static boolean looksLikeXml(byte[] content) {
        for (int i = 0; i < Math.min(content.length, 64); i++) {
            int sign = content[i] & 0xFF;
            boolean skipped =
                    sign <= ' ' || sign == 0xEF || sign == 0xBB || sign == 0xBF || sign == 0xFE || sign == 0xFF;
            if (!skipped) {
                return sign == '<';
            }
        }
        return false;
    }

    static byte[] serialised(Document document) throws TransformerException {
        Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        transformer.transform(new DOMSource(document), new StreamResult(out));
        return out.toByteArray();
    }
}
