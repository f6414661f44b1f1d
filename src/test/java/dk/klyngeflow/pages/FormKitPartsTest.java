package dk.klyngeflow.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dk.klyngeflow.engine.CvrNumbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each part of the form kit by itself; the tests stand in src/test/resources/form-kit/parts under the names of the parts and run in one page. */
@EnabledIf("dk.klyngeflow.pages.FakeTasklist#canRun")
class FormKitPartsTest {

    private static final Path TESTS = Path.of("src/test/resources/form-kit/parts");
    private static final int LARGEST = 250;

    private static FakeTasklist tasklist;
    private static Page page;

    @BeforeAll
    static void open() {
        tasklist = new FakeTasklist();
        page = tasklist.parts();
    }

    @AfterAll
    static void close() {
        tasklist.close();
    }

    @TestFactory
    Stream<DynamicContainer> everyPart() throws IOException {
        return parts().stream().map(part -> DynamicContainer.dynamicContainer(part, testsOf(part)));
    }

    private static Stream<DynamicTest> testsOf(String part) {
        assertThat(TESTS.resolve(part)).exists();
        List<?> names = (List<?>)
                page.evaluate("part => import('/parts/' + part).then(tests => Object.keys(tests.default))", part);
        assertThat(names).as("tests of " + part).isNotEmpty();
        return names.stream()
                .map(name -> DynamicTest.dynamicTest(
                        String.valueOf(name),
                        () -> page.evaluate(
                                "([part, name]) => import('/parts/' + part).then(tests => tests.default[name]())",
                                List.of(part, name))));
    }

    @Test
    void everyPartIsSmall() throws IOException {
        for (String part : parts()) {
            assertThat(Files.readAllLines(Path.of("forms/kit", part))).as(part).hasSizeLessThanOrEqualTo(LARGEST);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/cvr-numbers.csv", delimiter = '|', ignoreLeadingAndTrailingWhitespace = false)
    void formAndServerAgreeOnCompanyNumbers(String written, boolean isValid) {
        assertThat(CvrNumbers.isValid(CvrNumbers.bare(written))).isEqualTo(isValid);
        assertThat(page.evaluate(
                        "written => import('kit/types.js').then(({ TYPES }) => !TYPES.cvr.read(written).problem)",
                        written))
                .isEqualTo(isValid);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/written-days.csv", delimiter = '|')
    void formAndServerAgreeOnDays(String written, boolean isAhead, @Nullable String day, @Nullable String problem) {
        assertThat(page.evaluate(
                        "([written, ahead]) => import('kit/dates.js').then(({ readDay }) => Object.values(readDay(written, '2026-11-28', ahead)).map(each => each || '').join('|'))",
                        List.of(written, isAhead)))
                .isEqualTo((day == null ? "" : day) + "|" + (problem == null ? "" : problem));
    }

    private static List<String> parts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms/kit"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
