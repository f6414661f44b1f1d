package dk.klyngeflow.invoices;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.accounts.ChartOfAccounts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Secretary, coordinator, board and treasurer take a real e-invoice from upload to ledger, in the real Tasklist in Chromium. */
@KlyngeflowTest
@EnabledIf("chromiumIsHere")
class InvoiceInTasklistTest {

    private static final Path CHROMIUM = Path.of(System.getProperty("klyngeflow.chromium", "/usr/bin/chromium"));
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final double PATIENCE = 60_000;

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    InvoiceStory story;

    static boolean chromiumIsHere() {
        return Files.isExecutable(CHROMIUM);
    }

    @BeforeAll
    static void openBrowser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void closeBrowser() {
        playwright.close();
    }

    @Test
    void goesFromUploadToLedgerInTheRealTasklist() {
        story.aClusterWithItsOwnAccount();
        story.set(InvoiceSettings.COORDINATOR_LIMIT, 100_000L);

        try (BrowserContext secretary = login("sekretaer")) {
            Page page = secretary.pages().get(0);
            page.getByText("Start ny sag").click();
            page.locator(".modal-content").getByText("Faktura og udlæg").click();
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
            assertThat(page.getByText("Kontrollér og kontér bilag A00095678").first())
                    .isVisible();
            story.isAboutTheNewest();

            page.getByText("Kontrollér og kontér bilag A00095678").first().click();
            isReady(page);
            Locator account = page.locator("select[name=account], #account, kf-select[name=account] select")
                    .first();
            account.selectOption("2100");
            assertThat(page.locator(".kf-side img").first()).isVisible();
            assertThat(faults(page)).isEmpty();
            picture(page, "tasklist-secretary");
            page.getByText("Ja, det er i orden").click();
            page.getByRole(AriaRole.BUTTON, named("Godkend og send videre")).click();
            assertThat(page.getByText("Kontrollér og kontér bilag A00095678")).hasCount(0);
        }
        approve("koordinator", "Godkend bilag som koordinator", "tasklist-coordinator");
        approve("formand", "Godkend bilag i bestyrelsen", "tasklist-board");
        story.dueJobsRun();

        try (BrowserContext treasurer = login("kasserer")) {
            Page page = treasurer.pages().get(0);
            open(page, "Betal og bekræft");
            isReady(page);
            page.getByText("Ja, pengene er gået fra kontoen").click();
            page.locator("input[name=paidOn], kf-field[name=paidOn] input")
                    .first()
                    .fill("7.9.2026");
            picture(page, "tasklist-treasurer");
            page.getByRole(AriaRole.BUTTON, named("Bekræft betalingen")).click();
            assertThat(page.getByText("Betal og bekræft")).hasCount(0);
        }
        story.hasEnded();
        assertThat(story.invoice().status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(story.balance("2100")).isEqualTo(631_250);
        assertThat(story.balance(ChartOfAccounts.BANK)).isEqualTo(-631_250);
    }

    private void approve(String role, String task, String picture) {
        try (BrowserContext context = login(role)) {
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
            page.getByText("Min rolles opgaver").click();
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
    private static void isReady(Page page) {
        assertThat(page.locator("form.kf:not(.kf-loading)")).isVisible();
    }

    private BrowserContext login(String role) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1366, 768)
                .setLocale("da-DK")
                .setTimezoneId("Europe/Copenhagen"));
        context.setDefaultTimeout(PATIENCE);
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        Page page = context.newPage();
        page.navigate("http://localhost:" + port + "/login");
        page.locator("[name=username]").fill(story.person(role));
        page.locator("[name=password]").fill(story.person(role));
        page.getByRole(AriaRole.BUTTON, named("Log ind")).click();
        assertThat(page.getByText("Start ny sag")).isVisible();
        return context;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** Serious faults in our form, as axe finds them. */
    private static List<String> faults(Page page) {
        return new AxeBuilder(page)
                .include(List.of("form.kf")).analyze().getViolations().stream()
                        .filter(rule -> "serious".equals(rule.getImpact()) || "critical".equals(rule.getImpact()))
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                        .toList();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
