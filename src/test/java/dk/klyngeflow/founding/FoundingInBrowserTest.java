package dk.klyngeflow.founding;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dk.klyngeflow.OnScreen.press;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.Tasklist;
import dk.klyngeflow.foundings.FoundingStage;
import dk.klyngeflow.mail.WrittenMails;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A founder and a practice that joins, each on a phone, until the cluster is open. */
@KlyngeflowTest
@EnabledIf("dk.klyngeflow.Chromium#isHere")
class FoundingInBrowserTest {

    private static final Pattern CODE = Pattern.compile("/svar#[\\w-]{64}");

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    FoundingStory story;

    @Autowired
    WrittenMails mails;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @AfterEach
    void putBack() {
        story.begins();
    }

    @Test
    void fromAWishToAnOpenCluster() {
        story.begins();
        try (BrowserContext phone = chromium.phone();
                BrowserContext other = chromium.phone()) {
            Page founder = phone.newPage();
            wishesAndConfirms(founder);
            listsPractices(founder);
            joins(other.newPage());
            for (int practice = 2; practice <= 5; practice++) {
                story.joins(practice);
            }
            draftsTheStatutes(founder);
            findsADate(founder);
            story.theEveningComes();
            recordsTheEvening(founder);
            opens(founder);
        }
        assertThat(story.stage()).isEqualTo(FoundingStage.OPEN);
        assertThat(story.mails("login-invitation", story.person(0))).hasSize(1);
    }

    @Test
    void anAdministratorStartsItInTasklist_andAsksThePlaceForTheFounder() {
        story.begins();
        try (Tasklist administrator = Tasklist.ofAdministrator(chromium, port)) {
            administrator.start("Start en klynge");
            administrator.write("Klyngens navn", story.name());
            administrator.page().getByLabel("Region").selectOption("Region Nordjylland");
            administrator.write("Stifterens navn", "Anne Holm");
            administrator.write("Stifterens mailadresse", story.address(0));
            administrator.write("Hendes praksis", "Lægehuset");
            administrator.write("Ydernummer", "1234");
            Chromium.picture(administrator.page(), "founding-in-tasklist");
            administrator
                    .page()
                    .getByRole(AriaRole.BUTTON, Chromium.named("Start stiftelsen"))
                    .click();
            assertThat(administrator.page().locator("form.kf")).containsText("Ydernummeret har 4 cifre");
            Chromium.picture(administrator.page(), "founding-in-tasklist-refused");
            administrator.write("Ydernummer", story.provider(0));
            assertThat(administrator.faults()).isEmpty();
            administrator.send("Start stiftelsen");
            Chromium.picture(administrator.page(), "founding-in-tasklist-started");
        }
        story.isConfirmed();
        story.fivePracticesJoin();
        story.proposesDates();
        story.everybodyCan();
        try (BrowserContext phone = chromium.phone()) {
            Page founder = phone.newPage();
            opensHerPage(founder);
            fits(founder, "founding-convene-phone");
            story.founder("dato", "1", "sted", "Kroen", "stedmail", "kro@kroen.example");
            story.dueJobsRun();
            opensHerPage(founder);
            assertThat(founder.getByText("er spurgt og har ikke svaret endnu")).isVisible();
            fits(founder, "founding-place-asked-phone");
        }
        assertThat(story.stage()).isEqualTo(FoundingStage.CONVENED);
    }

    private void wishesAndConfirms(Page page) {
        page.navigate("http://localhost:" + port + "/start-en-klynge");
        page.getByLabel("Klyngens navn").fill(story.name());
        page.getByLabel("Region").selectOption("Region Nordjylland");
        page.getByLabel("Din praksis").fill("Lægehuset");
        page.getByLabel("Ydernummer").fill(story.provider(0));
        page.getByLabel("Dit navn").fill("Anne Holm");
        page.getByLabel("Din mailadresse").fill(story.address(0));
        fits(page, "start-en-klynge-phone");
        press(page, "Send mig et link");
        assertThat(page.getByText("Om et øjeblik er der en mail")).isVisible();
        List<String> sent = mails.texts("klyngeflow", "founding-confirm", "");
        page.navigate(address(sent.get(sent.size() - 1)));
        page.getByText("Ja, jeg vil starte klyngen").click();
        fits(page, "founding-confirm-phone");
        press(page, "Start klyngen");
        assertThat(page.getByText("Stiftelsen er i gang").first()).isVisible();
        story.isConfirmed();
    }

    private void listsPractices(Page page) {
        opensHerPage(page);
        page.getByLabel("Én praksis pr. linje").fill("123; Klinik; Bo; bo@klinik.example");
        press(page, "Send invitationerne");
        assertThat(page.getByText("skal der stå 000123?")).isVisible();
        page.getByLabel("Én praksis pr. linje").fill(story.list(5));
        fits(page, "founding-list-phone");
        press(page, "Send invitationerne");
        assertThat(page.getByText("Invitationerne er på vej").first()).isVisible();
        story.dueJobsRun();
    }

    private void draftsTheStatutes(Page page) {
        String mail = story.mails("founding-founder", story.founding().founderId()).stream()
                .filter(each -> each.contains("felt for felt"))
                .findFirst()
                .orElseThrow();
        page.navigate("about:blank");
        page.navigate(address(mail));
        page.getByLabel("Varsel for ordinær generalforsamling").fill("8");
        page.getByText("Ja, gem udkastet").click();
        fits(page, "founding-statutes-phone");
        press(page, "Gem");
        assertThat(page.getByText("for sent at stille forslag").first()).isVisible();
        fits(page, "founding-statutes-doubt-phone");
        page.getByLabel("Varsel for ordinær generalforsamling").fill("21");
        press(page, "Gem");
        assertThat(page.getByText("14 dage → 21 dage").first()).isVisible();
    }

    private void joins(Page page) {
        page.navigate(last("founding-invitation", story.person(1)));
        page.getByText("Ja, vi er med").click();
        page.getByLabel("Andre læger i jeres praksis").fill("Carla Kvist; carla@klinik.example");
        fits(page, "founding-join-phone");
        press(page, "Send svaret");
        assertThat(page.getByText("Tak, I er med").first()).isVisible();
    }

    private void findsADate(Page page) {
        opensHerPage(page);
        page.getByLabel("Dag 1").fill("02.10.2026");
        page.getByLabel("Klokken, fx 16.30").fill("16.30");
        fits(page, "founding-dates-phone");
        press(page, "Spørg alle");
        assertThat(page.getByText("Vi spørger alle").first()).isVisible();
        story.dueJobsRun();
        story.everybodyCan();
        opensHerPage(page);
        page.locator(".options").getByText("fredag den 2. oktober").click();
        page.locator("[name=sted]").fill("Lægehuset Havnen");
        fits(page, "founding-convene-phone");
        press(page, "Send indkaldelsen");
        assertThat(page.getByText("Indkaldelsen er på vej").first()).isVisible();
        story.dueJobsRun();
    }

    private void recordsTheEvening(Page page) {
        opensHerPage(page);
        for (String name : List.of("Anne Holm", "Læge 2 Berg", "Læge 3 Berg")) {
            page.locator("fieldset", new Page.LocatorOptions().setHasText("Hvem kom?"))
                    .getByText(name)
                    .click();
        }
        page.getByLabel("Dirigent").selectOption("Læge 2 Berg");
        page.getByLabel("Referent").selectOption("Læge 3 Berg");
        page.getByText("Ja, klyngen er stiftet").click();
        page.getByLabel("Stemmer for").fill("3");
        page.getByLabel("Stemmer imod").fill("0");
        page.getByLabel("Klyngekoordinator").selectOption("Anne Holm");
        page.getByLabel("Formand").selectOption("Læge 2 Berg");
        page.getByLabel("Kasserer").selectOption("Læge 3 Berg");
        page.getByLabel("Revisor").selectOption("Læge 4 Berg");
        page.getByText("Fredsvalg").click();
        fits(page, "founding-evening-phone");
        press(page, "Send skemaet");
        assertThat(page.getByText("Tillykke, klyngen er stiftet").first()).isVisible();
        story.dueJobsRun();
    }

    private void opens(Page page) {
        opensHerPage(page);
        fits(page, "founding-formalities-phone");
        page.getByText("Nej, åbn klyngen nu").click();
        press(page, "Send");
        assertThat(page.getByText("Klyngen åbnes").first()).isVisible();
        story.dueJobsRun();
        opensHerPage(page);
        assertThat(page.getByText("Klyngen er åben").first()).isVisible();
    }

    private void opensHerPage(Page page) {
        page.navigate("about:blank");
        page.navigate(last("founding-founder", story.founding().founderId()));
    }

    private String last(String purpose, String person) {
        List<String> sent = story.mails(purpose, person);
        return address(sent.get(sent.size() - 1));
    }

    private String address(String mail) {
        Matcher matcher = CODE.matcher(mail);
        assertThat(matcher.find()).as(mail).isTrue();
        return "http://localhost:" + port + matcher.group();
    }

    private static void fits(Page page, String name) {
        Chromium.picture(page, name);
        assertThat((Integer)
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as(name + " is too wide")
                .isLessThanOrEqualTo(0);
    }
}
