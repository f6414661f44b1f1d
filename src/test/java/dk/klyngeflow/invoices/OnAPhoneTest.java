package dk.klyngeflow.invoices;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.links.Links;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Our own pages in the hand: 390 points wide. */
@KlyngeflowTest
@EnabledIf("dk.klyngeflow.Chromium#isHere")
class OnAPhoneTest {

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    InvoiceStory story;

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

    @BeforeEach
    void open() {
        story.aClusterWithItsOwnAccount();
    }

    @Test
    void theBarFoldsBehindOneButtonAndTheBillsStandAsCards() {
        story.arrives("regning.xml", SmallInvoice.numbered("2026-0001"));
        story.arrives("papir.pdf", DuplicatesTest.pdf());
        String secretary = story.person("sekretaer");
        try (BrowserContext desk = chromium.login(port, secretary, secretary, "/bilag/" + story.cluster())) {
            Page page = desk.pages().get(0);
            assertThat(page.locator(".menu-button")).isHidden();
            assertThat(page.locator("header .help")).isVisible();

            page.setViewportSize(390, 844);
            assertThat(page.locator(".menu-button")).isVisible();
            assertThat(page.locator("header .places")).isHidden();
            assertThat(page.locator("header.site").boundingBox().height)
                    .as("one row")
                    .isLessThan(80);
            assertThat(isWiderThanTheScreen(page)).isFalse();
            assertThat(page.locator("table.bills thead").boundingBox().width).isLessThan(2);
            assertThat(page.locator("table.bills").boundingBox().width).isLessThanOrEqualTo(390);
            assertThat(
                            (Boolean)
                                    page.evaluate(
                                            "[...document.querySelectorAll('.scroll')].every(each => each.scrollWidth <= each.clientWidth)"))
                    .as("nothing is scrolled sideways")
                    .isTrue();
            assertThat(page.locator("table.bills td[data-label='Beløb']").first())
                    .isVisible();
            picture(page, "phone-bills");

            page.getByText("Menu", Chromium.exactly()).click();
            assertThat(page.locator("header .places")).isVisible();
            assertThat(page.locator("header .help")).isVisible();
            assertThat(page.getByText("Log ud")).isVisible();
            picture(page, "phone-menu");
            assertThat(Chromium.faults(page, "header.site")).isEmpty();
        }
    }

    @Test
    void theButtonForFilesIsOursAndInDanish() {
        String member = story.person("medlem");
        try (BrowserContext desk = chromium.login(port, member, member, "/udlaeg/" + story.cluster())) {
            Page page = desk.pages().get(0);
            saysInDanishWhichFile(page);
            page.setViewportSize(390, 844);
            picture(page, "phone-claim");
        }
        String link = links.of(story.cluster(), ClaimLink.PURPOSE, story.cluster() + "/2026-03", member);
        try (BrowserContext phone = chromium.phone()) {
            Page page = phone.newPage();
            page.navigate(links.url(story.cluster(), link)
                    .orElseThrow()
                    .replaceFirst("https?://[^/]+", "http://localhost:" + port));
            saysInDanishWhichFile(page);
            picture(page, "phone-link");
        }
    }

    private static void saysInDanishWhichFile(Page page) {
        assertThat(page.locator("html")).hasAttribute("lang", "da");
        assertThat(page.locator(".own-file .choose")).hasText("Vælg fil");
        assertThat(page.locator(".own-file .chosen")).hasText("Ingen fil er valgt");
        assertThat(page.locator("input[type=file]")).hasCSS("opacity", "0");
        page.locator("input[type=file]")
                .setInputFiles(new com.microsoft.playwright.options.FilePayload(
                        "kvittering.pdf", "application/pdf", DuplicatesTest.pdf()));
        assertThat(page.locator(".own-file .chosen")).hasText("kvittering.pdf");
    }

    private static boolean isWiderThanTheScreen(Page page) {
        return (Boolean) page.evaluate("document.scrollingElement.scrollWidth > innerWidth");
    }

    private static void picture(Page page, String name) {
        Chromium.picture(
                page,
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "pictures", name + ".png")));
    }
}
