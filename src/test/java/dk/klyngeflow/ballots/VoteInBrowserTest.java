package dk.klyngeflow.ballots;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dk.klyngeflow.OnScreen.heading;
import static dk.klyngeflow.OnScreen.press;
import static dk.klyngeflow.OnScreen.readable;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A vote on a phone of 390 pixels, from the link of the mail to the receipt, and the list afterwards. */
@KlyngeflowTest
@EnabledIf("dk.klyngeflow.Chromium#isHere")
class VoteInBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    VotingTown town;

    @Autowired
    TestClock clock;

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void sheVotesInThreeTapsAndFindsHerReceiptOnTheList() {
        String cluster = town.cluster(21);
        String ballot = town.openBallot(cluster, 21, 3, 1);
        String link = "http://localhost:" + port + "/svar#" + town.code(cluster, ballot, cluster + "-m21");
        try (Chromium chromium = new Chromium();
                BrowserContext phone = chromium.phone()) {
            Page page = phone.newPage();
            page.navigate(link);
            assertThat(page.getByText("Hvem stemmer du på?")).isVisible();
            assertThat(page.locator(":checked")).hasCount(0);
            readable(page, "vote-choose");

            page.getByText("Læge Nr2", Chromium.exactly()).click();
            press(page, "Se min stemme efter");
            assertThat(page.getByText("Den tæller først, når du trykker på knappen."))
                    .isVisible();
            readable(page, "vote-review");

            press(page, "Afgiv min stemme");
            assertThat(heading(page)).hasText("Din stemme er modtaget");
            readable(page, "vote-receipt");
            String receipt = page.locator(".done p").first().innerText().replaceAll(".* er |\\.$", "");

            page.reload();
            assertThat(heading(page)).hasText("Kvitteringen er vist");
            assertThat(page.content()).doesNotContain(receipt);

            for (String voter : VotingTown.members(cluster, 12)) {
                town.vote(town.code(cluster, ballot, voter), voter.endsWith("2") ? cluster + "-m01" : cluster + "-m02");
            }
            clock.advance(Duration.ofDays(7));
            town.count(cluster, ballot);
            page.navigate("about:blank");
            page.navigate("http://localhost:" + port + "/svar#" + town.code(cluster, ballot, cluster + "-m21"));
            assertThat(page.getByText("Læge Nr2 er valgt.")).isVisible();
            assertThat(page.locator("tr", new Page.LocatorOptions().setHasText(receipt)))
                    .containsText("Læge Nr2");
            readable(page, "vote-result");
        }
    }
}
