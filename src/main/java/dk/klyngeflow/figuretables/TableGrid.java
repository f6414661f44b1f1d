package dk.klyngeflow.figuretables;

import dk.klyngeflow.figuretables.TableReading.Skipped;
import java.util.List;

/**
 * The cells of one table, whatever it came in.
 *
 * @param style how its numbers are written
 * @param isMerged whether an empty cell may belong to the one above, as in a spreadsheet
 * @param said what has been passed over already
 */
record TableGrid(List<Line> lines, Style style, boolean isMerged, List<Skipped> said) {

    TableGrid {
        lines = List.copyOf(lines);
        said = List.copyOf(said);
    }

    /** DANISH has decimal commas; ENGLISH, in files parted by commas, may have either. */
    enum Style {
        DANISH,
        ENGLISH
    }

    /** @param number the first is 1 */
    record Line(int number, List<String> cells) {

        Line {
            cells = List.copyOf(cells);
        }

        String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : "";
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }
}
