package dk.klyngeflow.payments;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.SAXException;

/** The official schema of ISO 20022 ({@code schemas/pain.001.001.09.xsd}, unchanged): no file leaves that it does not accept. */
final class PainSchema {

    private static final String FILE = "/schemas/pain.001.001.09.xsd";

    private static final class Loaded {
        private static final Schema SCHEMA = load();
    }

    private PainSchema() {}

    /** @throws IllegalStateException when it is not valid, which is a mistake of ours */
    static byte[] valid(String xml) {
        try {
            Validator validator = Loaded.SCHEMA.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.validate(new StreamSource(new StringReader(xml)));
        } catch (SAXException invalid) {
            throw new IllegalStateException("the payment file is not valid: " + invalid.getMessage(), invalid);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private static Schema load() {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newSchema(new StreamSource(PainSchema.class.getResourceAsStream(FILE)));
        } catch (SAXException broken) {
            throw new IllegalStateException("schema " + FILE, broken);
        }
    }
}
