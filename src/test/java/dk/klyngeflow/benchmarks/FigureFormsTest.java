package dk.klyngeflow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.security.Browser;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is pasted into the page of those who import, and what a practice writes in its own words. */
@KlyngeflowTest
class FigureFormsTest {

    private static final String FIGURES = "12/100 30/150 8/80 20/100 45/180 16/64 14/70";
    private static final String MEASURE = "bredspektret";
    private static final Pattern CONTENT = Pattern.compile("name=\"indhold\" value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    ClusterRegister register;

    @Autowired
    Links links;

    /** A spreadsheet puts a tab between cells and nothing around them. */
    @Test
    void whatIsPastedIsLookedAtAndThenTaken() {
        MeasureTown town = town();
        String pasted = new String(town.file(FIGURES), StandardCharsets.UTF_8).replace(';', '\t');

        HttpResponse<String> preview = posts(town, "indsat", pasted);

        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("7 tal fra 7 praksis, 1 måling, 1 periode.", "12 af 100");
        assertThat(town.asks(town.doctor(0), MEASURE, "2026K1").statusCode())
                .as("nothing is stored")
                .isEqualTo(404);
        Matcher content = CONTENT.matcher(preview.body());
        assertThat(content.find()).isTrue();
        HttpResponse<String> taken = posts(town, "bekraeft", "ja", "indhold", content.group(1));
        assertThat(taken.statusCode()).isEqualTo(302);
        assertThat(town.sees(town.doctor(0), MEASURE, "2026K1")).contains("\"practices\":7");
    }

    @Test
    void whatIsWrongInWhatIsPastedIsSaidAndNothingIsStored() {
        MeasureTown town = town();
        String pasted =
                new String(town.file(FIGURES.replace("8/80", "x/80")), StandardCharsets.UTF_8).replace(';', '\t');

        HttpResponse<String> refused = posts(town, "indsat", pasted);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Intet er gemt.", "Linje 4, Tæller");
        assertThat(town.asks(town.doctor(0), MEASURE, "2026K1").statusCode()).isEqualTo(404);
        HttpResponse<String> cpr = posts(town, "indsat", pasted.replace("x\t", "010190-1234\t"));
        assertThat(cpr.statusCode()).isEqualTo(422);
        assertThat(cpr.body()).contains("CPR-nummer").doesNotContain("010190");
    }

    /** Too long, or a number like a patient's: said at its place, and what she wrote is there still. */
    @Test
    void whatSheWillTryIsChecked() {
        MeasureTown town = town();
        assertThat(town.commits(town.file(FIGURES)).statusCode()).isEqualTo(201);

        HttpResponse<String> tooLong = answers(town, "proev", "ring ".repeat(33));
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(tooLong.body()).contains("Der er plads til 160 tegn.", "ring ring ring");

        HttpResponse<String> patient = answers(town, "proev", "ring til 010190-1234");
        assertThat(patient.statusCode()).isEqualTo(400);
        assertThat(patient.body()).contains("ligner et CPR-nummer");
        assertThat(town.secretary().get("/tal/" + town.id()).body()).doesNotContain("vil prøve");

        assertThat(answers(town, "proev", "x".repeat(160)).body()).contains("Tak for svaret");
        assertThat(town.secretary().get("/tal/" + town.id()).body())
                .contains("Praksis 974000 vil prøve: " + "x".repeat(160));
    }

    @Test
    void whatSheWritesIsShownAsItStandsAndDoesNothing() {
        MeasureTown town = town();
        assertThat(town.commits(town.file(FIGURES)).statusCode()).isEqualTo(201);
        String written = "<script>alert(1)</script> \"&\" ${7*7}";

        assertThat(answers(town, "proev", written, "forkert", written).body()).contains("Tak for svaret");

        assertThat(town.secretary().get("/tal/" + town.id()).body())
                .contains("vil prøve: &lt;script&gt;alert(1)&lt;/script&gt; &quot;&amp;&quot; ${7*7}")
                .contains("ikke stemmer: &lt;script&gt;")
                .doesNotContain("<script>alert");
        HttpResponse<String> own = answers(town, "proev", "y".repeat(161), "forkert", written);
        assertThat(own.body()).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)");
    }

    private HttpResponse<String> posts(MeasureTown town, String... namesAndValues) {
        String path = "/tal/" + town.id();
        Browser secretary = town.secretary();
        String token = Browser.token(secretary.get(path).body());
        return sends(secretary, path, "_csrf=" + encoded(token), namesAndValues);
    }

    private HttpResponse<String> answers(MeasureTown town, String... namesAndValues) {
        String id = links.of(town.id(), FiguresLink.PURPOSE, MEASURE, town.doctor(0));
        String code = links.url(town.id(), id).orElseThrow().replaceFirst(".*#", "");
        return sends(Browser.anonymous(port), "/svar/send", "code=" + encoded(code), namesAndValues);
    }

    private static HttpResponse<String> sends(Browser browser, String path, String first, String... namesAndValues) {
        StringBuilder form = new StringBuilder(first);
        for (int at = 0; at < namesAndValues.length; at += 2) {
            form.append('&').append(namesAndValues[at]).append('=').append(encoded(namesAndValues[at + 1]));
        }
        return browser.submit(path, form.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private MeasureTown town() {
        return MeasureTown.of(
                port,
                register,
                IntStream.range(0, 7)
                        .mapToObj(at -> "%06d".formatted(974000 + at))
                        .toList());
    }
}
