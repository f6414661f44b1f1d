package dk.klyngeflow.einvoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are valid in form only. */
class BlankedNumbersTest {

    private static final String CPR = "0101800008";

    private static String ofPerson(String scheme, String number) {
        return Samples.changed(
                Samples.OIOUBL,
                "schemeID=\"DK:CVR\">DK16356706",
                "schemeID=\"" + scheme + "\">" + number,
                "schemeID=\"DK:SE\">DK16356706",
                "schemeID=\"DK:SE\">",
                "<cbc:PaymentNote>A00095678",
                "<cbc:PaymentNote>Honorar " + CPR.substring(0, 6) + "-" + CPR.substring(6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DK:CPR", "dk:cpr", "CPR", "0237", "9901"})
    void supplierWithACprNumberIsAPersonWithoutNumber(String scheme) {
        String xml = ofPerson(scheme, CPR);

        Reading.Read read = Samples.read(xml.getBytes(StandardCharsets.UTF_8));

        assertThat(read.invoice().supplierIsPrivatePerson()).isTrue();
        assertThat(read.invoice().supplier().cvr()).isNull();
        assertThat(read.invoice().supplier().id()).isEqualTo("tavleverandøren");
        assertThat(Samples.codes(read)).contains("PRIVATE_PERSON");
        assertThat(read.toString()).doesNotContain("010180", "0008");
    }

    @Test
    void numberInTheWrongSchemeIsStillANumberOfAPerson() {
        Reading.Read read = Samples.quick(ofPerson("DK:CVR", CPR));

        assertThat(read.invoice().supplierIsPrivatePerson()).isTrue();
        assertThat(read.toString()).doesNotContain("010180");
    }

    @ParameterizedTest
    @ValueSource(strings = {CPR, "010180-0008", "010180 0008"})
    void theKeptFileHoldsNoNumber(String written) {
        byte[] kept = Samples.READER.redact(ofPerson("DK:CPR", written).getBytes(StandardCharsets.UTF_8));

        assertThat(new String(kept, StandardCharsets.UTF_8))
                .doesNotContain("010180")
                .contains("0000000000");
        assertThat(Samples.quick(kept).invoice())
                .isEqualTo(Samples.quick(ofPerson("DK:CPR", written)).invoice());
    }

    @Test
    void whatWasSaidOfTheFileIsSaidOfTheKeptOne() {
        for (String xml : new String[] {
            ofPerson("DK:CVR", CPR),
            ofPerson("", "010180-0008"),
            Samples.changed(Samples.OIOUBL, "<cbc:Description>Hejsetavle", "<cbc:Description>Til 010180-0008"),
            Samples.changed(Samples.OIOUBL, "<cbc:Description>Hejsetavle", "<cbc:Description>CPR: 0101800008"),
        }) {
            byte[] content = xml.getBytes(StandardCharsets.UTF_8);
            Reading.Read first = Samples.quick(content);
            Reading.Read kept = Samples.quick(Samples.READER.redact(content));

            assertThat(kept.invoice()).isEqualTo(first.invoice());
            assertThat(Samples.codes(kept)).containsAll(Samples.codes(first));
            assertThat(Samples.codes(kept)).containsAnyOf("PRIVATE_PERSON", "CPR_IN_TEXT");
        }
    }

    @Test
    void otherFilesAreLeftAlone() {
        for (String file : new String[] {"%PDF-1.7 010180-0008", "\u0089PNG 010180-0008", "010180-0008"}) {
            byte[] content = file.getBytes(StandardCharsets.ISO_8859_1);
            assertThat(Samples.READER.redact(content)).isSameAs(content);
        }
    }

    @Test
    void numbersInFreeTextAreBlankedAndSaid() {
        String xml = Samples.changed(
                Samples.OIOUBL,
                "<cbc:Description>Hejsetavle",
                "<cbc:Description>Kørsel for patient 010180-0008, CPR-nr. 3112790004");

        Reading.Read read = Samples.quick(xml);

        assertThat(read.invoice().lines().get(0).description())
                .isEqualTo("Kørsel for patient 000000-0000, CPR-nr. 0000000000");
        assertThat(read.invoice().supplierIsPrivatePerson()).isFalse();
        assertThat(Samples.codes(read)).contains("CPR_IN_TEXT");
        assertThat(new String(Samples.READER.redact(xml.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))
                .doesNotContain("010180", "311279");
    }

    @Test
    void accountAndForeignNumbersAreLeftAlone() {
        String xml = Samples.changed(Samples.OIOUBL, "<cbc:ID>1234567890<", "<cbc:ID>0101800008<");
        assertThat(Samples.quick(xml).invoice().payments().get(0).accountNumber())
                .isEqualTo("0101800008");

        String swedish = Samples.changed(
                Samples.PEPPOL, "<cbc:CompanyID>GB983294", "<cbc:CompanyID schemeID=\"0007\">0101800008");
        assertThat(Samples.quick(swedish).invoice().supplier().registrationId()).isEqualTo("0101800008");
    }

    @Test
    void fileWithoutNumbersIsKeptByteByByte() {
        for (String file : Samples.ALL) {
            byte[] content = Samples.bytes(file);
            assertThat(Samples.READER.redact(content)).isSameAs(content);
        }
    }

    @Test
    void numbersInCommentsAndInBrokenFilesAreBlankedToo() {
        String commented =
                Samples.text(Samples.OIOUBL).replace("<cbc:UBLVersionID>", "<!-- 010180-0008 --><cbc:UBLVersionID>");
        String broken = ofPerson("DK:CPR", CPR).replace("</Invoice>", "");

        for (String xml : new String[] {commented, broken}) {
            assertThat(new String(Samples.READER.redact(xml.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))
                    .doesNotContain("0101800008", "010180-0008");
        }
    }

    @Test
    void numberOfTheReceiverDoesNotMakeTheSupplierAPerson() {
        String xml = Samples.changed(
                Samples.OIOUBL,
                "<cbc:EndpointID schemeAgencyID=\"9\" schemeID=\"GLN\">5798000416604",
                "<cbc:EndpointID schemeID=\"DK:CPR\">" + CPR);

        Reading.Read read = Samples.quick(xml);

        assertThat(read.invoice().supplierIsPrivatePerson()).isFalse();
        assertThat(read.toString()).doesNotContain(CPR);
    }
}
