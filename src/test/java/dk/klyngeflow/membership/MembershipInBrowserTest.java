package dk.klyngeflow.membership;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.mail.WrittenMails;
import dk.klyngeflow.members.ClusterFromFile;
import dk.klyngeflow.members.PaymentMode;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A member on her phone, and the secretary at her desk. */
@KlyngeflowTest
class MembershipInBrowserTest {

    private static final Pattern CODE = Pattern.compile("/svar#([\\w-]{64})");

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    @Autowired
    WrittenMails mails;

    @Autowired
    MemberWishes wishes;

    @Autowired
    WishAddress address;

    /** Other classes have asked on the page this morning, from the same network. */
    @BeforeEach
    void itIsAnotherDay() {
        clock.advance(Duration.ofDays(1));
    }

    @Test
    void aMemberFetchesHerDataAndLeaves() {
        String cluster = new ClusterFromFile(port).isOpened(PaymentMode.OWN_ACCOUNT);
        String member = cluster + "-m5";
        try (Chromium chromium = new Chromium();
                BrowserContext phone = chromium.phone()) {
            Page page = phone.newPage();
            page.navigate("http://localhost:" + port + "/medlem/" + cluster);
            Chromium.picture(page, "member-join-phone");
            assertThat(Chromium.faults(page, "main")).isEmpty();
            page.locator("#egen-mail").fill("fie@" + cluster + ".example");
            page.getByText("Send mig mit link").click();
            assertThat(page.locator(".message.ok")).containsText("dit personlige link");

            List<String> written = mails.texts(cluster, "membership-page", member);
            Matcher code = CODE.matcher(written.get(0));
            assertThat(code.find()).isTrue();
            page.navigate("http://localhost:" + port + "/svar#" + code.group(1));
            assertThat(page.locator("h1")).hasText("Dine oplysninger i klyngen");
            Chromium.picture(page, "member-page-phone");
            assertThat(Chromium.faults(page, "main")).isEmpty();
            assertThat(page.waitForDownload(() ->
                                    page.getByText("Hent mine oplysninger").click())
                            .suggestedFilename())
                    .isEqualTo("dine-oplysninger.zip");
            page.getByText("Meld mig ud af klyngen").click();
            page.getByText("Se, hvad du beder om").click();
            assertThat(page.locator("h1")).hasText("Er det rigtigt?");
            Chromium.picture(page, "member-review-phone");
            page.getByText("Send det til klyngen").dblclick();
            assertThat(page.locator("h1")).hasText("Dit ønske er sendt");
        }
        MemberWish wish = wishes.open(cluster).get(0);
        assertThat(wishes.open(cluster)).hasSize(1);
        String secretary = cluster + "-sekretaer";
        String href = address.of(cluster, MembershipRequest.businessKey(cluster, wish.requestId()))
                .orElseThrow()
                .href();
        try (Chromium chromium = new Chromium();
                BrowserContext desk = chromium.login(port, secretary, secretary, href)) {
            Page page = desk.pages().get(0);
            page.getByText("Vis, hvad det fører med sig").click();
            assertThat(page.locator("#virkning")).containsText("Fie Ødum er ikke i klyngen fra den");
            Chromium.picture(page, "member-leaves-effect");
            page.getByText("Bekræft", Chromium.exactly()).dblclick();
            assertThat(page.locator(".message.ok")).containsText("Fie Ødum er ikke i klyngen fra den");
        }
        assertThat(wishes.open(cluster)).isEmpty();
    }
}
