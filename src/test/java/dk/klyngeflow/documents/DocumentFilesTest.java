package dk.klyngeflow.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.security.TwoClusters;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who gets to see a document, and how it is served. */
@KlyngeflowTest
class DocumentFilesTest {

    @Autowired
    Documents documents;

    @Autowired
    PdfMaker pdfMaker;

    @Autowired
    TwoClusters clusters;

    @LocalServerPort
    int port;

    @BeforeEach
    void open() {
        clusters.open();
    }

    @Test
    void staffOfTheClusterSeesItAndNobodyElseCanTellThatItExists() {
        Document pdf = documents.store(TwoClusters.ONE, "Bilag æ.pdf", Samples.pdf(2), "one-member");
        String path = "/api/clusters/one/documents/" + pdf.id();

        for (String person : new String[] {"coordinator", "secretary", "board", "auditor", "member"}) {
            assertThat(of("one-" + person).get(path).statusCode()).as(person).isEqualTo(200);
        }
        HttpResponse<String> unknown = of("two-secretary").get("/api/clusters/one/documents/no-such");
        for (String door : new String[] {"", "/pages/1.png", "/original"}) {
            HttpResponse<String> foreign = of("two-secretary").get(path + door);
            assertThat(foreign.statusCode()).as(door).isEqualTo(404);
            assertThat(foreign.body()).isEqualTo(unknown.body());
            assertThat(of("two-secretary")
                            .get("/api/clusters/two/documents/" + pdf.id() + door)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(Browser.anonymous(port).get(path + door).statusCode()).isEqualTo(401);
        }
        Document another = documents.store(TwoClusters.ONE, "a.pdf", Samples.pdf(1), "one-secretary");
        assertThat(of("one-member")
                        .get("/api/clusters/one/documents/" + another.id())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void tellsHowManyPagesThereAreAndShowsThem() {
        Document pdf = documents.store(TwoClusters.ONE, "Bilag.pdf", Samples.pdf(2), "one-secretary");
        Browser secretary = of("one-secretary");

        assertThat(secretary.get("/api/clusters/one/documents/" + pdf.id()).body())
                .contains("\"pages\":2")
                .contains("\"fileName\":\"Bilag.pdf\"")
                .doesNotContain("message");
        HttpResponse<String> page = secretary.get("/api/clusters/one/documents/" + pdf.id() + "/pages/2.png?width=300");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("image/png");
        HttpResponse<String> none = secretary.get("/api/clusters/one/documents/" + pdf.id() + "/pages/3.png");
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.body()).contains("Dokumentet har kun 2 sider.");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws Exception {
        Document locked = documents.store(TwoClusters.ONE, "l.pdf", Samples.locked("x"), "one-secretary");

        assertThat(of("one-secretary")
                        .get("/api/clusters/one/documents/" + locked.id())
                        .body())
                .contains("\"pages\":0")
                .contains("låst med en adgangskode");
    }

    @Test
    void theOriginalIsOnlyEverAFileToSave() {
        Document page = documents.store(
                TwoClusters.ONE,
                "side \"æ\".html",
                "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8),
                "one-secretary");

        HttpResponse<String> original =
                of("one-secretary").get("/api/clusters/one/documents/" + page.id() + "/original");

        assertThat(original.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(original.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;");
        assertThat(original.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(String.join(";", original.headers().allValues("Content-Security-Policy")))
                .contains("sandbox");
    }

    private Browser of(String person) {
        return Browser.basic(port, person, person);
    }
}
