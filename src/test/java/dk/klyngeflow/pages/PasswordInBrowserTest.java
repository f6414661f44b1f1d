package dk.klyngeflow.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dk.klyngeflow.Chromium.picture;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where two forms stand on a page, a refusal is seen by the one that was sent, without scrolling. */
@KlyngeflowTest
@EnabledIf("dk.klyngeflow.Chromium#isHere")
class PasswordInBrowserTest {

    @LocalServerPort
    int port;

    @Test
    void theRefusalIsSeenBesideTheFormThatWasSent() {
        try (Chromium chromium = new Chromium();
                BrowserContext administrator = chromium.login(port, "admin", "admin", "/adgangskode")) {
            Page page = administrator.pages().get(0);
            page.setViewportSize(390, 500);

            page.locator("#bruger").fill("one-secretary2");
            page.locator("#ny2").fill("fire grønne både");
            page.locator("#igen2").fill("fire grønne heste");
            page.locator("section:has(#anden) form:has(#ny2) button").click();
            assertThat(page.locator("section:has(#anden) [role=alert]")).hasText("De to nye adgangskoder er ikke ens.");
            assertThat(page.locator("section:has(#anden) [role=alert]")).isInViewport();
            assertThat(page.locator("section:has(#anden) [role=alert]")).isFocused();
            assertThat(page.locator("section:has(#egen) [role=alert]")).hasCount(0);
            assertThat(page.locator("#bruger")).hasValue("one-secretary2");
            picture(page, "password-refused");

            page.locator("#nuvaerende").fill("admin");
            page.locator("#ny").fill("fire grønne både");
            page.locator("#igen").fill("noget helt andet");
            page.locator("section:has(#egen) button").click();
            assertThat(page.locator("section:has(#egen) [role=alert]")).isInViewport();
            assertThat(page.locator("section:has(#anden) [role=alert]")).hasCount(0);
        }
    }
}
