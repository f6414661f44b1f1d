package dk.klyngeflow.founding;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.security.Browser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What members can do with their links to the questions and the draft, over HTTP as a browser does; and who may see and stop the case. */
@KlyngeflowTest
class ModelLinksTest {

    @LocalServerPort
    int port;

    @Autowired
    LocalModelStory story;

    @Autowired
    Links links;

    @Autowired
    TestClock clock;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private String member = "";
    private String code = "";

    @BeforeEach
    void asked() {
        story.aCluster();
        story.asksTheMembers();
        member = story.members().get(0);
        code = code(member, "model-questionnaire", story.round().id());
    }

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
        clock.reset();
    }

    @Test
    void sheAnswersTwiceChangesItAndItCountsOnce() {
        assertThat(post("/svar", "code", code).body())
                .contains("Hvor mange møder skal vi holde om året?")
                .doesNotContain("checked=");
        int silent = story.round().asking().silent();
        assertThat(send("meetings", "4", "weekdays", "mandag", "weekdays", "onsdag")
                        .body())
                .contains("Tak for dine svar");
        assertThat(send("meetings", "4", "weekdays", "mandag", "weekdays", "onsdag")
                        .body())
                .contains("Dit svar er uændret");
        assertThat(send("meetings", "6").body()).contains("Tak for dine svar");
        assertThat(story.round().asking().silent()).isEqualTo(silent - 1);
        String again = post("/svar", "code", code).body();
        assertThat(again.split("checked=", -1)).as("only the six meetings").hasSize(2);
    }

    /** What a mail scanner does that presses every button it finds. */
    @Test
    void pressingTheButtonAloneIsNoAnswer() {
        assertThat(send().body()).contains("Vælg eller skriv noget først.");
        assertThat(send("meetings", "17").body()).contains("Vælg et af svarene.");
        assertThat(story.round().asking().silent()).isEqualTo(21);
    }

    @Test
    void tooLateIsToldAndNothingIsKept() {
        clock.advance(Duration.ofDays(15));
        HttpResponse<String> late = send("meetings", "4");
        assertThat(late.body()).contains("Svarene er samlet ind");
        assertThat(story.round().asking().silent()).isEqualTo(21);
    }

    @Test
    void theLinkOfOneWhoHasLeftIsDead() {
        assertThat(post("/svar", "code", code).statusCode()).isEqualTo(200);
        story.leaves(member);
        assertThat(post("/svar", "code", code).statusCode()).isEqualTo(404);
        assertThat(send("meetings", "4").statusCode()).isEqualTo(404);
    }

    @Test
    void allAnswerAtOnceAndTheCaseGoesOnOnce() {
        List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
        for (String each : story.members()) {
            String hers = code(each, "model-questionnaire", story.round().id());
            sent.add(client.sendAsync(
                    form("/svar/send", "code", hers, "meetings", "4").build(), HttpResponse.BodyHandlers.ofString()));
        }
        assertThat(sent.stream().map(CompletableFuture::join).map(HttpResponse::body))
                .allSatisfy(body -> assertThat(body).contains("Tak for dine svar"));
        story.dueJobsRun();
        story.waitsFor("draftModel");
        assertThat(story.round().asking().silent()).isZero();
    }

    @Test
    void whoWorksForTheClusterSeesIt_andOnlyCoordinatorAndSecretaryStopIt() {
        String page = "/lokalmodel/" + story.cluster();
        for (String role : List.of("koordinator", "sekretaer", "formand", "revisor")) {
            assertThat(as(role).send("GET", page, "").statusCode()).as(role).isEqualTo(200);
        }
        String stop = page + "/1/opgiv";
        for (String role : List.of("formand", "revisor")) {
            assertThat(as(role).send("POST", stop, "").statusCode()).as(role).isEqualTo(403);
        }
        assertThat(as("koordinator")
                        .send("GET", "/api/clusters/" + story.cluster() + "/local-model/1", "")
                        .body())
                .contains("Ingen har svaret.");
        assertThat(as("revisor")
                        .send("GET", "/api/clusters/" + story.cluster() + "/local-model/1", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(as("koordinator")
                        .send("GET", "/api/clusters/" + story.cluster() + "/local-model/99", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(story.isUnderWay()).isTrue();
    }

    @Test
    void whatAMemberSaysOnTheTelephoneIsNotedForHer_andWhatSheSaysHerselfCountsMore() {
        Browser secretary = as("sekretaer");
        int silent = story.round().asking().silent();
        assertThat(secretary.get("/lokalmodel/" + story.cluster()).body())
                .contains("Notér et svar, du har fået i telefonen");

        String refused =
                phoned(secretary, "meetings", "5", "weekdays", "onsdag").body();
        assertThat(refused)
                .as("what was typed is still there, and the form is open")
                .contains("Vælg et medlem, der ikke har svaret endnu")
                .containsPattern("<details class=\"panel\" open=\"open\">\\s*<summary>Notér et svar")
                .containsPattern("name=\"meetings\" value=\"5\" checked=\"checked\"")
                .containsPattern("name=\"weekdays\" value=\"onsdag\" checked=\"checked\"");
        assertThat(phoned(secretary, "hvem", member).body())
                .contains("Vælg mindst ét svar.")
                .containsPattern("value=\"" + member + "\" selected=\"selected\"");
        assertThat(story.round().asking().silent()).isEqualTo(silent);

        phoned(secretary, "hvem", member, "meetings", "5");
        assertThat(story.round().asking().silent()).isEqualTo(silent - 1);
        assertThat(post("/svar", "code", code).body())
                .as("she sees it as her own")
                .containsPattern("value=\"5\"[^>]*checked");
        send("meetings", "3");
        assertThat(phoned(secretary, "hvem", member, "meetings", "6").statusCode())
                .as("she has said it herself")
                .isEqualTo(400);
        assertThat(post("/svar", "code", code).body()).containsPattern("value=\"3\"[^>]*checked");
        assertThat(phoned(as("formand"), "hvem", member, "meetings", "6").statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> phoned(Browser browser, String... namesAndValues) {
        String page = "/lokalmodel/" + story.cluster();
        StringBuilder form = new StringBuilder(
                "_csrf=" + URLEncoder.encode(Browser.token(browser.get(page).body()), StandardCharsets.UTF_8));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append('&')
                    .append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return browser.submit(page + "/1/svar", form.toString());
    }

    private Browser as(String role) {
        return Browser.loggedIn(port, story.person(role), story.person(role));
    }

    private String code(String person, String purpose, String subject) {
        String url = links.url(story.cluster(), links.of(story.cluster(), purpose, subject, person))
                .orElseThrow();
        return url.substring(url.indexOf('#') + 1);
    }

    private HttpResponse<String> send(String... namesAndValues) {
        List<String> all = new ArrayList<>(List.of("code", code));
        all.addAll(List.of(namesAndValues));
        return post("/svar/send", all.toArray(String[]::new));
    }

    private HttpResponse<String> post(String path, String... namesAndValues) {
        try {
            return client.send(form(path, namesAndValues).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder form(String path, String... namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8))
                    .append('&');
        }
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "null")
                .header("Sec-Fetch-Site", "same-origin")
                .header(
                        "X-Forwarded-For",
                        "198.51.100." + (1 + Math.floorMod(story.cluster().hashCode(), 250)))
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()));
    }
}
