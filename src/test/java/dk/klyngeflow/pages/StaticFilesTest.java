package dk.klyngeflow.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.security.TwoClusters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What goes over the wire compressed, what a browser keeps, and what it must neither get compressed nor keep. */
@KlyngeflowTest
class StaticFilesTest {

    private static final String OF_CAMUNDA = "/camunda/lib/deps.js?bust=7.24.0";
    private static final String PLUGIN =
            "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js?bust=7.24.0";
    private static final String OURS = "/camunda/app/tasklist/styles/user-styles.css?bust=7.24.0";

    @LocalServerPort
    int port;

    @Autowired
    TwoClusters clusters;

    private Browser secretary;

    @BeforeEach
    void isLoggedIn() {
        clusters.open();
        secretary = Browser.loggedIn(port, "one-secretary", "one-secretary");
    }

    @Test
    void whatBearsItsVersionIsKeptForAYearWithoutAsking() {
        for (String file :
                new String[] {OF_CAMUNDA, PLUGIN, "/camunda/app/tasklist/camunda-tasklist-bootstrap.js?bust=7.24.0"}) {
            assertThat(header(get(file, "gzip, deflate, br"), "Cache-Control"))
                    .contains("max-age=31536000", "immutable", "private");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OURS,
                "/camunda/app/tasklist/locales/da.json?bust=7.24.0",
                "/camunda/assets/klyngeflow.css",
                "/camunda/lib/deps.js",
                "/camunda/lib/deps.js?bust=7.23.0",
                "/forms-kit/form-kit.css",
                "/app.css",
                "/login.js"
            })
    void whatMayChangeWithUsIsAskedForByItsContent(String file) {
        HttpResponse<byte[]> answer = get(file, "gzip");
        String mark = header(answer, "ETag");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Cache-Control"))
                .isEqualTo(
                        file.startsWith("/camunda") ? "max-age=60, private, stale-while-revalidate=3600" : "no-cache");
        assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(answer, "Vary")).contains("Accept-Encoding");
        assertThat(answer.headers().firstValue("Last-Modified")).isEmpty();
        HttpResponse<byte[]> again =
                raw(secretary.request(file).header("Accept-Encoding", "gzip").header("If-None-Match", mark));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(raw(secretary.request(file).header("Accept-Encoding", "gzip").header("If-None-Match", "\"another\""))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {OF_CAMUNDA, PLUGIN, OURS, "/forms-kit/form-kit.css"})
    void itIsTheSameFileWithAndWithoutCompression(String file) throws IOException {
        HttpResponse<byte[]> zipped = get(file, "gzip, deflate, br, zstd");
        HttpResponse<byte[]> plain = get(file, "gzip;q=0, identity");

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(zipped.body().length).isLessThan(plain.body().length / 2);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(header(zipped, "Content-Type")).isEqualTo(header(plain, "Content-Type"));
        assertThat(header(zipped, "ETag")).isNotEqualTo(header(plain, "ETag"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/camunda/app/tasklist/default/",
                "/api/me",
                "/camunda/api/engine/engine/default/filter"
            })
    void pagesAndAnswersAreNeitherCompressedNorKept(String page) {
        HttpResponse<byte[]> answer = get(page, "gzip");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(header(answer, "Cache-Control")).contains("no-store");
    }

    @Test
    void thePartsOfTheFormKitAreWhereItsEntrySaysAndAreKeptForAYear() throws IOException {
        String entry = new String(get("/forms-kit/form-kit.js", "gzip").body(), StandardCharsets.UTF_8);
        java.util.regex.Matcher parts =
                java.util.regex.Pattern.compile("from '\\./([^']+)'").matcher(entry);
        int found = 0;
        while (parts.find()) {
            HttpResponse<byte[]> part = get("/forms-kit/" + parts.group(1), "gzip");
            assertThat(part.statusCode()).as(parts.group(1)).isEqualTo(200);
            assertThat(header(part, "Content-Encoding")).as(parts.group(1)).isEqualTo("gzip");
            assertThat(header(part, "Cache-Control")).contains("max-age=31536000");
            found++;
        }
        assertThat(found).isGreaterThan(10);
    }

    @Test
    void strangersGetNothingOfTheWebAppsAndNothingThatIsKept() {
        HttpResponse<String> answer = Browser.anonymous(port).get(OF_CAMUNDA);

        assertThat(answer.statusCode()).isNotEqualTo(200);
        assertThat(answer.body()).doesNotContain("function");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).doesNotContain("31536000");
    }

    @Test
    void noWayLeadsOutOfTheFolders() {
        for (String path : new String[] {
            "/camunda/lib/..%2f..%2f..%2f..%2fapplication.yml",
            "/camunda/assets/%2e%2e/%2e%2e/application.yml",
            "/application.yml"
        }) {
            HttpResponse<byte[]> answer = get(path, "gzip");
            assertThat(answer.statusCode()).as(path).isNotEqualTo(200);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("camunda.bpm");
        }
    }

    @Test
    void whoIsNotLoggedInGetsNoPartOfThePlugins() throws IOException, InterruptedException {
        HttpResponse<Void> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + PLUGIN))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    private HttpResponse<byte[]> get(String path, String encodings) {
        return raw(secretary.request(path).header("Accept-Encoding", encodings));
    }

    private HttpResponse<byte[]> raw(HttpRequest.Builder request) {
        request.header("Cookie", "JSESSIONID=" + secretary.cookie("JSESSIONID"));
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
