package dk.klyngeflow.einvoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a stranger can put into a file. Whatever it is, it fetches nothing and costs little. */
@Timeout(60)
class XmlAttacksTest {

    private static final String ROOT = "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"";

    @Test
    void nothingIsFetched() throws IOException {
        AtomicInteger fetches = new AtomicInteger();
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread counter = new Thread(() -> {
                while (!server.isClosed()) {
                    try {
                        server.accept().close();
                        fetches.incrementAndGet();
                    } catch (IOException closed) {
                        return;
                    }
                }
            });
            counter.setDaemon(true);
            counter.start();
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/x";
            String body = Samples.text(Samples.OIOUBL).replaceFirst("<\\?xml.*?\\?>", "");

            for (String xml : new String[] {
                "<!DOCTYPE Invoice SYSTEM \"" + url + "\">" + body,
                "<!DOCTYPE Invoice [<!ENTITY x SYSTEM \"" + url + "\">]>" + body.replace("Hejsetavle", "&x;"),
                "<!DOCTYPE Invoice [<!ENTITY % x SYSTEM \"" + url + "\"> %x;]>" + body,
                "<?xml-stylesheet type=\"text/xsl\" href=\"" + url + "\"?>" + body,
                body.replace("UBL-Invoice-2.0.xsd", url),
                body.replaceFirst("<Invoice ", "<Invoice xsi:noNamespaceSchemaLocation=\"" + url + "\" "),
                body.replace(
                        "<cbc:UBLVersionID>",
                        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + url
                                + "\"/><cbc:UBLVersionID>"),
                body.replace(
                        "<cac:AccountingSupplierParty>",
                        "<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment><cac:ExternalReference><cbc:URI>"
                                + url
                                + "</cbc:URI></cac:ExternalReference></cac:Attachment></cac:AdditionalDocumentReference>"
                                + "<cac:AccountingSupplierParty>"),
            }) {
                byte[] content = xml.getBytes(StandardCharsets.UTF_8);
                Samples.READER.read(content, "faktura.xml");
                Samples.READER.redact(content);
            }
        }
        assertThat(fetches).hasValue(0);
    }

    @Test
    void documentTypesAreRefused() {
        String bomb = "<!DOCTYPE Invoice [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>" + ROOT + ">&c;</Invoice>";

        assertThat(Samples.unreadable(bomb)).contains("DOCTYPE");
        assertThat(Samples.unreadable(
                        "<!DOCTYPE Invoice [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + ROOT + ">&x;</Invoice>"))
                .contains("DOCTYPE")
                .doesNotContain("root:");
    }

    @Test
    void inclusionIsRefused() {
        assertThat(
                        Samples.unreadable(
                                Samples.changed(
                                        Samples.OIOUBL,
                                        "<cbc:UBLVersionID>",
                                        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\" parse=\"text\"/><cbc:UBLVersionID>")))
                .contains("XInclude");
    }

    @Test
    void depthNumberOfFieldsAndAttributesAreBounded() {
        String deep = ROOT + ">" + "<a>".repeat(5_000) + "</a>".repeat(5_000) + "</Invoice>";
        String wide = ROOT + ">" + "<a/>".repeat(XmlDocument.MAX_ELEMENTS + 1) + "</Invoice>";
        StringBuilder attributes = new StringBuilder(ROOT);
        for (int i = 0; i < 2_000; i++) {
            attributes.append(" a").append(i).append("=\"\"");
        }

        assertThat(Samples.unreadable(deep)).contains("indviklet");
        assertThat(Samples.unreadable(wide)).contains("for stor");
        assertThat(Samples.unreadable(attributes + "/>")).contains("ikke gyldig XML");
        assertThat(Samples.unreadable(new byte[InvoiceReader.MAX_BYTES + 1])).contains("større end 10 MB");
    }

    @ParameterizedTest
    @CsvSource({"1e999999999", "1E-999999999", "'1,000.50'", "NaN", "INF", "0x10"})
    void strangeNumbersAreNoNumbers(String number) {
        Reading.Read read = Samples.quick(Samples.changed(
                Samples.OIOUBL,
                "<cbc:PriceAmount currencyID=\"DKK\">25.00",
                "<cbc:PriceAmount currencyID=\"DKK\">" + number));

        assertThat(read.problems()).anySatisfy(p -> {
            assertThat(p.code()).isEqualTo("NO_NUMBER_HERE");
            assertThat(p.where()).isEqualTo("Fakturalinje 2, pris");
        });
    }

    @Test
    void aMillionDigitsCostNothing() {
        String xml = Samples.changed(
                Samples.OIOUBL,
                "<cbc:PayableAmount currencyID =\"DKK\">6312.50",
                "<cbc:PayableAmount currencyID =\"DKK\">" + "9".repeat(5_000_000));

        long before = System.nanoTime();
        Reading.Read read = Samples.quick(xml);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
        assertThat(read.hasErrors()).isTrue();
    }

    @Test
    void aHugeInvoiceIsReadButNotCheckedForHours() {
        String text = Samples.text(Samples.PEPPOL);
        int from = text.indexOf("<cac:InvoiceLine>");
        String line = text.substring(from, text.indexOf("</cac:InvoiceLine>") + "</cac:InvoiceLine>".length());
        String xml = text.replace("</Invoice>", line.repeat(2_000) + "</Invoice>");

        Reading.Read read = Samples.read(xml.getBytes(StandardCharsets.UTF_8));

        assertThat(read.invoice().lines()).hasSize(2_002);
        assertThat(Samples.codes(read)).contains("NOT_CHECKED", "TOTALS");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            urn:oasis:names:specification:ubl:schema:xsd:Reminder-2            | Reminder              | en rykker
            urn:oasis:names:specification:ubl:schema:xsd:Order-2               | Order                 | en ordre
            urn:oasis:names:specification:ubl:schema:xsd:OrderResponse-2       | OrderResponse         | svar på en ordre
            urn:oasis:names:specification:ubl:schema:xsd:ApplicationResponse-2 | ApplicationResponse   | en kvittering
            urn:oasis:names:specification:ubl:schema:xsd:Statement-2           | Statement             | et kontoudtog
            urn:oasis:names:specification:ubl:schema:xsd:Catalogue-2           | Catalogue             | et varekatalog
            urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100       | CrossIndustryInvoice  | formatet CII
            http://rep.oio.dk/ubl/xml/schemas/0p71/pie/                        | Invoice               | OIOXML
            urn:example                                                        | Invoice               | ikke i et format
            http://www.w3.org/1999/xhtml                                       | html                  | en hjemmeside
            urn:example                                                        | whatever              | en anden slags XML-fil
            """)
    void otherDocumentsAreCalledByTheirName(String namespace, String root, String said) {
        assertThat(Samples.unreadable("<" + root + " xmlns=\"" + namespace + "\"/>"))
                .contains(said);
    }

    @Test
    void otherFilesAreCalledByTheirName() {
        assertThat(Samples.unreadable("")).isEqualTo("Filen er tom.");
        assertThat(Samples.unreadable("%PDF-1.7\n...")).contains("en PDF");
        assertThat(Samples.unreadable("PK\u0003\u0004...")).contains("ZIP");
        assertThat(Samples.unreadable("Faktura nr. 17, 100 kr.")).contains("ikke en e-faktura");
        assertThat(Samples.unreadable(Samples.text(Samples.OIOUBL).substring(0, 5_000)))
                .contains("ikke gyldig XML (linje ", "sende fakturaen igen");
    }
}
