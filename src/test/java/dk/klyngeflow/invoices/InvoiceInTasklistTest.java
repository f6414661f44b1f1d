package dk.klyngeflow.invoices;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dk.klyngeflow.Chromium.faults;
import static dk.klyngeflow.Chromium.named;
import static dk.klyngeflow.Chromium.picture;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.bills.InvoiceStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Secretary, coordinator, board and treasurer take a real e-invoice from upload to ledger, in the real Tasklist in Chromium. */
@KlyngeflowTest
@EnabledIf("dk.klyngeflow.Chromium#isHere")
class InvoiceInTasklistTest {

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    InvoiceStory story;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @Test
    void whoeverIsLoggedOutWhileTypingIsToldThatItWaits() {
        story.aClusterWithItsOwnAccount();
        story.arrives("regning.xml", SmallInvoice.numbered("LU-1"));

        try (BrowserContext secretary = chromium.tasklist(port, story.person("sekretaer"))) {
            Page page = secretary.pages().get(0);
            page.getByText("Kontrollér og kontér bilag · LU-1").first().click();
            isReady(page);
            page.locator("[name=meeting]").fill("Møde i marts");
            page.locator("select[name=account]").selectOption("2100");
            page.getByText("Ja, det er i orden").click();
            secretary.clearCookies();
            page.getByRole(AriaRole.BUTTON, named("Godkend og send videre")).click();
            assertThat(page.locator(".kf-alert:visible")).containsText("Du er blevet logget ud");
            assertThat(page.locator(".kf-alert:visible")).containsText("står her stadig");
            assertThat(page.locator("[name=meeting]")).hasValue("Møde i marts");
        }
        story.waitsFor("checkInvoice");
    }

    @Test
    void goesFromUploadToLedgerInTheRealTasklist() {
        story.aClusterWithItsOwnAccount();
        story.set(InvoiceSettings.COORDINATOR_LIMIT, 100_000L);

        try (BrowserContext secretary = chromium.tasklist(port, story.person("sekretaer"))) {
            Page page = secretary.pages().get(0);
            page.getByText("Start ny sag").click();
            page.locator(".modal-content").getByText("Faktura og udlæg").click();
            isReady(page);
            page.getByText("En regning", new Page.GetByTextOptions().setExact(true))
                    .click();
            page.locator("input[type=file]")
                    .first()
                    .setInputFiles(new FilePayload(
                            "faktura.xml",
                            "text/xml",
                            InvoiceStory.sample("oioubl2-BASPRO_01_01_00_Invoice_v2p2.xml")));
            assertThat(page.getByText("A00095678").first()).isVisible();
            picture(page, "start-form");
            page.getByRole(AriaRole.BUTTON, named("Send til behandling")).click();
            assertThat(page.getByText("Kontrollér og kontér bilag · A00095678").first())
                    .isVisible();
            story.isAboutTheNewest();

            page.getByText("Kontrollér og kontér bilag · A00095678").first().click();
            isReady(page);
            Locator account = page.locator("select[name=account], #account, kf-select[name=account] select")
                    .first();
            account.selectOption("2100");
            assertThat(page.locator(".kf-side img").first()).isVisible();
            assertThat(faults(page, "form.kf")).isEmpty();
            picture(page, "tasklist-secretary");
            page.getByText("Ja, det er i orden").click();
            page.getByRole(AriaRole.BUTTON, named("Godkend og send videre")).click();
            // the sample is from 2005, and its company number is invented: that is asked about before it is taken
            assertThat(page.getByText("Se efter, om det er rigtigt")).isVisible();
            assertThat(page.locator(".kf-alert")).containsText("20.11.2005");
            picture(page, "tasklist-unusual");
            page.getByRole(AriaRole.BUTTON, named("Ja, det er rigtigt. Send det"))
                    .click();
            assertThat(page.getByText("Kontrollér og kontér bilag · A00095678")).hasCount(0);
        }
        approve("koordinator", "Godkend bilag som koordinator", "tasklist-coordinator");
        approve("formand", "Godkend bilag i bestyrelsen", "tasklist-board");
        story.dueJobsRun();

        try (BrowserContext treasurer = chromium.tasklist(port, story.person("kasserer"))) {
            Page page = treasurer.pages().get(0);
            open(page, "Betal og bekræft");
            isReady(page);
            page.getByText("Ja, pengene er gået fra kontoen").click();
            page.locator("input[name=paidOn], kf-field[name=paidOn] input")
                    .first()
                    .fill("7.9.2026");
            picture(page, "tasklist-treasurer");
            Download file = page.waitForDownload(
                    () -> page.getByText("Hent betalingsfilen til banken").click());
            org.assertj.core.api.Assertions.assertThat(file.path())
                    .content()
                    .contains("urn:iso:std:iso:20022:tech:xsd:pain.001.001.09", "6312.50");
            page.getByRole(AriaRole.BUTTON, named("Bekræft betalingen")).click();
            assertThat(page.getByText("Betal og bekræft")).hasCount(0);
        }
        story.hasEnded();
        assertThat(story.invoice().status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(story.balance("2100")).isEqualTo(631_250);
        assertThat(story.balance(ChartOfAccounts.BANK)).isEqualTo(-631_250);
    }

    private void approve(String role, String task, String picture) {
        try (BrowserContext context = chromium.tasklist(port, story.person(role))) {
            Page page = context.pages().get(0);
            open(page, task);
            isReady(page);
            page.getByText("Ja, godkend").click();
            assertThat(page.locator(".kf-side img").first()).isVisible();
            picture(page, picture);
            page.getByRole(AriaRole.BUTTON, named("Godkend")).click();
            assertThat(page.getByText(task)).hasCount(0);
        }
    }

    /** Her own task when she alone holds the duty, else one of her role's that she takes first. */
    private void open(Page page, String task) {
        if (story.openTask().getAssignee() == null) {
            page.getByText("Mine opgaver").click();
        }
        page.getByText(task).first().click();
        if (story.openTask().getAssignee() == null) {
            page.getByText("Tag opgaven")
                    .or(page.getByText("Påtag dig"))
                    .first()
                    .click();
        }
    }

    /** A form takes no answers before all that it shows has come. */
    /** The kit has drawn the form: before that there is text, and nothing that a click reaches. */
    private static void isReady(Page page) {
        assertThat(page.locator("form.kf:not(.kf-loading):has(.kf-alert)")).isVisible();
    }
}
