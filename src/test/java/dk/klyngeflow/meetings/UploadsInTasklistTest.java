package dk.klyngeflow.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.Tasklist;
import dk.klyngeflow.Uploads;
import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.followup.AfterMeetingStory;
import dk.klyngeflow.followup.ReMeasures;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The forms of meetings that take a file, completed with one by those whose tasks they are. */
@KlyngeflowTest
@EnabledIf("dk.klyngeflow.Chromium#isHere")
class UploadsInTasklistTest {

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    DataOrderStory data;

    @Autowired
    AfterMeetingStory after;

    @Autowired
    ReMeasures measures;

    @Autowired
    PdfMaker pdfs;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @Test
    @Uploads("receive-data")
    void dataAreLaidWithTheMeeting() {
        data.aMeetingIn(90);
        data.wantsData();
        DataOrderStory.ONE_OF_EACH.forEach(gp -> data.says(gp, "JA"));
        data.dueJobsRun();
        data.timePassesUntil(data.today().plusDays(15), LocalTime.of(18, 0));
        data.orders(data.numbers());

        try (Tasklist secretary = new Tasklist(chromium, port, data.person("sekretaer"))) {
            secretary.open(data.openTasks().get(0));
            secretary.choose("Ja, de er her");
            secretary.upload("Data", "nyretal.pdf", pdf("Nyretal for hele klyngen"));
            secretary.upload("Flere data", "lægemidler.pdf", pdf("Lægemidler for hele klyngen"));
            secretary.send("Læg data ved mødet");
        }
        data.dueJobsRun();

        data.hasEnded(true);
        assertThat(data.files()).containsExactlyInAnyOrder("nyretal.pdf", "lægemidler.pdf");
    }

    @Test
    @Uploads("re-measure")
    void filesFromBeforeAndAfterAreKept() {
        after.aCluster();
        after.aMeetingIsHeld();
        after.theMinutesAreSent(List.of(
                AfterMeetingStory.item("Ring til kommunen", after.person("medlem"), LocalDate.of(2026, 10, 1))));
        after.itIsFollowedUp();
        after.byLink("action-item", after.person("medlem"), Map.of("state-1", List.of("DONE"), "note-1", List.of("")));
        after.until(Instant.parse("2027-06-07T12:00:00Z"));

        try (Tasklist coordinator = new Tasklist(chromium, port, after.person("koordinator"))) {
            coordinator.open(after.openTasks().get(0));
            coordinator.choose("Ja, her er tallene eller filerne");
            coordinator.write("Hvad er der målt?", "Rygere, der er spurgt");
            coordinator.upload("Fil fra før", "foer.pdf", pdf("Før"));
            coordinator.upload("Fil fra efter", "efter.pdf", pdf("Efter"));
            coordinator.send("Gem målingen");
        }
        after.dueJobsRun();

        after.hasEnded();
        assertThat(measures.find(after.cluster(), after.meeting().meetingId())).hasValueSatisfying(kept -> {
            assertThat(kept.files().beforeDocument()).isNotNull();
            assertThat(kept.files().afterDocument()).isNotNull();
        });
    }

    private byte[] pdf(String text) {
        return pdfs.pdf("sample", Map.of("text", text));
    }
}
