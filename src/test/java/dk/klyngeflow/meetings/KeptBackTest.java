package dk.klyngeflow.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.calendar.CalendarFeed;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.documents.Spreadsheets;
import dk.klyngeflow.gatherings.MeetingPaper;
import dk.klyngeflow.gatherings.MeetingPapers;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.security.Browser;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table by practice stays with the secretary, by whatever way it could reach members. */
@KlyngeflowTest
class KeptBackTest {

    private static final byte[] CSV =
            "ydernummer;praksis;antal\n990101;Havnen;17\n990102;Torvet;20\n".getBytes(StandardCharsets.UTF_8);

    @Autowired
    DataOrderStory story;

    @Autowired
    MeetingPapers papers;

    @Autowired
    Meetings meetings;

    @Autowired
    CalendarFeed meetingFeed;

    @Autowired
    MeetingViews views;

    @Autowired
    Documents documents;

    @Autowired
    PdfMaker pdfs;

    @Autowired
    Spreadsheets spreadsheets;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private String table = "";
    private String sheet = "";
    private String report = "";
    private String whole = "";

    @BeforeEach
    void theFilesHaveCome() {
        story.aMeetingIn(90);
        story.wantsData();
        DataOrderStory.ONE_OF_EACH.forEach(gp -> story.says(gp, "JA"));
        story.dueJobsRun();
        story.orders(story.numbers());
        table = story.file("sekretaer", "tabel.csv", CSV);
        sheet = story.file(
                "sekretaer",
                "ark.xlsx",
                spreadsheets.xlsx(new Spreadsheets.Sheet(
                        "Tal", List.of("Yder", "Antal"), List.of(List.of("990101", 17), List.of("990102", 20)))));
        report = story.file("sekretaer", "praksis.pdf", pdf("Ydernummer 990101: 17. Ydernummer 990102: 20."));
        whole = story.file("sekretaer", "klyngen.pdf", pdf("Klyngen har 37 patienter i alt."));
    }

    @Test
    void onlyWhatShowsTheWholeClusterIsSentOut() throws IOException {
        lays(table, report, whole);

        assertThat(papers.of(story.meeting())).extracting(MeetingPaper::title).containsExactly("klyngen.pdf");
        String sent = sentOut();
        assertThat(sent).contains("Klyngen har 37").doesNotContain("990101", "990102", "tabel.csv", "praksis.pdf");
        assertThat(jdbc.sql("select unnest(document_ids) from klyngeflow.mail_outbox where cluster_id = :cluster")
                        .param("cluster", story.cluster())
                        .query(String.class)
                        .list())
                .doesNotContain(table, report);
    }

    @Test
    void whenOnlyATableHasComeTheAgendaGoesAlone() throws IOException {
        lays(sheet);

        assertThat(papers.of(story.meeting())).isEmpty();
        assertThat(sentOut()).doesNotContain("990101", "ark.xlsx");
    }

    @Test
    void whatWasLaidWithTheMeetingInThePastIsLookedThroughToo() throws IOException {
        lays(whole);
        jdbc.sql("""
                        insert into klyngeflow.meeting_paper (cluster_id, meeting_id, document_id, title)
                        values (:cluster, :meeting, :document, 'gammel.csv')""")
                .param("cluster", story.cluster())
                .param("meeting", story.meeting().meetingId())
                .param("document", table)
                .update();

        assertThat(sentOut()).doesNotContain("990101", "gammel.csv");
    }

    @Test
    void noPageShowsItToMembersAndTheSecretaryIsToldWhy() {
        lays(table, report, whole);
        String page = "/moeder/" + story.meeting().businessKey();

        assertThat(as("sekretaer").get(page).body())
                .contains(
                        "Data, der bliver hos sekretæren",
                        "tabel.csv",
                        "praksis.pdf",
                        "sendes ikke til medlemmerne",
                        original(table));
        assertThat(as("koordinator").get(page).body())
                .contains("Data, der bliver hos sekretæren", "klyngen.pdf")
                .doesNotContain(original(table), original(report));
        assertThat(as("formand").get(page).body()).doesNotContain("tabel.csv", "praksis.pdf", table, report);
        assertThat(as("medlem").get(page).body()).doesNotContain("tabel.csv", "praksis.pdf", table, report);
        assertThat(views.view(story.meeting()).papers())
                .extracting(MeetingPaper::documentId)
                .containsExactly(whole);
        assertThat(meetingFeed.eventsOf(story.cluster(), story.person("medlem")).toString())
                .doesNotContain("tabel.csv", "990101");
    }

    @Test
    void onlyTheSecretaryCanFetchIt() {
        lays(table, whole);

        assertThat(as("sekretaer").get(original(table)).statusCode()).isEqualTo(200);
        for (String other : List.of("koordinator", "formand", "medlem")) {
            assertThat(as(other).get(original(table)).statusCode()).as(other).isEqualTo(404);
        }
        assertThat(as("koordinator").get(original(whole)).statusCode()).isEqualTo(200);
    }

    @Test
    void sheIsToldWhileSheLaysItThere() {
        HttpResponse<String> answer = upload("tabel.csv", CSV);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"stays\":\"Filen er en tabel").contains("sendes ikke til medlemmerne");
        assertThat(upload("klyngen.pdf", pdf("Klyngen har 37 patienter i alt.")).body())
                .contains("documentId")
                .doesNotContain("Filen er");
        assertThat(upload("program.exe", new byte[] {1, 2, 3}).statusCode()).isEqualTo(400);
    }

    private void lays(String... files) {
        story.receives(List.of(files));
        story.hasEnded(true);
    }

    /** The words of what goes with the invitation. */
    private String sentOut() throws IOException {
        String bundle = papers.bundle(story.meeting());
        try (PDDocument sent = Loader.loadPDF(documents.content(story.cluster(), bundle))) {
            return new PDFTextStripper().getText(sent);
        }
    }

    private byte[] pdf(String text) {
        return pdfs.pdf("sample", Map.of("text", text));
    }

    private Browser as(String person) {
        String id = story.person(person);
        return Browser.loggedIn(port, id, id);
    }

    private String original(String document) {
        return "/api/clusters/" + story.cluster() + "/documents/" + document + "/original";
    }

    private HttpResponse<String> upload(String name, byte[] content) {
        Browser secretary = as("sekretaer");
        String path = "/api/clusters/" + story.cluster() + "/meetings/"
                + story.meeting().meetingId() + "/data-order/files";
        return secretary.send(secretary
                .request(path)
                .header("Content-Type", "multipart/form-data; boundary=B")
                .header("X-Requested-With", "klyngeflow")
                .header("X-XSRF-TOKEN", secretary.cookie("XSRF-TOKEN"))
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(
                        ("--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n")
                                .getBytes(StandardCharsets.UTF_8),
                        content,
                        "\r\n--B--\r\n".getBytes(StandardCharsets.UTF_8)))));
    }
}
