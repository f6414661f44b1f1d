package dk.klyngeflow.meetings;

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
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One whole meeting: the coordinator in the real Tasklist, 21 members on pages as small as a phone, the administrator in Cockpit. */
@KlyngeflowTest
@EnabledIf("dk.klyngeflow.Chromium#isHere")
class MeetingInTasklistTest {

    private static final DateTimeFormatter DANISH = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    MeetingStory story;

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
    void aWholeMeetingIsPlayedByTheCoordinatorAndTwentyOneMembers() {
        story.aCluster();
        LocalDate today = LocalDate.of(2026, 9, 7);
        try (BrowserContext coordinator = chromium.tasklist(port, story.person("koordinator"))) {
            Page page = coordinator.pages().get(0);
            page.getByText("Start ny sag").click();
            page.locator(".modal-content").getByText("Klyngemøde").first().click();
            page.getByLabel("Tidligst").fill(today.plusWeeks(11).format(DANISH));
            page.getByLabel("Senest").fill(today.plusWeeks(13).format(DANISH));
            page.getByText("Nej, jeg har et emne").click();
            page.getByRole(AriaRole.BUTTON, named("Begynd at planlægge")).click();
            open(page, "Vælg emne og planlæg mødet");
            story.isAboutTheNewest();
            page.getByLabel("Eller skriv et emne").fill("Diabetes og nyrer");
            for (String need : List.of("Lokale", "Forplejning", "Datapakke")) {
                page.getByLabel(need, new Page.GetByLabelOptions().setExact(true))
                        .uncheck();
            }
            assertThat(faults(page, "form.kf")).isEmpty();
            picture(page, "meeting-plan");
            page.getByRole(AriaRole.BUTTON, named("Spørg om dato")).click();
            assertThat(page.locator("#klyngeflow-next")).containsText("21 medlemmer er spurgt om");
            assertThat(page.getByText("Vælg emne og planlæg mødet")).hasCount(0);
            assertThat(page.locator("#klyngeflow-next")).isVisible();
            assertThat(page.locator("#kf-bar").getByText("Møder")).isVisible();
        }
        story.dueJobsRun();
        members("date-poll", "Ja", "Send mine svar", "member-dates");
        story.dueJobsRun();
        try (BrowserContext coordinator = chromium.tasklist(port, story.person("koordinator"))) {
            Page page = coordinator.pages().get(0);
            open(page, "Vælg mødets dato");
            assertThat(page.locator(".kf-picture")).isVisible();
            assertThat(faults(page, "form.kf")).isEmpty();
            picture(page, "meeting-date");
            page.locator(".form-actions .btn-primary").click();
            assertThat(page.locator("form.kf")).hasCount(0);
        }
        story.dueJobsRun();
        members("rsvp", "Ja, jeg kommer", "Send svar", "member-rsvp");
        story.untilTheAgenda();
        try (BrowserContext coordinator = chromium.tasklist(port, story.person("koordinator"))) {
            Page page = coordinator.pages().get(0);
            open(page, "Godkend dagsordenen");
            assertThat(faults(page, "form.kf")).isEmpty();
            picture(page, "meeting-agenda");
            page.getByRole(AriaRole.BUTTON, named("Godkend og indkald")).click();
            assertThat(page.getByText("Godkend dagsordenen")).hasCount(0);
        }
        story.dueJobsRun();
        assertThat(story.mails("meeting-invitation")).isEqualTo(21);
        try (BrowserContext administrator =
                chromium.login(port, "admin", "admin", "/camunda/app/cockpit/default/#/processes")) {
            Page page = administrator.pages().get(0);
            page.getByText("Klyngemøde", exactly()).first().click();
            assertThat(page.locator("[data-element-id=arrangeMeeting]").first()).isVisible();
            picture(page, "cockpit-meeting");
        }
        story.untilTheMeetingIsHeld();
        try (BrowserContext coordinator = chromium.tasklist(port, story.person("koordinator"))) {
            Page page = coordinator.pages().get(0);
            open(page, "Registrér fremmøde og aftaler");
            assertThat(faults(page, "form.kf")).isEmpty();
            picture(page, "meeting-held");
            page.getByRole(AriaRole.BUTTON, named("Gem og gå videre")).click();
            assertThat(page.locator("form.kf")).hasCount(0);
        }
        story.dueJobsRun();
        story.daysPass(5);
        try (BrowserContext coordinator = chromium.tasklist(port, story.person("koordinator"))) {
            Page page = coordinator.pages().get(0);
            open(page, "Godkend referatet");
            page.getByLabel("Hovedpunkter").fill("Vi måler nyretal hos alle med diabetes.");
            picture(page, "meeting-minutes");
            page.getByRole(AriaRole.BUTTON, named("Godkend og send til alle")).click();
            assertThat(page.locator("form.kf")).hasCount(0);
        }
        story.dueJobsRun();
        assertThat(story.mails("minutes")).isEqualTo(21);
        assertThat(story.tasksOf("koordinator"))
                .as("short tasks of the coordinator from wish to minutes")
                .containsExactly("planMeeting", "confirmDate", "approveAgenda", "recordMeeting", "approveMinutes");
    }

    /** Each opens her link on a phone, picks the answer and sends it. */
    private void members(String purpose, String answer, String button, String picture) {
        try (BrowserContext phone = chromium.phone()) {
            boolean isFirst = true;
            for (String member : story.members()) {
                Page page = phone.newPage();
                page.navigate("http://localhost:" + port + story.address(purpose, member));
                page.getByRole(AriaRole.BUTTON, named(button)).waitFor();
                page.getByText(answer, exactly()).all().forEach(option -> option.click());
                if (isFirst) {
                    assertThat(faults(page, "main")).isEmpty();
                    picture(page, picture);
                    isFirst = false;
                }
                page.getByRole(AriaRole.BUTTON, named(button)).click();
                assertThat(page.locator(".done")).isVisible();
                page.close();
            }
        }
    }

    private static void open(Page page, String task) {
        page.getByText(task).first().click();
        assertThat(page.locator("form.kf:not(.kf-loading):has(.kf-alert)")).isVisible();
    }
}
