package dk.klyngeflow.election;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dk.klyngeflow.OnScreen.heading;
import static dk.klyngeflow.OnScreen.openLink;
import static dk.klyngeflow.OnScreen.press;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.OnScreen;
import dk.klyngeflow.Tasklist;
import dk.klyngeflow.documents.Archivable;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.mail.WrittenMails;
import dk.klyngeflow.members.Post;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An election with 21 on the roll: asked, voted and read on a phone of 390 pixels, looked after at a desk. */
@KlyngeflowTest
@EnabledIf("dk.klyngeflow.Chromium#isHere")
class ElectionInBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    ElectionStory story;

    @Autowired
    Documents documents;

    @Autowired
    WrittenMails mails;

    @BeforeEach
    void aCluster() {
        story.aCluster();
        story.statutesSay("digital_ballot", "true");
    }

    /** What is said below a panel stands off it. */
    @Test
    void aFreeSeatAndNoElectionYet() {
        story.isMorningOf("2027-08-02");
        story.hasSat("m11", Post.BOARD, "2026-03-19", "2027-06-01");
        story.joins("m12", Post.BOARD, "2027-03-19", null);
        try (Chromium chromium = new Chromium();
                BrowserContext desk = chromium.login(
                        port, story.person("formand"), story.person("formand"), "/valg/" + story.cluster())) {
            Page page = desk.pages().get(0);
            Locator none = page.getByText("Der har ikke været valg her endnu.");
            double above = page.locator("section.panel").boundingBox().y
                    + page.locator("section.panel").boundingBox().height;
            assertThat(none.boundingBox().y - above).isGreaterThanOrEqualTo(10);
        }
    }

    @Test
    void fromTheFirstQuestionToTheProtocol() throws Exception {
        story.anElectionOf(Post.CHAIR, 1);
        try (Chromium chromium = new Chromium();
                BrowserContext phone = chromium.phone()) {
            Page page = phone.newPage();
            open(page, "election-nomination", "m11");
            page.getByText("Jeg stiller selv op").click();
            page.getByRole(AriaRole.TEXTBOX).first().fill("Jeg vil gerne samle os om data.");
            readable(page, "election-nominate");
            press(page, "Send mit svar");
            assertThat(heading(page)).hasText("Tak, du stiller op");
            open(page, "election-nomination", "m12");
            assertThat(page.locator("table.stacked")).containsText("Læge");
            assertThat(page.locator("[name=kollega][value='" + story.person("m11") + "']"))
                    .hasCount(0);
            readable(page, "election-nominate-next");
            page.getByText("Jeg stiller selv op").click();
            press(page, "Send mit svar");
            story.answers("election-nomination", "m13", "svar", "OTHER", "kollega", story.person("m14"));
            assertThat(mails.texts(story.cluster(), "election-candidacy", story.person("m14")))
                    .singleElement()
                    .asString()
                    .contains("Vil du stille op?", "Svar inden ", "Svar ja eller nej: ");
            story.nominationsClose();

            open(page, "stemme", "m21");
            assertThat(page.locator(":checked")).hasCount(0);
            readable(page, "election-vote");
            page.getByText("Jeg vil gerne samle os om data.").click();
            press(page, "Se min stemme efter");
            press(page, "Afgiv min stemme");
            assertThat(heading(page)).hasText("Din stemme er modtaget");
            String receipt = page.locator(".done p").first().innerText().replaceAll(".* er |\\.$", "");
            List<String> others = story.roll().stream()
                    .filter(voter -> !voter.equals(story.person("m21")))
                    .toList();
            others.subList(0, 9).forEach(voter -> story.votes(voter, "stemme", "m11"));
            others.subList(9, 14).forEach(voter -> story.votes(voter, "stemme", "m12"));

            story.passesUntil(story.now().plusSeconds(3_700));
            try (Tasklist officer = new Tasklist(chromium, port, story.person("sekretaer"))) {
                officer.open(task("checkLetters"));
                Chromium.picture(officer.page(), "election-letters");
                assertThat(officer.faults()).isEmpty();
                officer.choose("Jeg har set, hvor mange der er sendt, og hvor mange der ikke kom frem");
                officer.send("Afstemningen er åbnet for alle");
                twoStrikeOff(chromium, story.person("m20"));
                story.passesUntil(story.ballotCloses());
                officer.page().navigate("http://localhost:" + port + "/valg/" + story.cluster() + "/1");
                assertThat(officer.page().locator("main")).containsText("Resultatet, til de valgte har svaret");

                open(page, "election-acceptance", "m11");
                page.getByText("Ja", Chromium.exactly()).click();
                readable(page, "election-accept");
                press(page, "Send mit svar");
                story.dueJobsRun();

                open(page, "stemme", "m21");
                assertThat(page.locator("tr", new Page.LocatorOptions().setHasText(receipt)))
                        .isVisible();
                readable(page, "election-list");
                officer.page().navigate("http://localhost:" + port + "/valg/" + story.cluster() + "/1");
                assertThat(officer.page().locator("main")).containsText("er valgt.");
                Chromium.picture(officer.page(), "election-done");
                whoLeavesIsAskedOfThePostThatIsUp(officer);
            }
        }
        Archivable.assertArchivable(documents.content(
                story.cluster(),
                Objects.requireNonNull(story.election().course().protocolId())));
        assertThat(mails.texts(story.cluster(), "election-result", story.person("m21")))
                .singleElement()
                .asString()
                .contains("er valgt, har sagt ja og tiltræder den 2. november 2026");
    }

    private void whoLeavesIsAskedOfThePostThatIsUp(Tasklist officer) {
        officer.page().navigate("http://localhost:" + port + "/camunda/app/tasklist/default/");
        officer.start("Valg til en post");
        Locator auditor = officer.page().locator(".kf-check input[value='" + story.person("revisor") + "']");
        officer.choose("Medlemmer af bestyrelsen");
        assertThat(officer.page().getByText("Hvem går af, når de nye tiltræder?"))
                .isVisible();
        assertThat(auditor).isHidden();
        officer.choose("Revisor");
        assertThat(auditor).isVisible();
    }

    /** One asks on the page of the roll, another, who does not stand either, does it. */
    private void twoStrikeOff(Chromium chromium, String voter) {
        String roll = "/valg/" + story.cluster() + "/1/valgliste";
        String secretary = story.person("sekretaer");
        try (BrowserContext asks = chromium.login(port, secretary, secretary, roll)) {
            Page page = asks.pages().get(0);
            page.locator("[name=voter]").selectOption(voter);
            page.locator("[name=reason]").selectOption("NO_VOTE");
            press(page, "Bed om at stryge navnet");
            assertThat(page.locator("main")).containsText("Mail er sendt til Karen Holmgård");
            Chromium.picture(page, "election-strike-off");
        }
        String chair = story.person("formand");
        try (BrowserContext strikes = chromium.login(port, chair, chair, roll)) {
            Page page = strikes.pages().get(0);
            assertThat(page.locator("main")).containsText("Har ikke stemmeret efter vedtægterne");
            page.locator("form[action$='/stryg'] button").click();
            assertThat(page.locator("main")).containsText("20 står på valglisten.");
        }
    }

    private Task task(String key) {
        return story.openTasks().stream()
                .filter(open -> open.getTaskDefinitionKey().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private void open(Page page, String purpose, String role) {
        openLink(page, port, story.code(purpose, role));
    }

    /** A table that is pushed sideways does not fit either. */
    private static void readable(Page page, String picture) {
        OnScreen.readable(page, picture);
        assertThat(
                        page.evaluate(
                                "[...document.querySelectorAll('.scroll')].every(each => each.scrollWidth <= each.clientWidth)"))
                .isEqualTo(true);
    }
}
