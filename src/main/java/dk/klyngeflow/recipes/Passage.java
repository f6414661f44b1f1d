package dk.klyngeflow.recipes;

import java.util.List;

/**
 * A text of a recipe, or of a file that goes out with it.
 *
 * @param label as people know it
 * @param isWhole false when there is something in it that nobody can read
 */
record Passage(String label, List<String> lines, boolean isWhole) {

    Passage {
        lines = List.copyOf(lines);
    }

    static Passage of(String label, String text) {
        return new Passage(label, text.lines().toList(), true);
    }

    String place(int line) {
        return lines.size() == 1 ? label : label + ", linje " + (line + 1);
    }
}
