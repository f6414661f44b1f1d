package dk.klyngeflow.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every page has in common, read from its template. */
class PageTemplatesTest {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
    private static final Pattern AMOUNT = Pattern.compile("<td data-label=\"(?:Beløb|Debet|Kredit|Pris)\"[^>]*>");

    /** Øre under øre: the class that app.css knows. */
    @Test
    void amountsOfATableStandUnderEachOther() throws IOException {
        List<String> cells;
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            cells = files.filter(file -> file.toString().endsWith(".html"))
                    .flatMap(file -> AMOUNT.matcher(read(file)).results().map(MatchResult::group))
                    .toList();
        }
        assertThat(cells)
                .hasSizeGreaterThan(2)
                .allSatisfy(cell -> assertThat(cell).contains("class=\"money\""));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
