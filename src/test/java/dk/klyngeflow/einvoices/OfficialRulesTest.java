package dk.klyngeflow.einvoices;

import static org.assertj.core.api.Assertions.assertThat;

import com.helger.schematron.xslt.SchematronResourceXSLTCache;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The official rules when they are met for the first time, by several at once or by somebody who cannot wait. */
class OfficialRulesTest {

    private final OfficialRules impatient = new OfficialRules(Duration.ofMillis(1), false);
    private final OfficialRules patient = new OfficialRules(Duration.ofMinutes(5), false);

    @AfterEach
    void stop() {
        impatient.stop();
        patient.stop();
    }

    @Test
    void areCompiledOnceForAllWhoComeAtOnce() {
        SchematronResourceXSLTCache.clearCache();

        List<CompletableFuture<List<String>>> all =
                List.of(Samples.OIOUBL, Samples.OIOUBL, Samples.OIOUBL_3, Samples.OIOUBL_CREDIT, Samples.PEPPOL)
                        .stream()
                        .map(sample -> CompletableFuture.supplyAsync(() -> codes(patient, sample)))
                        .toList();

        assertThat(all).allSatisfy(codes -> assertThat(codes.join()).doesNotContain("NOT_CHECKED"));
    }

    @Test
    void whoCannotWaitIsToldSoAndSpoilsNothingForTheNext() {
        SchematronResourceXSLTCache.clearCache();

        assertThat(codes(impatient, Samples.OIOUBL)).contains("NOT_CHECKED");
        assertThat(codes(patient, Samples.OIOUBL)).doesNotContain("NOT_CHECKED");
    }

    private static List<String> codes(OfficialRules rules, String sample) {
        Reading reading = new InvoiceReader(rules).read(Samples.bytes(sample), "faktura.xml");
        return Samples.codes((Reading.Read) reading);
    }
}
