package dk.klyngeflow.meetings;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dk.klyngeflow.Chromium.picture;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A coordinator on a journey opens the real Tasklist in a browser that believes to be in America: every hour is a Danish one. */
@KlyngeflowTest
@EnabledIf("dk.klyngeflow.Chromium#isHere")
class TasklistFromAmericaTest {

    @LocalServerPort
    int port;

    @Autowired
    MeetingStory story;

    @Test
    void tooltipsHistoryAndPickersTellDanishHours() {
        story.aCluster();
        story.set(MeetingSettings.TOPIC_VOTE_DAYS, 0);
        story.aMeetingIsWanted();
        String task = story.openTask("planMeeting").getId();
        String coordinator = story.person("koordinator");

        try (Chromium chromium = new Chromium();
                BrowserContext context = chromium.loginFrom(
                        "America/New_York",
                        port,
                        coordinator,
                        coordinator,
                        "/camunda/app/tasklist/default/#/?task=" + task)) {
            Page page = context.pages().get(0);
            assertThat(page.locator("form.kf:not(.kf-loading)")).isVisible();

            // a task is due at four in the afternoon: ten in the morning in New York
            assertThat(page.locator("[uib-tooltip*='kl. 16.00']").first()).isAttached();
            assertThat(page.locator("[uib-tooltip*='kl. 10.00']")).hasCount(0);

            page.locator(".due-date.view-mode, .due-date .view-value, .due-date")
                    .last()
                    .click();
            assertThat(page.locator("input[ng-model=hours]").first()).hasValue("16");
            picture(page, "tasklist-from-america");
            page.keyboard().press("Escape");

            assertThat(page.evaluate("new Date(2026, 6, 1, 16, 30).toISOString()"))
                    .isEqualTo("2026-07-01T14:30:00.000Z");
            assertThat(page.evaluate("new Date(2026, 11, 1, 16, 30).toISOString()"))
                    .isEqualTo("2026-12-01T15:30:00.000Z");
            assertThat(
                            page.evaluate(
                                    "(d => { d.setHours(0, 0, 0, 0); return d.toISOString(); })(new Date('2026-07-01T23:00:00Z'))"))
                    .as("one in the morning of the second")
                    .isEqualTo("2026-07-01T22:00:00.000Z");
            assertThat(page.evaluate("new Date('2026-07-01T10:00:00Z').toLocaleTimeString('da-DK')")
                            .toString())
                    .matches(Pattern.compile("12.00.00"));
        }
    }
}
