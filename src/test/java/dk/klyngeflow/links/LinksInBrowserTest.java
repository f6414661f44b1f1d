package dk.klyngeflow.links;

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
import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.security.TwoClusters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A personal link on a phone, in Chromium: with and without JavaScript, by keyboard, enlarged, and in the hands of a mail scanner. */
@KlyngeflowTest
@EnabledIf("chromiumIsHere")
class LinksInBrowserTest {

    private static final Path CHROMIUM = Path.of(System.getProperty("klyngeflow.chromium", "/usr/bin/chromium"));
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final String MEMBER = "one-member";

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    TwoClusters clusters;

    @Autowired
    Links links;

    @Autowired
    ProbePage probe;

    @Autowired
    Documents documents;

    @Autowired
    JdbcClient jdbc;

    private final List<String> complaints = new ArrayList<>();
    private String subject = "";

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
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    static void closeBrowser() {
        playwright.close();
    }

    @BeforeEach
    void open() {
        clusters.open();
        subject = "matter-" + UUID.randomUUID();
        probe.offer(documents
                .store("one", "dagsorden.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8), "one-secretary")
                .id());
    }

    @Test
    void answersInAFewTapsOnAPhoneAndLeavesNoCodeInTheAddress() {
        try (BrowserContext phone = phone(390, 844, true)) {
            Page page = page(phone);
            page.navigate(url());
            assertThat(heading(page, "Kan du komme?")).isVisible();
            assertThat(page.url()).matches(".*/svar/side/[\\w-]{32}");
            assertThat(page.locator(":checked")).hasCount(0);
            Chromium.picture(
                    page,
                    new Page.ScreenshotOptions()
                            .setPath(PICTURES.resolve("link-answer.png"))
                            .setFullPage(true));
            assertThat(faults(page)).isEmpty();
            assertThat(tooSmall(page)).isEqualTo(List.of());
            assertThat(tooWide(page)).isEqualTo(List.of());

            page.getByText("Måske").click();
            page.getByText("Vegetarisk").click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send mit svar"))
                    .click();
            assertThat(heading(page, "Tak for dit svar")).isVisible();
            assertThat(faults(page)).isEmpty();
            Chromium.picture(page, new Page.ScreenshotOptions().setPath(PICTURES.resolve("link-done.png")));
            assertThat(probe.answers.get(held())).containsEntry("14", List.of("maybe"));

            page.getByText("Se eller ret dit svar").click();
            assertThat(page.locator(":checked")).hasCount(2);
            assertThat(page.url()).matches(".*/svar/side/[\\w-]{32}");

            page.goBack();
            assertThat(heading(page, "Tak for dit svar")).isVisible();
            page.reload();
            assertThat(heading(page, "Tak for dit svar")).isVisible();
            page.goBack();
            assertThat(heading(page, "Kan du komme?")).isVisible();
            assertThat(page.locator(":checked")).hasCount(2);
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void isAnsweredByKeyboardAloneAndSaysWhatIsMissing() {
        try (BrowserContext context = phone(390, 844, true)) {
            Page page = page(context);
            page.navigate(url());
            assertThat(heading(page, "Kan du komme?")).isVisible();
            // the browser's own check stands aside, so that ours is seen
            page.evaluate("document.querySelectorAll('form').forEach(form => form.noValidate = true)");
            page.locator("[name=food][value=green]").focus();
            page.keyboard().press("Space");
            page.locator("button.answer").focus();
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Der mangler noget ét sted");
            assertThat(page.locator("#wrong")).isFocused();
            assertThat(page.locator("[name=food][value=green]")).isChecked();
            assertThat(faults(page)).isEmpty();
            for (int i = 0; i < 20 && !isOn(page, "14"); i++) {
                page.keyboard().press("Tab");
            }
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            assertThat(heading(page, "Tak for dit svar")).isVisible();
            assertThat(probe.answers).containsKey(held());
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void worksWithoutJavaScriptByPastingTheAddress() {
        try (BrowserContext context = phone(390, 844, false)) {
            Page page = page(context);
            page.navigate(url());
            page.getByLabel("Adressen eller koden fra mailen").fill(url());
            page.getByText("Åbn", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(heading(page, "Kan du komme?")).isVisible();
            page.getByText("Nej").click();
            page.getByText("Alt, som det kommer").click();
            page.locator("button.answer").click();
            assertThat(heading(page, "Tak for dit svar")).isVisible();
        }
        assertThat(probe.answers.get(held())).containsEntry("14", List.of("no"));
    }

    @Test
    void fitsThePhoneWhenEnlargedToTwiceTheSize() {
        try (BrowserContext context = phone(195, 422, true)) {
            Page page = page(context);
            page.navigate(url());
            assertThat(heading(page, "Kan du komme?")).isVisible();
            Chromium.picture(
                    page,
                    new Page.ScreenshotOptions()
                            .setPath(PICTURES.resolve("link-enlarged.png"))
                            .setFullPage(true));
            assertThat(tooWide(page)).isEqualTo(List.of());
            page.locator("[name='14'][value=yes]").check();
            page.getByText("Vegetarisk").click();
            page.locator("button.answer").click();
            assertThat(heading(page, "Tak for dit svar")).isVisible();
            assertThat(tooWide(page)).isEqualTo(List.of());
        }
    }

    @Test
    void aScannerThatRunsScriptsAndPressesEveryButtonChangesNothing() {
        String link = url();
        List<Map<String, Object>> before = rows();
        try (BrowserContext context = phone(1280, 800, true)) {
            Page page = page(context);
            page.navigate(link);
            assertThat(heading(page, "Kan du komme?")).isVisible();
            int controls = page.locator("a, button").count();
            assertThat(controls).isPositive();
            for (int i = 0; i < controls; i++) {
                Page again = page(context);
                again.navigate(link);
                assertThat(heading(again, "Kan du komme?")).isVisible();
                again.evaluate("document.querySelectorAll('form').forEach(form => form.noValidate = true)");
                again.locator("a, button").nth(i).click();
                again.waitForLoadState();
                again.close();
            }
            for (int i = 0; i < 50; i++) {
                assertThat(context.request().get(link).ok()).isTrue();
                assertThat(context.request().head(link).ok()).isTrue();
            }
            Page after = page(context);
            after.navigate(link);
            assertThat(heading(after, "Kan du komme?")).isVisible();
            assertThat(after.locator(":checked")).hasCount(0);
        }
        assertThat(probe.answers).doesNotContainKey(held());
        assertThat(rows()).isEqualTo(before);
    }

    private List<Map<String, Object>> rows() {
        return jdbc.sql("select * from klyngeflow.link order by link_id")
                .query()
                .listOfRows();
    }

    private Held held() {
        return new Held("one", subject, MEMBER);
    }

    private String url() {
        return links.url("one", links.of("one", ProbePage.PURPOSE, subject, MEMBER))
                .orElseThrow()
                .replaceFirst("http://[^/]+", "http://localhost:" + port);
    }

    private static BrowserContext phone(int width, int height, boolean script) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setJavaScriptEnabled(script)
                .setLocale("da-DK")
                .setTimezoneId("Europe/Copenhagen"));
    }

    private Page page(BrowserContext context) {
        Page page = context.newPage();
        // a style or script that our content security policy refuses is told here
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    private static Locator heading(Page page, String text) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text));
    }

    private static boolean isOn(Page page, String name) {
        return name.equals(page.evaluate("document.activeElement.name"));
    }

    /** Whatever stands out of the screen to the right. */
    private static Object tooWide(Page page) {
        return page.evaluate(
                "document.scrollingElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('*')]"
                        + ".filter(e => e.getBoundingClientRect().right > innerWidth).map(e => e.outerHTML.slice(0, 200))");
    }

    /** Whatever is to be hit with a finger and is less than 44 pixels high. */
    private static Object tooSmall(Page page) {
        return page.evaluate(
                "[...document.querySelectorAll('button, .options label, input[type=text], input[type=file], textarea')]"
                        + ".filter(e => e.getBoundingClientRect().height < 44).map(e => e.outerHTML)");
    }

    private static List<String> faults(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                        .toList();
    }
}
