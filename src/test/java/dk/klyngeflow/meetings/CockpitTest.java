package dk.klyngeflow.meetings;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dk.klyngeflow.Chromium.picture;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The administrator follows a meeting in the real Cockpit, from a browser that believes to be in America. */
@KlyngeflowTest
@EnabledIf("dk.klyngeflow.Chromium#isHere")
class CockpitTest {

    private static final Pattern ENGLISH =
            Pattern.compile("\\b(null|undefined|Actions?|Activity|Value|Scope|Name|State|Started|Business Key)\\b");

    @LocalServerPort
    int port;

    @Autowired
    MeetingStory story;

    @Test
    void findsAMeetingByItsTopicAndOpensIt() {
        story.aMeetingHasADate("");
        try (Chromium chromium = new Chromium();
                BrowserContext administrator = chromium.loginFrom(
                        "America/New_York", port, "admin", "admin", "/camunda/app/cockpit/default/#/processes")) {
            Page page = administrator.pages().get(0);
            page.getByText("Klyngemøde", Chromium.exactly()).first().click();
            page.getByLabel("Søg på emne, dato, sagsnummer eller klynge").fill(story.cluster());
            Locator cases = page.locator(".kf-case-list tbody tr");
            assertThat(cases).hasCount(1);
            assertThat(cases.first()).containsText("Diabetes og nyrer");
            assertThat(cases.first()).containsText(story.cluster() + "/2026-01");
            // ten o'clock in Denmark, four in New York
            assertThat(cases.first()).containsText(Pattern.compile("\\d\\d\\.\\d\\d\\.2026 (0[89]|1\\d)\\.\\d\\d"));
            picture(page, "cockpit");
            page.getByLabel("Søg på emne, dato, sagsnummer eller klynge").fill("findes ikke");
            assertThat(page.getByText("Ingen sager svarer til det, du søger.")).isVisible();
            page.getByLabel("Søg på emne, dato, sagsnummer eller klynge").fill(story.cluster());

            cases.first().getByRole(AriaRole.LINK).click();
            assertThat(page.getByText("caseLabel")).isVisible();
            assertThat(page.getByText("Ret", Chromium.exactly()).first()).isVisible();
            String shown = page.locator("body").innerText();
            assertThat(shown)
                    .contains("Dato og klokkeslæt er dansk tid", "+01:00")
                    .doesNotContain("New_York", ":00Z");
            assertThat(ENGLISH.matcher(shown).results().map(MatchResult::group).toList())
                    .isEmpty();

            // what is folded away opens on a plane of its own
            page.locator(".bjs-drilldown").first().click();
            assertThat(page.locator("[data-element-id=draftAgenda]").first()).isVisible();
            picture(page, "cockpit-meeting");
        }
    }
}
