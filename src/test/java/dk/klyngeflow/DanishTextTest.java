package dk.klyngeflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One look of quotation marks, hours and dates in everything that people read: code, forms, models, templates, translations and guides. */
class DanishTextTest {

    private static final Set<String> TEXTS =
            Set.of("java", "html", "txt", "subject", "json", "js", "bpmn", "dmn", "properties", "md");
    /** Texts of others. */
    private static final Pattern FOREIGN = Pattern.compile(".*/resources/(schemas|fonts)/.*");
    /** What somebody reads: within tags, in a Java text. Settings of machines such as {@code "01:00"} are no sentences. */
    private static final Pattern HOUR_WITH_COLON = Pattern.compile("(?<![\\d:T])([01]?\\d|2[0-3]):[0-5]\\d(?![\\d:])");

    private static final Set<String> FOR_MACHINES = Set.of("EngineSetup.java");

    @Test
    void quotationMarksAreTheDanishOnes() {
        List<String> wrong = new ArrayList<>();
        texts(Path.of("src/main"), Path.of("forms"), Path.of("processes"), Path.of("src/docs"), Path.of("README.md"))
                .forEach(file -> marks(file, wrong));
        assertThat(wrong).as("„these“, and no others").isEmpty();
    }

    private static void marks(Path file, List<String> wrong) {
        boolean isInside = false;
        int line = 1;
        for (char mark : read(file).toCharArray()) {
            boolean fits = switch (mark) {
                case '\u201E' -> !isInside;
                case '\u201C' -> isInside;
                case '\u201D', '\u201F', '\u00BB', '\u00AB' -> false;
                default -> true;
            };
            if (!fits) {
                wrong.add(file + ":" + line + " " + mark);
            }
            isInside = mark == '\u201E' || (isInside && mark != '\u201C');
            line += mark == '\n' ? 1 : 0;
        }
        if (isInside) {
            wrong.add(file + " does not close a quotation");
        }
    }

    /** The marks of machines: in what people read, a word stands before them with a space, or they stand between tags. */
    @Test
    void noSentenceQuotesWithTheMarksOfMachines() {
        Pattern inJava = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*[\\wæøåÆØÅ,:.] \\\\\"");
        Pattern inHtml = Pattern.compile(">[^<>]*[\\wæøåÆØÅ,:.] \"[^<>=]*<");
        List<String> wrong = new ArrayList<>();
        texts(Path.of("src/main"), Path.of("forms"), Path.of("processes")).forEach(file -> {
            Pattern marks = file.toString().endsWith(".java") ? inJava : inHtml;
            if (!file.toString().endsWith(".js") && !file.toString().endsWith(".json")) {
                read(file)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.startsWith("//") && !line.startsWith("*") && !line.startsWith("/*"))
                        .filter(line -> marks.matcher(line).find())
                        .forEach(line -> wrong.add(file + ": " + line));
            }
        });
        assertThat(wrong).as("„these“, and no others").isEmpty();
    }

    @Test
    void hoursAreWrittenWithAPoint() {
        List<String> wrong = new ArrayList<>();
        texts(Path.of("src/main/resources/templates"), Path.of("forms"), Path.of("src/main/java"), Path.of("src/docs"))
                .filter(file -> !FOR_MACHINES.contains(String.valueOf(file.getFileName())))
                .forEach(file -> read(file)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.startsWith("//") && !line.startsWith("*") && !line.startsWith("/*"))
                        .filter(line -> HOUR_WITH_COLON.matcher(line).find())
                        .forEach(line -> wrong.add(file + ": " + line)));
        assertThat(wrong).as("16.30, not with a colon").isEmpty();
    }

    @Test
    void oneClassWritesDays() {
        List<String> elsewhere = texts(Path.of("src/main/java"))
                .filter(file ->
                        !file.endsWith("DanishTime.java") && !file.toString().contains("einvoices"))
                .filter(file -> Pattern.compile("ofPattern\\(\\s*\"[^\"]*(dd\\.MM|MMMM|HH\\.mm)")
                        .matcher(read(file))
                        .find())
                .map(Path::toString)
                .toList();
        assertThat(elsewhere).as("take a format of DanishTime").isEmpty();
    }

    @Test
    void oneMethodWritesDurations() {
        Pattern byHand = Pattern.compile(
                "inutes[^\\n\"]*\"[^\"\\n]{0,3}(minutter|min\\.|timer)|\\}\"?>[^<]*</span>\\s*(minutter|timer)");
        List<String> elsewhere = texts(
                        Path.of("src/main/java"), Path.of("src/main/resources/templates"), Path.of("forms"))
                .filter(file -> byHand.matcher(read(file)).find())
                .map(Path::toString)
                .toList();
        assertThat(elsewhere)
                .as("DanishTime.duration: 2 timer, never 120 minutter")
                .isEmpty();
    }

    private static Stream<Path> texts(Path... roots) {
        return Stream.of(roots).flatMap(DanishTextTest::files).filter(file -> {
            String name = file.toString();
            return TEXTS.contains(name.substring(name.lastIndexOf('.') + 1))
                    && !FOREIGN.matcher(name.replace('\\', '/')).matches();
        });
    }

    private static Stream<Path> files(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
