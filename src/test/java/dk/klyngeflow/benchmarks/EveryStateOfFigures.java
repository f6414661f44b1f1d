package dk.klyngeflow.benchmarks;

import dk.klyngeflow.figuretables.TableReading;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.test.context.TestComponent;

/** Figures of one practice, too few for a picture of the others, and a file that could not be taken, for whoever opens every page. */
@TestComponent
public class EveryStateOfFigures {

    private final MeasureImport imports;
    private final FigureSources sources;

    EveryStateOfFigures(MeasureImport imports, FigureSources sources) {
        this.imports = imports;
        this.sources = sources;
    }

    public void areIn(String cluster) {
        imports.commit(
                cluster,
                "ydernummer;måling;periode;tæller;nævner\n980101;Opioider: høj dosis;2026K1;41;160\n"
                        .getBytes(StandardCharsets.UTF_8),
                TableReading.Asked.NOTHING,
                "",
                cluster + "-koordinator");
        sources.came(cluster, "forkert.csv", "0", "Linje 3, Tæller: her skal stå et helt tal.");
    }
}
