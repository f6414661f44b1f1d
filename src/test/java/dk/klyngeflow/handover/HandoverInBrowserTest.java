package dk.klyngeflow.handover;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.Tasklist;
import dk.klyngeflow.members.ClusterFromFile;
import dk.klyngeflow.members.PaymentMode;
import java.time.format.DateTimeFormatter;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The old and the new coordinator, each at her own desk, in a cluster opened from a file. */
@KlyngeflowTest
@EnabledIf("dk.klyngeflow.Chromium#isHere")
class HandoverInBrowserTest {

    private static final String NOTE = "Kommunen er lovet svar i marts. Gå tidligt i gang med lokalet i Åbakken.";

    @LocalServerPort
    int port;

    @Autowired
    CoordinatorStory story;

    @Autowired
    TaskService tasks;

    @Test
    void theOldAndTheNewHandOverSideBySide() {
        String cluster = new ClusterFromFile(port).isOpened(PaymentMode.PLO);
        story.isIn(cluster);
        try (Chromium chromium = new Chromium();
                Tasklist old = new Tasklist(chromium, port, cluster + "-koordinator");
                Tasklist next = new Tasklist(chromium, port, cluster + "-formand")) {
            old.start("Overdrag posten som koordinator");
            old.page().getByLabel("Ny koordinator").selectOption(cluster + "-formand");
            old.write(
                    "Første dag",
                    DateTimeFormatter.ofPattern("dd.MM.yyyy")
                            .format(story.today().plusDays(3)));
            assertThat(old.faults()).isEmpty();
            Chromium.picture(old.page(), "handover-start");
            old.send("Aftal overdragelsen");
            story.dueJobsRun();

            old.page().reload();
            next.page().reload();
            old.open(task("handOverPost"));
            next.open(task("takeOverPost"));
            ticks(old, "DONE");
            old.write("Til den nye", NOTE);
            ticks(next, "OPEN");
            assertThat(next.page().locator("form.kf")).containsText("Kursus for nye klyngekoordinatorer");
            assertThat(next.page().locator("form.kf")).not().containsText("Introduktion: hold et møde");
            assertThat(old.faults()).isEmpty();
            assertThat(next.faults()).isEmpty();
            Chromium.picture(old.page(), "handover-old");
            Chromium.picture(next.page(), "handover-new");
            old.send("Bekræft overdragelsen");
            next.send("Bekræft, at du tager imod");
            story.dueJobsRun();
            assertThat(story.note()).contains(NOTE);

            Page overview = next.page().context().newPage();
            overview.navigate("http://localhost:" + port + "/overdragelse/" + cluster);
            assertThat(overview.locator("main")).containsText("Den afgående har bekræftet.");
            assertThat(overview.locator("main")).containsText("Den nye har bekræftet.");
            assertThat(Chromium.faults(overview, "main")).isEmpty();
            Chromium.picture(overview, "handover-page");

            story.daysPass(3);

            assertThat(story.coordinator()).isEqualTo("formand");
            overview.reload();
            assertThat(overview.locator(".lead")).containsText("Bent Søe er koordinator i dag");
            next.page().reload();
            next.open(task("finishChecklist"));
            Chromium.picture(next.page(), "handover-rest");
            old.page().navigate("http://localhost:" + port + "/overdragelse/" + cluster);
            assertThat(old.page().locator("h1")).not().containsText("Overdragelse");
        }
    }

    /** The new one reads her part and does not answer; then the chair decides. The page is read on a phone. */
    @Test
    void theChairDecidesWhenItIsStuck_andThePageFitsAPhone() {
        String cluster = new ClusterFromFile(port).isOpened(PaymentMode.PLO);
        story.isIn(cluster);
        story.aHandoverIsAgreed("kasserer", 2);
        story.handsOver(NOTE);
        try (Chromium chromium = new Chromium();
                Tasklist next = new Tasklist(chromium, port, cluster + "-kasserer");
                Tasklist chair = new Tasklist(chromium, port, cluster + "-formand")) {
            next.open(task("takeOverPost"));
            story.daysPass(6);

            chair.page().reload();
            chair.open(task("decideOnHandover"));
            assertThat(chair.page().locator("form.kf"))
                    .containsText("Den nye koordinator har ikke bekræftet overdragelsen i tide.");
            assertThat(chair.faults()).isEmpty();
            Chromium.picture(chair.page(), "handover-chair");
            chair.choose("Giv posten videre i dag");
            chair.send("Giv posten videre nu");
            story.dueJobsRun();

            assertThat(story.coordinator()).isEqualTo("kasserer");
            Page overview = chair.page().context().newPage();
            overview.setViewportSize(390, 844);
            overview.navigate("http://localhost:" + port + "/overdragelse/" + cluster);
            assertThat(overview.locator(".lead")).containsText("Dorthe Lund er koordinator i dag");
            assertThat(Chromium.faults(overview, "main")).isEmpty();
            Chromium.picture(overview, "handover-page-phone");
        }
    }

    private static void ticks(Tasklist at, String state) {
        for (Locator choice :
                at.page().locator("form.kf").getByLabel("Hvordan står det?").all()) {
            choice.selectOption(state);
        }
    }

    private Task task(String key) {
        return tasks.createTaskQuery()
                .tenantIdIn(story.cluster())
                .taskDefinitionKey(key)
                .singleResult();
    }
}
