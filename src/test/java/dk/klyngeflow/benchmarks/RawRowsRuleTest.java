package dk.klyngeflow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.Compiled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The figures of single practices have one door, and few who may knock. */
class RawRowsRuleTest {

    private static final Pattern TABLES = Pattern.compile("klyngeflow\\.(measure_row|frozen_row)\\b");

    @Test
    void oneClassReadsTheTables() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> TABLES.matcher(text(file)).find())
                            .map(file -> file.getFileName().toString()))
                    .containsExactly("RawRows.java");
        }
    }

    @Test
    void onlyImportFreezeAndReaderAsk() {
        Set<String> asking = Compiled.APPLICATION.get(RawRows.class).getDirectDependenciesToSelf().stream()
                .map(each -> each.getOriginClass().getSimpleName())
                .filter(name -> !name.isEmpty() && !name.equals("RawRows"))
                .collect(Collectors.toSet());
        assertThat(asking).containsExactlyInAnyOrder("MeasureImport", "Freezing", "Figures", "FigureRetention");
    }

    /** What a process knows, an administrator reads in Cockpit. */
    @Test
    void noFigureIsAVariableOfAProcess() {
        Set<String> engine = Compiled.APPLICATION.stream()
                .filter(type -> type.getPackageName().equals("dk.klyngeflow.benchmarks"))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(each -> each.getTargetClass().getPackageName())
                .filter(name -> name.startsWith("org.camunda"))
                .collect(Collectors.toSet());
        assertThat(engine).isEmpty();
        List<String> outside = Compiled.APPLICATION.stream()
                .filter(type -> !type.getPackageName().equals("dk.klyngeflow.benchmarks"))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(each -> each.getTargetClass().getName())
                .filter(name -> name.matches(
                        "dk\\.klyngeflow\\.benchmarks\\.(PracticeRow|FrozenRow|RawRows|OwnFigure|NamedTable).*"))
                .toList();
        assertThat(outside).isEmpty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
