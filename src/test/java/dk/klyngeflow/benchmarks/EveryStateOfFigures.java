package dk.klyngeflow.benchmarks;

import java.nio.charset.StandardCharsets;
import org.springframework.boot.test.context.TestComponent;

/** Figures of one practice, too few for a picture of the others, for whoever opens every page. */
@TestComponent
public class EveryStateOfFigures {

    private final MeasureImport imports;

    EveryStateOfFigures(MeasureImport imports) {
        this.imports = imports;
    }

    public void areIn(String cluster) {
        imports.commit(
                cluster,
                "ydernummer;måling;periode;tæller;nævner\n980101;Opioider: høj dosis;2026K1;41;160\n"
                        .getBytes(StandardCharsets.UTF_8),
                TableReading.Asked.NOTHING,
                "",
                cluster + "-koordinator");
    }
}
