package dk.klyngeflow.statutes;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.ClusterFromFile;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.security.Browser;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/** The statutes of a cluster that has just been opened, written by its secretary. */
@KlyngeflowTest
class StatutesPageTest {

    @LocalServerPort
    int port;

    @Autowired
    StatutesVersions versions;

    @Autowired
    CopenhagenTime time;

    private String cluster = "";
    private Browser secretary = Browser.anonymous(1);

    @BeforeEach
    void open() {
        cluster = new ClusterFromFile(port).isOpened(PaymentMode.PLO);
        secretary = Browser.loggedIn(port, cluster + "-sekretaer", cluster + "-sekretaer");
    }

    @Test
    void aNewClusterSeesTheProposal_whatDoesNotFitIt_andThatItIsNotItsOwnYet() {
        assertThat(page())
                .contains("Klyngen har ikke skrevet sine vedtægter ind endnu", "Varsel for ordinær generalforsamling")
                .contains("Forslag skal være inde 14 dage før")
                .doesNotContain("Alle udgaver");
        assertThat(versions.today(cluster).version()).isZero();
    }

    @Test
    void whatIsWrittenAppliesFromItsDay_andTheEarlierOneStays() {
        assertThat(write(Map.of("notice_days", "21")).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("?gemt"));
        assertThat(versions.today(cluster).notices().noticeDays()).isEqualTo(21);

        write(Map.of(
                "notice_days", "28", "gaelderFra", time.today().plusDays(30).toString()));
        assertThat(versions.today(cluster).version()).as("not before its day").isEqualTo(1);
        assertThat(versions.on(cluster, time.today().plusDays(30)).notices().noticeDays())
                .isEqualTo(28);
        assertThat(versions.version(cluster, 1).notices().noticeDays()).isEqualTo(21);
        assertThat(page()).contains("Udgave 2, gælder fra den", "(gælder nu)").doesNotContain("ikke skrevet sine");
    }

    @Test
    void whatIsWrongIsSaid_nothingIsKept_andNothingTypedIsLost() {
        HttpResponse<String> answer = write(Map.of("notice_days", "mange", "proposal_days", "9", "quorum", "ALLE"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(text(answer))
                .contains("Varsel for ordinær generalforsamling: skriv et helt tal fra 1 til 60.")
                .contains("Så mange skal være til stede: vælg en af mulighederne.")
                .contains("value=\"mange\"", "value=\"9\"");
        assertThat(text(write(Map.of("gaelderFra", "2020-01-01")))).contains("vælg i dag eller en senere dag");
        assertThat(versions.all(cluster)).isEmpty();
    }

    @Test
    void theDraftIsAPaperWithEveryField() throws Exception {
        write(Map.of("notice_days", "21"));
        byte[] pdf =
                secretary.download("/vedtaegter/" + cluster + "/1/udkast.pdf").body();
        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("Vedtægter (udkast)", "21 dage", "Flest stemmer", "To tredjedele");
            StatuteFields.all()
                    .forEach(field -> assertThat(text.replaceAll("\\s+", " "))
                            .contains(field.label().replaceAll("\\s+", " ")));
        }
        assertThat(secretary.get("/vedtaegter/" + cluster + "/x/udkast.pdf").statusCode())
                .isEqualTo(404);
        assertThat(secretary.get("/vedtaegter/" + cluster + "/7/udkast.pdf").statusCode())
                .as("one that nobody has written")
                .isEqualTo(404);
    }

    private static String text(HttpResponse<String> page) {
        return HtmlUtils.htmlUnescape(page.body());
    }

    private String page() {
        return text(secretary.get("/vedtaegter/" + cluster));
    }

    private HttpResponse<String> write(Map<String, String> other) {
        Map<String, String> values = new LinkedHashMap<>(
                StatuteFields.all().stream().collect(Collectors.toMap(StatuteField::name, StatuteField::standard)));
        values.putAll(other);
        String token = URLEncoder.encode(Browser.token(page()), StandardCharsets.UTF_8);
        return secretary.submit("/vedtaegter/" + cluster, Browser.form(values) + "&_csrf=" + token);
    }
}
