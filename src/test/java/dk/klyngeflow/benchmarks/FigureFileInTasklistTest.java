package dk.klyngeflow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.Tasklist;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.security.WithoutChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A secretary puts right a file that came at night, in the real Tasklist and on the page that the task opens. */
@KlyngeflowTest
class FigureFileInTasklistTest {

    private static final String FIGURES = "12/100 30/150 8/80 20/100 45/180 16/64 14/70";

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    ClusterRegister register;

    @Autowired
    NightlyFigures nightly;

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Autowired
    WithoutChecks withoutChecks;

    @TempDir
    Path folder;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @Test
    void sheReadsWhatIsWrongImportsTheFileBesideAndClosesTheTask() throws IOException {
        MeasureTown town = MeasureTown.of(
                port,
                register,
                IntStream.range(0, 7)
                        .mapToObj(at -> "%06d".formatted(970800 + at))
                        .toList());
        Files.write(folder.resolve("kvartal.csv"), town.file(FIGURES.replace("30/150", "9876/150")));
        nightly.fromFolder(town.id(), folder);
        Path right = folder.resolve("rettet.csv");
        Files.write(right, town.file(FIGURES));

        try (Tasklist secretary = new Tasklist(chromium, port, town.id() + "-sekretaer")) {
            secretary.open(task(town));
            assertThat(secretary.page().locator("form.kf").innerText())
                    .contains("kvartal.csv", "Linje 3", "Ret en af dem.")
                    .doesNotContain("9876");
            Page page = secretary
                    .page()
                    .waitForPopup(() -> secretary
                            .page()
                            .getByText("Se filen igennem, og indlæs den selv")
                            .click());
            page.locator("input[type=file]").setInputFiles(right);
            page.getByText("Vis, hvad der gemmes").click();
            page.getByText("Gem tallene").click();
            assertThat(page.locator("main").innerText())
                    .contains("7 tal er gemt.", "sende hver læge et link til egne tal", "Klyngens målinger");
            secretary.choose("Den er rettet, eller jeg har selv indlæst den");
            secretary.send("Filen er rettet");
            assertThat(secretary.faults()).isEmpty();
        }

        assertThat(cases.isOpen(town.id(), town.id() + "/talfil-" + FigureFiles.id("kvartal.csv")))
                .isFalse();
        assertThat(town.sees(town.doctor(0), "bredspektret", "2026K1")).contains("\"practices\":7");
    }

    private Task task(MeasureTown town) {
        return withoutChecks.get(() -> tasks.createTaskQuery()
                .processDefinitionKey("figure-file")
                .tenantIdIn(town.id())
                .singleResult());
    }
}
