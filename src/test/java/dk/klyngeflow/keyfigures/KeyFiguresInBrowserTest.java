package dk.klyngeflow.keyfigures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of figures and the year's accounts on a desk and on a phone: nothing beside the screen, and readable for everybody. */
@KlyngeflowTest
@EnabledIf("dk.klyngeflow.Chromium#isHere")
class KeyFiguresInBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    YearsOfCases years;

    @Autowired
    JdbcClient jdbc;

    @Test
    void areReadOnADeskAndOnAPhone() {
        String cluster = years.cluster(3);
        String coordinator = cluster + "-koordinator";
        // as it stands in the guides
        jdbc.sql("update klyngeflow.cluster set name = 'Nordklyngen' where cluster_id = ?")
                .param(cluster)
                .update();
        jdbc.sql("update klyngeflow.meeting set title = 'Diabetes og nyrer' where cluster_id = ? and number = 7")
                .param(cluster)
                .update();
        try (Chromium chromium = new Chromium();
                BrowserContext desk = chromium.login(port, coordinator, coordinator, "/noegletal/" + cluster)) {
            Page page = desk.pages().get(0);
            assertThat(page.locator("h1")).hasText("Klyngens tal");
            assertThat(page.locator("svg.bars")).hasCount(3);
            everyWidth(page, "key-figures");
            page.navigate("http://localhost:" + port + "/regnskab/" + cluster);
            assertThat(page.locator("#kort")).hasText("Året kort");
            everyWidth(page, "accounts-at-a-glance");
        }
        try (Chromium chromium = new Chromium();
                BrowserContext desk = chromium.login(port, "admin", "admin", "/noegletal")) {
            Page page = desk.pages().get(0);
            assertThat(page.locator("h1")).hasText("Klyngernes tal");
            everyWidth(page, "key-figures-across");
        }
    }

    private static void everyWidth(Page page, String name) {
        for (int width : new int[] {1280, 390, 320}) {
            page.setViewportSize(width, width > 1000 ? 1980 : 2200);
            Object wide = page.evaluate("document.documentElement.scrollWidth");
            assertThat(Integer.parseInt(String.valueOf(wide)))
                    .as(name + " at " + width)
                    .isLessThanOrEqualTo(width);
            assertThat(Chromium.faults(page, "main")).isEmpty();
            Chromium.picture(page, name + "-" + width);
        }
        page.setViewportSize(1280, 800);
    }
}
