package dk.klyngeflow.meetings;

import static dk.klyngeflow.bookings.BookingKind.SPEAKER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.Tasklist;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the coordinator alone decides, in the real Tasklist. */
@KlyngeflowTest
class DecisionsInTasklistTest {

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    DataOrderStory data;

    @Autowired
    BookingStory booking;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @Test
    void sheReadsWhyThereAreNoDataAndUntilWhenAndTriesAllTheSame() {
        data.aMeetingIn(40);
        data.wantsData();

        try (Tasklist coordinator = new Tasklist(chromium, port, data.person("koordinator"))) {
            coordinator.open(data.openTasks().get(0));
            assertThat(coordinator.page().content())
                    .contains(
                            "Ingen praksis har sagt ja til data, og datapakken er ikke bestilt.",
                            "Svarer ingen inden da, holdes mødet uden data");
            picture(coordinator, "decide-on-data");
            coordinator.choose("Nej, prøv alligevel at få data");
            coordinator.send("Prøv alligevel");
            assertThat(coordinator.faults()).isEmpty();
        }
        data.dueJobsRun();

        assertThat(data.mails("consent")).hasSize(21);
    }

    /** The page for the table of figures opens beside the task: it is no file to fetch. */
    @Test
    void theTableOfFiguresIsImportedOnThePageThatTheTaskOpens() {
        data.aMeetingIn(90);
        data.wantsData();
        DataOrderStory.ONE_OF_EACH.forEach(gp -> data.says(gp, "JA"));
        data.dueJobsRun();
        data.orders(data.numbers());

        try (Tasklist secretary = new Tasklist(chromium, port, data.person("sekretaer"))) {
            secretary.open(data.openTasks().get(0));
            secretary.choose("Ja, de er her");
            Page page = secretary
                    .page()
                    .waitForPopup(() -> secretary
                            .page()
                            .getByText("Indlæs en tabel med praksis’ tal")
                            .click());
            assertThat(page.locator("main").innerText()).contains("Tal fra praksis");
        }
    }

    @Test
    void theNextSpeakerIsProposedToHer() {
        booking.aClusterPlansAMeeting();
        booking.isOnTheList(SPEAKER, "Anna Bo", "Carl Dam");
        booking.theTopicIsTheSpeakers();
        booking.isNeeded(SPEAKER);
        booking.answers("Anna Bo", false, "");

        try (Tasklist coordinator = new Tasklist(chromium, port, booking.person("koordinator"))) {
            coordinator.open(booking.openTask());
            coordinator.choose("Spørg en anden på listen eller i kontaktbogen");
            picture(coordinator, "choose-speaker");
            coordinator.send("Spørg");
            assertThat(coordinator.faults()).isEmpty();
        }
        booking.dueJobsRun();

        assertThat(booking.asked()).as("the one proposed").containsExactly("Anna Bo DECLINED", "Carl Dam ASKED");
    }

    private static void picture(Tasklist tasklist, String name) {
        Chromium.picture(
                tasklist.page(), new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }
}
