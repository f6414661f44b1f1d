package dk.klyngeflow.followup;

import static dk.klyngeflow.followup.AfterMeetingStory.item;
import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.security.Desk;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The files of a new measurement are seen by every member: what must not be, is refused in words, and nothing else is lost by it. */
@KlyngeflowTest
class ReMeasureUploadTest {

    private static final String BOUNDARY = "klyngeflow-measured-again";

    @LocalServerPort
    int port;

    @Autowired
    AfterMeetingStory story;

    @Autowired
    ReMeasures measures;

    @Autowired
    PdfMaker pdfs;

    @BeforeEach
    void itIsTimeToMeasureAgain() {
        story.aCluster();
        story.aMeetingIsHeld();
        story.theMinutesAreSent(List.of(item("Skriv til kommunen", story.person("medlem"), LocalDate.of(2026, 10, 1))));
        story.itIsFollowedUp();
        story.until(Instant.parse("2027-06-07T12:00:00Z"));
        story.waitsFor("reMeasure");
    }

    @Test
    void aTableOfPracticesIsRefusedAndWhatWasChosenBeforeIsKept() {
        HttpResponse<String> taken = uploads("kurve.pdf", pdf("Klyngen gik fra 26 til 41 procent."));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        String document = Desk.json(taken.body()).get("documentId").asText();

        HttpResponse<String> refused = uploads("tal.pdf", pdf("Ydernummer 990101: 17. Ydernummer 990102: 20."));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("Indlæs tallene på siden „Tal fra praksis“; så ser hver praksis kun sine egne.")
                .doesNotContain("990101: 17");
        assertThat(uploads("tal.csv", "ydernummer;antal\n990101;17\n".getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("Filen skal være en PDF eller et billede, som kan åbnes.");
        story.answers(
                "koordinator",
                "reMeasure",
                Map.of("decision", "MEASURED", "measure", "Rygere, der er spurgt", "beforeDocument", document));
        assertThat(measures.find(story.cluster(), story.meeting().meetingId()))
                .hasValueSatisfying(
                        measure -> assertThat(measure.files().beforeDocument()).isEqualTo(document));
    }

    private byte[] pdf(String text) {
        return pdfs.pdf("sample", Map.of("text", text));
    }

    private HttpResponse<String> uploads(String name, byte[] content) {
        String person = story.person("koordinator");
        Browser coordinator = Browser.loggedIn(port, person, person);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return coordinator.send(coordinator
                .request("/api/clusters/" + story.cluster() + "/meetings/"
                        + story.meeting().meetingId() + "/re-measure/uploads")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Accept", "application/json")
                .header("X-Requested-With", "klyngeflow")
                .header("X-XSRF-TOKEN", coordinator.cookie("XSRF-TOKEN"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }
}
