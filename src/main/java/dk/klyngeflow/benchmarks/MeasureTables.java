package dk.klyngeflow.benchmarks;

import dk.klyngeflow.benchmarks.TableReading.Asked;
import java.util.List;
import java.util.Set;

/** Reads a table from whatever people have: CSV, TSV, Excel, or what has been pasted from a spreadsheet. */
final class MeasureTables {

    static final int LARGEST = 2 * 1024 * 1024;

    private static final String CPR =
            "Filen indeholder noget, der ligner et CPR-nummer, så den er ikke læst og ikke gemt. Fjern det, og prøv igen.";

    private MeasureTables() {}

    /** @throws TableRefused with everything that is wrong; nothing like a CPR number is repeated */
    static TableReading read(byte[] content, Asked asked, Set<String> own, TableReader.Kinds kinds) {
        if (content.length == 0) {
            throw TableRefused.of("Filen er tom. Vælg en fil, eller indsæt tabellen.");
        }
        if (content.length > LARGEST) {
            throw TableRefused.of("Filen må højst fylde 2 MB. Gem kun arket med tallene.");
        }
        for (String said : List.of(asked.measure(), asked.period(), asked.sheet())) {
            if (CellText.isLikeCpr(said)) {
                throw TableRefused.of(CPR);
            }
        }
        return TableReader.read(grid(content, asked.sheet()), asked, own, kinds);
    }

    private static TableGrid grid(byte[] content, String sheet) {
        if (SheetGrids.isWorkbook(content)) {
            SheetGrids.Found found = SheetGrids.of(content, sheet);
            refuseCpr(found.all());
            return found.grid();
        }
        TableGrid grid = TextGrids.of(content);
        grid.lines().forEach(line -> refuseCpr(line.cells()));
        return grid;
    }

    private static void refuseCpr(List<String> cells) {
        if (cells.stream().anyMatch(CellText::isLikeCpr)) {
            throw TableRefused.of(CPR);
        }
    }
}
