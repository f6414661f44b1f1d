package dk.klyngeflow.links;

import java.util.List;

/**
 * What the holder is told when her answer has been taken.
 *
 * @param lines each a paragraph
 */
public record Done(String title, List<String> lines) {

    public Done {
        lines = List.copyOf(lines);
    }

    public Done(String title, String... lines) {
        this(title, List.of(lines));
    }
}
