package dk.klyngeflow.links;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the holder is told when her answer has been taken.
 *
 * @param lines each a paragraph
 * @param onwards where she goes next instead of looking at her answer; null when there is nowhere to go
 * @param afterwards what the same page says when it is fetched again; null when it says the same
 */
public record Done(
        String title,
        List<String> lines,
        @Nullable Onwards onwards,
        @Nullable Done afterwards) {

    public Done {
        lines = List.copyOf(lines);
    }

    /** @param href begins with {@code /} */
    public record Onwards(String label, String href) {}

    public Done onwards(String label, String href) {
        return new Done(title, lines, new Onwards(label, href), afterwards);
    }

    /** Shown once, and forgotten. */
    public Done thenOnly(Done told) {
        return new Done(title, lines, onwards, told);
    }

    Done with(String line) {
        return new Done(title, Stream.concat(lines.stream(), Stream.of(line)).toList(), onwards, afterwards);
    }

    public Done(String title, List<String> lines) {
        this(title, lines, null, null);
    }

    public Done(String title, String... lines) {
        this(title, List.of(lines), null, null);
    }
}
