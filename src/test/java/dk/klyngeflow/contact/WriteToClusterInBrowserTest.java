package dk.klyngeflow.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.inbox.InboxWorld;
import dk.klyngeflow.mail.WrittenMails;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody outside writes to the cluster on a phone, confirms her address and double-clicks. */
@KlyngeflowTest
@EnabledIf("dk.klyngeflow.Chromium#isHere")
class WriteToClusterInBrowserTest {

    private static final Pattern CODE = Pattern.compile("/svar#[\\w-]{64}");
    private static final int NARROW = 320;
    private static final int HEIGHT = 700;

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    InboxWorld world;

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

    @BeforeEach
    void begin() {
        world.begin();
    }

    @AfterEach
    void end() {
        world.begin();
    }

    @Test
    void isWrittenAndConfirmedOnAPhone() {
        try (BrowserContext phone = chromium.phone()) {
            Page page = phone.newPage();
            page.navigate("http://localhost:" + port + "/skriv/" + InboxWorld.CLUSTER);
            fits(page);
            assertThat(Chromium.faults(page, "body")).isEmpty();
            page.fill("#navn", "Anne Lind");
            page.fill("#mail", "anne@forening.example");
            page.fill("#emne", "Nyt forløb");
            page.fill("#besked", "Vi så 010190-1234.");
            page.click("button[type=submit]");
            assertThat(page.locator("[role=alert]").innerText()).contains("CPR");
            assertThat(Chromium.faults(page, "body")).isEmpty();
            page.fill("#besked", "Må vi komme?");
            page.click("button[type=submit]");
            assertThat(page.locator("[role=status]").first().innerText()).contains("mail med et link");
            List<String> sent = mails.texts(InboxWorld.CLUSTER, "inquiry-confirm", "");
            Matcher code = CODE.matcher(sent.get(0));
            assertThat(code.find()).isTrue();
            page.navigate("http://localhost:" + port + code.group());
            page.getByText("Ja, send beskeden til klyngen").click();
            fits(page);
            page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, Chromium.named("Send til klyngen"))
                    .dblclick();
            page.getByText("Din besked er sendt").first().waitFor();
            assertThat(world.openCases()).isEqualTo(1);
        }
    }

    private static void fits(Page page) {
        page.setViewportSize(NARROW, HEIGHT);
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .isLessThanOrEqualTo(NARROW);
    }
}
