package dk.klyngeflow.einvoices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReceiverTest {

    private final EInvoice invoice = Samples.invoice(Samples.OIOUBL);

    @Test
    void sameCvrNumberIsRightWhateverTheName() {
        assertThat(new Receiver("Kvalitetsklyngen Nord", "DK 16 35 67 09", null).doubtAbout(invoice))
                .isEmpty();
    }

    @Test
    void otherCvrNumberIsAnError() {
        assertThat(new Receiver("Den Lille Skole", "12345678", null).doubtAbout(invoice))
                .hasValueSatisfying(p -> {
                    assertThat(p.code()).isEqualTo("RECEIVER");
                    assertThat(p.severity()).isEqualTo(Problem.Severity.ERROR);
                    assertThat(p.message())
                            .contains(
                                    "Den Lille Skole, CVR-nummer 16356709",
                                    "ikke til Den Lille Skole, CVR-nummer 12345678");
                });
    }

    @Test
    void eanNumberIsComparedWhenTheClusterHasNoCvrNumber() {
        assertThat(new Receiver("Klynge Nord", null, "5798000416604").doubtAbout(invoice))
                .isEmpty();
        assertThat(new Receiver("Klynge Nord", null, "5798000416605").doubtAbout(invoice))
                .isPresent();
    }

    @Test
    void namesAreComparedWhenThereIsNoNumber() {
        assertThat(new Receiver("Foreningen Den Lille Skole", null, null).doubtAbout(invoice))
                .isEmpty();
        assertThat(new Receiver("Kvalitetsklyngen Nord", null, null).doubtAbout(invoice))
                .hasValueSatisfying(p -> assertThat(p.severity()).isEqualTo(Problem.Severity.WARNING));
    }

    @Test
    void aClusterIsNotAnotherCluster() {
        EInvoice other = Samples.quick(Samples.changed(Samples.OIOUBL, "Den Lille Skole", "Kvalitetsklyngen Syd"))
                .invoice();

        assertThat(new Receiver("Kvalitetsklyngen Nord", null, null).doubtAbout(other))
                .isPresent();
        assertThat(new Receiver("Klynge Syd", null, null).doubtAbout(other)).isEmpty();
    }
}
