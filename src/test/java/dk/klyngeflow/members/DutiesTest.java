package dk.klyngeflow.members;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each stage declares its duties, and the models name them. */
@KlyngeflowTest
class DutiesTest {

    private static final Pattern NAMED = Pattern.compile("name=\"duty\" value=\"(\\w+)\"");

    @Autowired
    Duties duties;

    @Test
    void areDeclaredOnce() {
        assertThat(duties.all()).extracting(Duty::id).doesNotHaveDuplicates();
        assertThat(duties.all()).extracting(Duty::danish).doesNotHaveDuplicates();
    }

    @Test
    void areThoseThatTheModelsName() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".bpmn")).toList()) {
                Matcher hits = NAMED.matcher(Files.readString(file));
                while (hits.find()) {
                    named.add(hits.group(1));
                }
            }
        }

        assertThat(duties.all())
                .filteredOn(duty -> duty.canBeMoved() || named.contains(duty.id()))
                .extracting(Duty::id)
                .containsExactlyInAnyOrderElementsOf(named);
    }
}
