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
        if (content.length == 0 || content.length > InvoiceReader.MAX_BYTES || !looksLikeText(content)) {
            return content;
        }
        XmlText text = XmlText.of(content);
        String blanked = CprNumbers.blankInText(text.text());
        try {
            Document document = XmlDocument.parse(text.text());
            boolean any = CprNumbers.blankIn(document).any();
            return any || !blanked.equals(text.text()) ? serialised(document) : content;
        } catch (NotReadable | TransformerException | StackOverflowError broken) {
            return blanked.equals(text.text()) ? content : blanked.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static boolean looksLikeText(byte[] content) {
        return content[0] != '%' && !(content[0] == 'P' && content.length > 1 && content[1] == 'K');
    }

    private static byte[] serialised(Document document) throws TransformerException {
        Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        transformer.transform(new DOMSource(document), new StreamResult(out));
        return out.toByteArray();
    }
}
