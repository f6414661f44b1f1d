package dk.klyngeflow.links;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the holder is told when her answer has been taken.
 *
 * @param lines each a paragraph
 */
public record Done(String title, List<String> lines) {

    public Done {
        lines = List.copyOf(lines);
    }

    Done with(String line) {
        return new Done(title, Stream.concat(lines.stream(), Stream.of(line)).toList());
    }

    public Done(String title, String... lines) {
        this(title, List.of(lines));
    }
}
