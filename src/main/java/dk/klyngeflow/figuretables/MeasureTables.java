package dk.klyngeflow.figuretables;

import dk.klyngeflow.figuretables.TableReading.Asked;
import java.util.List;
import java.util.Set;

/** Reads a table from whatever people have: CSV, TSV, Excel, or what has been pasted from a spreadsheet. */
public final class MeasureTables {

    static final int LARGEST = 2 * 1024 * 1024;

    private static final String CPR =
            "Filen indeholder noget, der ligner et CPR-nummer, så den er ikke læst og ikke gemt. Fjern det, og prøv igen.";

    private MeasureTables() {}

    /** Whether a measure is a rate, as far as anybody knows. */
    public interface Kinds {
        boolean isRate(String measure);
    }

    /** @throws TableRefused with everything that is wrong; nothing like a CPR number is repeated */
    public static TableReading read(byte[] content, Asked asked, Set<String> own, Kinds kinds) {
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
