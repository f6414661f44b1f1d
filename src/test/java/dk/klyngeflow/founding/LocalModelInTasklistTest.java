package dk.klyngeflow.founding;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dk.klyngeflow.Chromium.exactly;
import static dk.klyngeflow.Chromium.faults;
import static dk.klyngeflow.Chromium.named;
import static dk.klyngeflow.Chromium.picture;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.Tasklist;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.localmodel.Question;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A model from the start form to the cluster's page: the coordinator in the real Tasklist, members on pages as small as a phone. */
@KlyngeflowTest
@EnabledIf("dk.klyngeflow.Chromium#isHere")
class LocalModelInTasklistTest {

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    LocalModelStory story;

    @Autowired
    Links links;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void isAskedWrittenAcceptedAdoptedAndRead() {
        story.aCluster();
        try (Tasklist coordinator = coordinator()) {
            coordinator.start("Aftal den lokale model");
            coordinator.send("Spørg medlemmerne");
            assertThat(coordinator.page().locator("#klyngeflow-next"))
                    .containsText("Medlemmerne (21) får nu spørgsmålene på mail");
        }
        story.dueJobsRun();
        List<String> members = story.members();
        aMemberAnswersOnHerPhone(members.get(0));
        members.stream().skip(1).limit(10).forEach(member -> story.answers(member, "meetings", "4", "hour", "16.30"));
        members.stream().skip(11).limit(9).forEach(member -> story.answers(member, "meetings", "4", "hour", "19.00"));
        story.answers(members.get(20), "meetings", "3", "hour", "12.30");
        writes();
        story.dueJobsRun();
        aMemberAcceptsOnHerPhone(members.get(0));
        members.stream().skip(2).forEach(member -> story.says(member, "JA", ""));
        story.says(members.get(1), "BEMAERKNING", "Kan vi slippe for fredage?");
        try (Tasklist coordinator = coordinator()) {
            coordinator.open(task("settleModel"));
            assertThat(coordinator.page().locator("form.kf"))
                    .containsText("20 af 21 er med på udkastet, 1 har en bemærkning.");
            assertThat(coordinator.page().locator("form.kf")).containsText("Kan vi slippe for fredage?");
            assertThat(coordinator.faults()).isEmpty();
            picture(coordinator.page(), "model-settle");
            onAPhoneTheTaskComesIntoSight(coordinator.page());
            coordinator.choose("Vedtag den");
            coordinator.send("Vedtag modellen");
            assertThat(coordinator.page().locator("#klyngeflow-next")).containsText("Modellen er vedtaget");
        }
        story.dueJobsRun();
        story.daysPass(1);
        assertThat(story.inForce().choices().one(Question.HOUR)).contains("17.15");
        readsThePage();
        aMemberReadsIt(members.get(0));
    }

    /** Filters and list stand above it: she should not have to look for what she came for. */
    private static void onAPhoneTheTaskComesIntoSight(Page page) {
        page.setViewportSize(390, 844);
        page.waitForFunction(
                "() => Math.abs(document.querySelector('.task-details').getBoundingClientRect().top) < 90");
        page.reload();
        page.waitForFunction("() => document.querySelector('form.kf .kf-alert')"
                + " && Math.abs(document.querySelector('.task-details').getBoundingClientRect().top) < 90");
        page.setViewportSize(1366, 900);
    }

    private void writes() {
        try (Tasklist coordinator = coordinator()) {
            coordinator.open(task("draftModel"));
            Page page = coordinator.page();
            assertThat(page.locator("form.kf")).containsText("21 af 21 har svaret.");
            assertThat(page.locator(".kf-picture")).isVisible();
            assertThat(page.locator("form.kf")).containsText("Klokkeslæt: lige mange");
            // what is tied is left to her
            assertThat(page.getByLabel("Klokkeslæt")).hasValue("");
            assertThat(page.getByLabel("Møder om året")).hasValue("4");
            assertThat(coordinator.faults()).isEmpty();
            picture(page, "model-draft");
            coordinator.write("Klokkeslæt", "17.15");
            pick(page, "Forberedelse", "SHORT");
            pick(page, "Sammen med andre møder", "ALONE");
            pick(page, "Mødeleder", "IN_TURN");
            pick(page, "Holdes, når så mange kommer", "50");
            pick(page, "Fravær uden afbud", "2");
            pick(page, "Åbne eller lukkede data", "CLOSED");
            coordinator.write("Koordinatoren godkender til", "5.000");
            coordinator.write("Bestyrelsen godkender til", "25.000");
            pick(page, "Planlægger møderne", "COORDINATOR");
            pick(page, "Skaffer data", "SECRETARY");
            pick(page, "Kontrollerer regninger", "SECRETARY");
            coordinator.send("Vis medlemmerne udkastet");
        }
    }

    private static void pick(Page page, String label, String value) {
        page.locator("form.kf").getByLabel(label).first().selectOption(value);
    }

    private void aMemberAnswersOnHerPhone(String member) {
        try (BrowserContext phone = chromium.phone()) {
            Page page = open(phone, member, "model-questionnaire", story.round().id());
            assertThat(page.locator("input:checked")).hasCount(0);
            assertThat(faults(page, "main")).isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            picture(page, "model-questions");
            page.getByText("4 møder", exactly()).click();
            page.getByText("Mandag", exactly()).click();
            page.getByText("Torsdag", exactly()).click();
            page.getByText("Kl. 19.00, om aftenen", exactly()).click();
            page.getByRole(AriaRole.BUTTON, named("Send mine svar")).click();
            assertThat(page.locator(".done")).containsText("Tak for dine svar");
        }
    }

    private void aMemberAcceptsOnHerPhone(String member) {
        try (BrowserContext phone = chromium.phone()) {
            Page page = open(phone, member, "model-draft", story.round().id() + "/1");
            assertThat(page.locator("main")).containsText("Kl. 17.15");
            assertThat(faults(page, "main")).isEmpty();
            picture(page, "model-accept");
            page.getByText("Ja, det er jeg med på").click();
            page.getByRole(AriaRole.BUTTON, named("Send mit svar")).click();
            assertThat(page.locator(".done")).containsText("Tak, du er med på udkastet");
        }
    }

    private void aMemberReadsIt(String member) {
        try (BrowserContext phone = chromium.phone()) {
            Page page = open(phone, member, "local-model", "");
            assertThat(page.locator("main")).containsText("Vores lokale model");
            assertThat(page.locator("main")).containsText("Hent den som PDF");
            assertThat(faults(page, "main")).isEmpty();
        }
    }

    private void readsThePage() {
        try (BrowserContext coordinator = chromium.login(
                port, story.person("koordinator"), story.person("koordinator"), "/lokalmodel/" + story.cluster())) {
            Page page = coordinator.pages().get(0);
            assertThat(page.locator("main")).containsText("Version 1, gældende siden");
            assertThat(page.locator("main")).containsText("Når der foreslås datoer til et møde");
            assertThat(faults(page, "main")).isEmpty();
            picture(page, "model-page");
            page.navigate("http://localhost:" + port + "/indstillinger/" + story.cluster());
            assertThat(page.locator("main")).containsText("Fra den lokale model, version 1.");
        }
    }

    private Page open(BrowserContext phone, String member, String purpose, String subject) {
        Page page = phone.newPage();
        String url = links.url(story.cluster(), links.of(story.cluster(), purpose, subject, member))
                .orElseThrow();
        page.navigate("http://localhost:" + port + url.substring(url.indexOf("/svar")));
        page.locator("main h1").waitFor();
        return page;
    }

    private Task task(String key) {
        return story.openTasks().stream()
                .filter(task -> task.getTaskDefinitionKey().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Tasklist coordinator() {
        return new Tasklist(chromium, port, story.person("koordinator"));
    }
}
