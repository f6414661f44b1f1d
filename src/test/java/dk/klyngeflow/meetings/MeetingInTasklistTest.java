package dk.klyngeflow.meetings;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dk.klyngeflow.Chromium.exactly;
import static dk.klyngeflow.Chromium.faults;
import static dk.klyngeflow.Chromium.named;
import static dk.klyngeflow.Chromium.picture;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import dk.klyngeflow.Chromium;
import dk.klyngeflow.Hands;
import dk.klyngeflow.KlyngeflowTest;
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

    private static final int MOST_TASKS = 6;
    private static final int MOST_CLICKS = 20;
    private static final int MOST_KEYS = 100;

    private static final String BELOW_THE_FOLD = """
            () => { const column = document.querySelector('.column-right .content');
                    return Math.max(0, column.scrollHeight - column.clientHeight); }""";

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    MeetingStory story;

    private final Hands hands = new Hands();

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
        try (BrowserContext coordinator = coordinator()) {
            Page page = coordinator.pages().get(0);
            page.getByText("Start ny sag").click();
            page.locator(".modal-content").getByText("Klyngemøde").first().click();
            // proposed: the first day by which data can have come
            assertThat(page.getByLabel("Tidligst")).hasValue("16.11.2026");
            assertThat(page.getByLabel("Senest")).hasValue("07.12.2026");
            page.getByText("Nej, jeg har et emne").click();
            page.getByRole(AriaRole.BUTTON, named("Begynd at planlægge")).click();
            open(page, "Vælg emne og planlæg mødet");
            story.isAboutTheNewest();
            theNextSentenceCoversNothing(page);
            hands.type(page, "Emne, du selv skriver", "Diabetes og nyrer");
            for (String need : List.of("Lokale", "Forplejning", "Datapakke")) {
                page.getByLabel(need, new Page.GetByLabelOptions().setExact(true))
                        .uncheck();
            }
            assertThat(faults(page, "form.kf")).isEmpty();
            picture(page, "meeting-plan");
            assertThat(page.locator("form.kf .kf-warning")).containsText("Klyngen har ikke skrevet skoleferierne");
            assertThat(page.evaluate(BELOW_THE_FOLD))
                    .as("pixels of the form that she must scroll to see")
                    .isEqualTo(0);
            page.getByRole(AriaRole.BUTTON, named("Spørg om dato")).click();
            assertThat(page.locator("#klyngeflow-next")).containsText("21 medlemmer er spurgt om");
            assertThat(page.getByText("Vælg emne og planlæg mødet")).hasCount(0);
            assertThat(page.locator("#klyngeflow-next")).isVisible();
            assertThat(page.locator("#kf-bar").getByText("Møder")).isVisible();
            theBarCoversNothingOnSmallerScreens(page);
            theBarCoversNothingOnAPhone(page);
        }
        story.dueJobsRun();
        members("date-poll", "Ja", "Send mine svar", "member-dates");
        story.dueJobsRun();
        try (BrowserContext coordinator = coordinator()) {
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
        try (BrowserContext coordinator = coordinator()) {
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
            assertThat(page.locator(".kf-case-list")).containsText("Diabetes og nyrer");
            picture(page, "cockpit-meeting");
        }
        story.untilTheMeetingIsHeld();
        try (BrowserContext coordinator = coordinator()) {
            Page page = coordinator.pages().get(0);
            open(page, "Registrér fremmøde og aftaler");
            assertThat(faults(page, "form.kf")).isEmpty();
            picture(page, "meeting-held");
            page.getByRole(AriaRole.BUTTON, named("Gem og gå videre")).click();
            assertThat(page.locator("form.kf")).hasCount(0);
        }
        story.dueJobsRun();
        theNoteTakerWritesTheKeyPoints();
        story.dueJobsRun();
        try (BrowserContext coordinator = coordinator()) {
            Page page = coordinator.pages().get(0);
            open(page, "Godkend referatet");
            assertThat(page.getByLabel("Hovedpunkter")).hasValue("Vi måler nyretal hos alle med diabetes.");
            picture(page, "meeting-minutes");
            page.getByRole(AriaRole.BUTTON, named("Godkend og send til alle")).click();
            assertThat(page.locator("form.kf")).hasCount(0);
        }
        story.dueJobsRun();
        assertThat(story.mails("minutes")).isEqualTo(21);
        assertThat(story.tasksOf("koordinator"))
                .as("short tasks of the coordinator from wish to minutes; some begin at the same instant")
                .containsExactlyInAnyOrder(
                        "planMeeting", "confirmDate", "approveAgenda", "recordMeeting", "approveMinutes")
                .hasSizeLessThan(MOST_TASKS); // the start is one more
        assertThat(hands.clicks()).as("clicks of the coordinator").isBetween(10, MOST_CLICKS);
        assertThat(hands.keys()).as("keys that she presses").isBetween(10, MOST_KEYS);
    }

    /** Logged in, with an eye on her hands. */
    private BrowserContext coordinator() {
        BrowserContext context = chromium.tasklist(port, story.person("koordinator"));
        hands.watch(context);
        return context;
    }

    /** It stands between the head and the columns, which begin below it. */
    private static void theNextSentenceCoversNothing(Page page) {
        BoundingBox said = box(page.locator("#klyngeflow-next"));
        BoundingBox bar = box(page.locator("#kf-bar"));
        BoundingBox columns = box(page.locator(".page-wrap").first());
        assertThat(said.y).isGreaterThanOrEqualTo(bar.y + bar.height - 1);
        assertThat(columns.y).isGreaterThanOrEqualTo(said.y + said.height - 1);
    }

    private static void theBarCoversNothingOnSmallerScreens(Page page) {
        for (int width : new int[] {1366, 1280, 1024}) {
            page.setViewportSize(width, 768);
            BoundingBox last = box(page.locator("#kf-bar").getByText("Folk"));
            BoundingBox next = box(page.getByText("Tastaturgenveje").first());
            assertThat(last.x + last.width).as("at " + width).isLessThanOrEqualTo(next.x);
        }
        page.setViewportSize(1366, 768);
        assertThat(page.locator("#kf-bar .kf-count").evaluate("count => count.scrollWidth <= count.clientWidth"))
                .as("how many wait is read whole")
                .isEqualTo(true);
    }

    private static void theBarCoversNothingOnAPhone(Page page) {
        page.setViewportSize(390, 844);
        BoundingBox way = box(page.locator("#kf-bar").getByText("Forside"));
        BoundingBox name = box(page.locator(".brand-name"));
        BoundingBox sign = box(page.locator(".small-screen-warning"));
        assertThat(way.x).isGreaterThanOrEqualTo(name.x + name.width);
        assertThat(way.x + way.width).isLessThanOrEqualTo(sign.x);
        assertThat(page.locator("#kf-bar").getByText("Møder")).isHidden();
    }

    /** Of what is drawn: it may take a moment after the page became narrow. */
    private static BoundingBox box(Locator drawn) {
        drawn.waitFor();
        return drawn.boundingBox();
    }

    /** From her mail, after the meeting: so the coordinator has nothing to write. */
    private void theNoteTakerWritesTheKeyPoints() {
        try (BrowserContext phone = chromium.phone()) {
            Page page = phone.newPage();
            page.navigate("http://localhost:" + port + story.address("key-points", story.holder("key-points")));
            page.getByLabel("Hovedpunkter").fill("Vi måler nyretal hos alle med diabetes.");
            page.getByRole(AriaRole.BUTTON, named("Send hovedpunkterne")).click();
            assertThat(page.locator(".done")).isVisible();
        }
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
