package dk.klyngeflow.year;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.Tasklist;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The wheel as people see it: read by all who work for the cluster, moved by those who lead it, and the tasks in the real Tasklist. */
@KlyngeflowTest
@EnabledIf("dk.klyngeflow.Chromium#isHere")
class YearInBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    ClusterYearStory story;

    @Autowired
    TaskService tasks;

    @BeforeEach
    void itIsFebruary() {
        story.somebodyListens();
        story.isOpenedOn("2026-06-01");
        story.everybodyIsSeenTo();
        story.yearGoesOnUntil("2027-02-02");
        story.tasksFallOverdue(0);
    }

    @AfterEach
    void nobodyListensAnyMore() {
        story.nobodyListensAnyMore();
    }

    @Test
    void theWheelIsReadAndMoved() {
        try (Chromium chromium = new Chromium();
                BrowserContext desk = login(chromium, "koordinator")) {
            Page page = desk.pages().get(0);
            assertThat(page.locator("h1")).containsText("Årshjul 2027 for Nordklyngen");
            assertThat(page.locator("img.wheel")).isVisible();
            assertThat(page.locator("img.wheel").getAttribute("alt")).contains("Generalforsamling, i gang.");
            assertThat(page.locator("main")).containsText("Forsinket");
            assertThat(Chromium.faults(page, "main")).isEmpty();
            everyWidth(page, "year-wheel");

            page.getByText("CVR-registreringen fornyes, 30. juni").click();
            page.locator("#ret-cvr [name=day]").fill("2027-05-02");
            page.locator("#ret-cvr button").click();
            // the browser itself asks for the reason
            assertThat(page.locator("h1")).containsText("Årshjul 2027");
            page.locator("#ret-cvr [name=reason]").fill("Revisor er på ferie i juni.");
            page.locator("#ret-cvr button").click();
            assertThat(page.locator(".message.ok")).containsText("Årshjulet er ændret");
            assertThat(page.locator(".message.ok"))
                    .containsText("Bemærk: den 2. maj er en helligdag eller ligger i en weekend.");
            assertThat(page.locator("main")).containsText("Flyttet fra den 30. juni til den 2. maj");
            assertThat(page.locator("main")).containsText("Revisor er på ferie i juni.");
            assertThat(Chromium.faults(page, "main")).isEmpty();

            page.getByText("CVR-registreringen fornyes, 2. maj").click();
            page.locator("#ret-cvr [name=day]").fill("2026-05-03");
            page.locator("#ret-cvr [name=reason]").fill("Tilbage.");
            page.locator("#ret-cvr button").click();
            assertThat(page.locator("[role=alert]")).containsText("skal ligge i 2027");
            assertThat(page.locator("#ret-cvr [name=reason]")).hasValue("Tilbage.");
            page.navigate("http://localhost:" + port + "/");
            assertThat(page.locator("main")).containsText("Årshjul i Nordklyngen");
        }
    }

    @Test
    void everybodyWhoWorksForTheClusterReadsIt_andHasItInTheCalendar() {
        try (Chromium chromium = new Chromium();
                BrowserContext desk = login(chromium, "revisor")) {
            Page page = desk.pages().get(0);
            assertThat(page.locator("h1")).containsText("Årshjul 2027");
            assertThat(page.locator("details.panel")).hasCount(0);
            page.getByRole(AriaRole.BUTTON, Chromium.named("Vis adressen")).click();
            String address = page.locator(".message code").textContent();
            assertThat(address).startsWith("webcal:");
            APIResponse feed =
                    page.request().get("http://localhost:" + port + address.substring(address.indexOf("/kalender/")));
            assertThat(feed.status()).isEqualTo(200);
            // long lines are folded
            assertThat(feed.text().replace("\r\n ", ""))
                    .contains("SUMMARY:Generalforsamling · Nordklyngen")
                    .contains("DTSTART;TZID=Europe/Copenhagen:20270318T080000")
                    .contains("UID:aar-2027-assembly-" + story.cluster());
        }
        try (Chromium chromium = new Chromium();
                BrowserContext desk = login(chromium, "medlem")) {
            assertThat(desk.pages().get(0).locator("main")).not().containsText("Årets punkter");
        }
    }

    @Test
    void theTasksOfTheYearAreDoneInTasklist() {
        try (Chromium chromium = new Chromium()) {
            try (Tasklist list = new Tasklist(chromium, port, story.person("sekretaer"))) {
                list.open(task("reviewRegister"));
                assertThat(list.page().locator("form[name=reviewRegister]")).containsText("41.460 patienter");
                assertThat(list.faults()).isEmpty();
                Chromium.picture(list.page(), "year-register");
                list.choose("Ja, registret er rigtigt");
                list.send("Registret er rigtigt");
            }
            try (Tasklist list = new Tasklist(chromium, port, story.person("koordinator"))) {
                list.open(task("sendQuestionnaire"));
                assertThat(list.faults()).isEmpty();
                Chromium.picture(list.page(), "year-questionnaire");
                list.write("Sendt den", "01.02.2027");
                list.send("Skemaet er sendt");
            }
            try (Tasklist list = new Tasklist(chromium, port, story.person("formand"))) {
                list.open(task("approveBudget"));
                assertThat(list.faults()).isEmpty();
                Chromium.picture(list.page(), "year-budget");
                list.send("Godkend budgettet");
            }
        }
        assertThat(story.tasksOpen()).isEmpty();
    }

    private Task task(String key) {
        return tasks.createTaskQuery()
                .tenantIdIn(story.cluster())
                .taskDefinitionKey(key)
                .singleResult();
    }

    private BrowserContext login(Chromium chromium, String role) {
        return chromium.login(
                port, story.person(role), story.person(role), "/aarshjul/" + story.cluster() + "?aar=2027");
    }

    private static void everyWidth(Page page, String name) {
        for (int width : new int[] {1280, 390, 320}) {
            page.setViewportSize(width, 900);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s at %d px", name, width)
                    .isLessThanOrEqualTo(width);
            Chromium.picture(page, name + "-" + width);
        }
        page.setViewportSize(1280, 900);
    }
}
