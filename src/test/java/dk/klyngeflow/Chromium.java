package dk.klyngeflow;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The browser in which people are played, on a desk or with a phone in the hand. */
public final class Chromium implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Chromium.class);
    private static final Path PROGRAM = Path.of(System.getProperty("klyngeflow.chromium", "/usr/bin/chromium"));
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final String HERE = "Europe/Copenhagen";
    private static final double PATIENCE = 60_000;

    /** One for all classes of this process; what a class has opened in it is closed with the class. */
    private static final class Running {

        private static final Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private static final Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    private final List<BrowserContext> opened = new ArrayList<>();

    public Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    /** For {@code @EnabledIf}. */
    public static boolean isHere() {
        return Files.isExecutable(PROGRAM);
    }

    public BrowserContext desk() {
        return context(1366, 768, HERE);
    }

    public BrowserContext phone() {
        return context(390, 844, HERE);
    }

    private BrowserContext context(int width, int height, String zone) {
        BrowserContext context = Running.browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("da-DK")
                .setTimezoneId(zone));
        context.setDefaultTimeout(PATIENCE);
        opened.add(context);
        return context;
    }

    /**
     * Somebody logs in at her desk.
     *
     * @param then a page that asks who she is, to which she comes when she has logged in; null when she begins by logging in
     */
    public BrowserContext login(int port, String name, String password, @Nullable String then) {
        return loginFrom(HERE, port, name, password, then);
    }

    /** As {@link #login}, from a machine whose clock is set to another zone, such as {@code America/New_York}. */
    public BrowserContext loginFrom(String zone, int port, String name, String password, @Nullable String then) {
        BrowserContext context = context(1366, 768, zone);
        Page page = context.newPage();
        page.navigate("http://localhost:" + port + (then == null ? "/login" : then));
        page.locator("[name=username]").fill(name);
        page.locator("[name=password]").fill(password);
        page.getByRole(AriaRole.BUTTON, named("Log ind")).click();
        page.waitForURL(address -> !address.contains("/login"));
        if (then != null && then.contains("#")) {
            // which is lost on the way
            page.navigate("http://localhost:" + port + then);
        }
        return context;
    }

    /** Somebody of the cluster's staff logs in and sees Tasklist. */
    public BrowserContext tasklist(int port, String person) {
        BrowserContext context = login(port, person, person, null);
        PlaywrightAssertions.assertThat(context.pages().get(0).getByText("Start ny sag"))
                .isVisible();
        return context;
    }

    public static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    public static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    /** Serious faults in what is ours on the page, as axe finds them. */
    public static List<String> faults(Page page, String part) {
        return new AxeBuilder(page)
                .include(List.of(part)).analyze().getViolations().stream()
                        .filter(rule -> "serious".equals(rule.getImpact()) || "critical".equals(rule.getImpact()))
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                        .toList();
    }

    public static void picture(Page page, String name) {
        picture(page, new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    /** For people to look at: a busy browser that cannot take it just now fails no test. */
    public static void picture(Page page, Page.ScreenshotOptions options) {
        try {
            page.screenshot(options);
        } catch (PlaywrightException e) {
            LOG.warn("no picture: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        opened.forEach(BrowserContext::close);
    }
}
