package dk.klyngeflow.assembly;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dk.klyngeflow.OnScreen.heading;
import static dk.klyngeflow.OnScreen.openLink;
import static dk.klyngeflow.OnScreen.press;
import static dk.klyngeflow.OnScreen.readable;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.Tasklist;
import dk.klyngeflow.assemblies.AssemblyStatus;
import dk.klyngeflow.members.PaymentMode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An assembly as the secretary and the chair of the board prepare it in Tasklist, and as members propose and sign on a phone of 390 pixels. */
@KlyngeflowTest
@EnabledIf("dk.klyngeflow.Chromium#isHere")
class AssemblyInBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    AssemblyStory story;

    @Test
    void isPreparedHeldAndSigned() {
        story.aClusterBeforeItsAssembly();
        try (Chromium chromium = new Chromium();
                BrowserContext phone = chromium.phone()) {
            try (Tasklist secretary = new Tasklist(chromium, port, story.person("sekretaer"))) {
                secretary.start("Generalforsamling");
                secretary.choose("Den ordinære");
                picture(secretary, "general-assembly");
                assertThat(secretary.faults()).isEmpty();
                secretary.send("Begynd");
            }
            story.dueJobsRun();
            try (Tasklist chair = new Tasklist(chromium, port, story.person("formand"))) {
                chair.open(story.openTask("planAssembly"));
                assertThat(chair.page().content()).contains("16. februar", "31. marts 2027");
                chair.write("Dag og klokkeslæt", "tor 18/3 19.00");
                chair.write("Sted, hvis givet", "Lægehuset Havnen");
                chair.choose("Nej");
                picture(chair, "plan-assembly");
                assertThat(chair.faults()).isEmpty();
                chair.send("Fastsæt");
            }
            story.dueJobsRun();

            Page page = phone.newPage();
            open(page, ProposalLink.PURPOSE, "m15");
            assertThat(page.locator(":checked:not(option)")).hasCount(0);
            page.getByText("Foreslå en ændring af vedtægterne").click();
            page.locator("select").selectOption("notice_days");
            page.getByLabel("Ændring af vedtægterne: hvad skal der stå?").fill("21");
            page.getByLabel("Begrundelse, eller et par ord om dig selv").fill("Mange har vagter.");
            readable(page, "assembly-proposal");
            press(page, "Videre");
            readable(page, "assembly-proposal-review");
            press(page, "Send forslaget");
            assertThat(heading(page)).hasText("Tak. Det er forslag nummer 1");

            story.passesUntil("2027-02-24T09:00");
            try (Tasklist chair = new Tasklist(chromium, port, story.person("formand"))) {
                chair.open(story.openTask("giveOpinion"));
                assertThat(chair.page().content()).contains("3. marts 2027", "Mange har vagter.");
                chair.write("Bestyrelsens udtalelse", "Vi støtter forslaget.");
                picture(chair, "give-opinion");
                assertThat(chair.faults()).isEmpty();
                // the accounts are not drafted: she is asked, and means it
                chair.page()
                        .getByRole(AriaRole.BUTTON, Chromium.named("Send indkaldelsen"))
                        .click();
                assertThat(chair.page().getByText("Se efter, om det er rigtigt"))
                        .isVisible();
                picture(chair, "give-opinion-doubt");
                chair.send("Ja, det er rigtigt. Send det");
            }
            story.dueJobsRun();
            story.passesUntil("2027-03-18T17:00");
            story.come(15);
            story.decides("accounts", "UNOPPOSED");
            story.decides("budget", "UNOPPOSED");
            story.votes("proposal-1", 12, 3);
            story.decides("election-TREASURER", "POSTPONED");
            story.decides("election-AUDITOR", "POSTPONED");
            story.theChairEndsIt();
            try (Tasklist secretary = new Tasklist(chromium, port, story.person("sekretaer"))) {
                secretary.open(story.openTask("holdAssembly"));
                secretary.choose("Generalforsamlingen er hævet");
                picture(secretary, "hold-assembly");
                secretary.send("Videre");
                story.dueJobsRun();
                secretary.page().reload();
                secretary.open(story.openTask("writeMinutes"));
                assertThat(secretary.page().locator("textarea").first().inputValue())
                        .contains("Forslag 1: Vedtægterne", "Vedtaget. 12 for");
                secretary.page().getByLabel("Dirigent").selectOption(story.person("m11"));
                secretary.page().getByLabel("Referent").selectOption(story.person("m12"));
                picture(secretary, "write-minutes");
                assertThat(secretary.faults()).isEmpty();
                secretary.send("Bed om underskrifter");
            }
            story.dueJobsRun();
            open(page, SignMinutesLink.PURPOSE, "m11");
            page.getByText("Ja, jeg underskriver").click();
            readable(page, "assembly-signature");
            press(page, "Underskriv");
            assertThat(heading(page)).hasText("Tak for din underskrift");
            open(page, SignMinutesLink.PURPOSE, "m12");
            page.getByText("Ja, jeg underskriver").click();
            press(page, "Underskriv");
            story.dueJobsRun();
        }

        assertThat(story.assembly().is(AssemblyStatus.DONE)).isTrue();
        story.noIncidentIsOpen();
    }

    @Test
    void theBoardSettlesADissolvedAssociation_andTheAdministratorClosesTheCluster() {
        story.aCluster(PaymentMode.OWN_ACCOUNT);
        story.itIs("2027-02-01T08:00");
        story.isDissolvedTwice();
        try (Chromium chromium = new Chromium()) {
            try (Tasklist chair = new Tasklist(chromium, port, story.person("formand"))) {
                chair.open(story.openTask("settleAssociation"));
                chair.write("Hvad er der sket med midlerne?", "Regionen har fået det, der var tilbage.");
                chair.write("Hvem har arkivet, når klyngen er lukket?", "Karen Holm");
                picture(chair, "settle-association");
                assertThat(chair.faults()).isEmpty();
                chair.send("Foreningen er gjort op");
            }
            story.dueJobsRun();
            try (Tasklist administrator = Tasklist.ofAdministrator(chromium, port)) {
                administrator.open(story.openTask("confirmClosing"));
                assertThat(administrator.page().content())
                        .contains("Regionen har fået det", "Karen Holm", "Alle poster afsluttes i dag");
                administrator.write("Skriv klyngens id", story.cluster());
                picture(administrator, "confirm-closing");
                assertThat(administrator.faults()).isEmpty();
                administrator.send("Luk klyngen for altid");
            }
            story.dueJobsRun();
        }

        assertThat(story.openTasks()).isEmpty();
        story.tookThePath("clusterClosed");
    }

    private void open(Page page, String purpose, String role) {
        openLink(page, port, story.code(purpose, role));
    }

    private static void picture(Tasklist tasklist, String name) {
        Chromium.picture(
                tasklist.page(),
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "screenshots", name + ".png")));
    }
}
