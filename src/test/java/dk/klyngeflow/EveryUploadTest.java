package dk.klyngeflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A form whose upload nobody has completed in a browser may be one that nobody can complete. */
class EveryUploadTest {

    private static final Pattern COMPLETED = Pattern.compile("@Uploads\\(\"([\\w-]+)\"\\)");

    @Test
    void isCompletedInTheRealTasklist() throws Exception {
        Set<String> forms = files(Path.of("forms"), name -> name.endsWith(".html"))
                .filter(file -> read(file).contains("kf-upload") || read(file).contains("type=\"file\""))
                .map(file -> file.getFileName().toString().replace(".html", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> completed = files(Path.of("src", "test", "java"), name -> name.endsWith("InTasklistTest.java"))
                .flatMap(file -> COMPLETED.matcher(read(file)).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(forms).contains("receive-data");
        assertThat(completed).isEqualTo(forms);
    }

    private static Stream<Path> files(Path folder, Predicate<String> name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> name.test(file.getFileName().toString())).toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
