package dk.klyngeflow.einvoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** The real files, and a reader shared by all tests since the official rules take seconds to compile. */
final class Samples {

    static final List<String> ALL = List.of(
            "en16931-ubl-tc434-example1.xml",
            "oioubl2-BASPRO_01_01_00_Invoice_v2p2.xml",
            "oioubl2-BASPRO_03_01_06_CreditNote_v2p2.xml",
            "oioubl2-COMDEL_02_02_00_Invoice_v2p2.xml",
            "oioubl2-COMORG_01_01_00_Invoice_v2p2.xml",
            "oioubl2-COMPAY_01_01_00_Invoice_v2p2.xml",
            "oioubl3-creditnote.xml",
            "oioubl3-invoice.xml",
            "peppol-Allowance-example.xml",
            "peppol-base-creditnote-correction.xml",
            "peppol-base-example.xml",
            "peppol-base-negative-inv-correction.xml",
            "peppol-vat-category-O.xml");

    static final String OIOUBL = "oioubl2-BASPRO_01_01_00_Invoice_v2p2.xml";
    static final String OIOUBL_CREDIT = "oioubl2-BASPRO_03_01_06_CreditNote_v2p2.xml";
    static final String OIOUBL_3 = "oioubl3-invoice.xml";
    static final String PEPPOL = "peppol-base-example.xml";

    static final InvoiceReader READER = new InvoiceReader(new OfficialRules(Duration.ofMinutes(2), false));

    private Samples() {}

    static byte[] bytes(String name) {
        try (InputStream in = Samples.class.getResourceAsStream("/invoices/" + name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** Without byte order mark. */
    static String text(String name) {
        String text = new String(bytes(name), StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Read with the official rules. */
    static Reading.Read read(byte[] content) {
        return (Reading.Read) assertThat(READER.read(content, "faktura.xml"))
                .isInstanceOf(Reading.Read.class)
                .actual();
    }

    static EInvoice invoice(String name) {
        return quick(text(name)).invoice();
    }

    /** Read without the official rules. */
    static Reading.Read quick(String text) {
        return quick(text.getBytes(StandardCharsets.UTF_8));
    }

    static Reading.Read quick(byte[] content) {
        return (Reading.Read) assertThat(READER.readQuickly(content))
                .isInstanceOf(Reading.Read.class)
                .actual();
    }

    static String unreadable(byte[] content) {
        Reading reading = READER.read(content, "faktura.xml");
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        return ((Reading.Unreadable) reading).message();
    }

    static String unreadable(String text) {
        return unreadable(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The sample with a part of it replaced; fails when there is no such part. */
    static String changed(String name, String... oldAndNew) {
        String text = text(name);
        for (int i = 0; i < oldAndNew.length; i += 2) {
            assertThat(text).contains(oldAndNew[i]);
            text = text.replace(oldAndNew[i], oldAndNew[i + 1]);
        }
        return text;
    }

    static List<String> codes(Reading.Read read) {
        return read.problems().stream().map(Problem::code).toList();
    }
}
