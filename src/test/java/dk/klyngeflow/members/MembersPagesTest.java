package dk.klyngeflow.members;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.security.TwoClusters;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@KlyngeflowTest
class MembersPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    TwoClusters clusters;

    @Autowired
    ClusterSettings settings;

    @Autowired
    Clusters register;

    @Autowired
    CopenhagenTime time;

    private Browser admin;

    @BeforeEach
    void open() {
        clusters.open();
        admin = Browser.loggedIn(port, "admin", "admin");
    }

    @Test
    void theAdministratorChangesASettingFromADay() {
        HttpResponse<String> page = admin.get("/indstillinger/two");
        assertThat(page.body()).contains("Prøver", "Prøvegrænse", "value=\"3.000,00\"");
        String later = time.today().plusDays(10).toString();
        HttpResponse<String> saved = post(
                admin,
                page.body(),
                "/indstillinger/two",
                "probe.limit=4.500,50&probe.days=3&probe.flag=true&gaelderFra=" + later);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
        assertThat(settings.get("two", ProbeSettings.LIMIT)).isEqualTo(300_000);
        assertThat(settings.get("two", ProbeSettings.LIMIT, time.today().plusDays(10)))
                .isEqualTo(450_050);
        assertThat(admin.get("/indstillinger/two").body()).contains("4.500,50 fra");
    }

    @Test
    void whatIsTypedMustBeOfItsKind() {
        String page = admin.get("/indstillinger/one").body();
        for (String wrong : java.util.List.of(
                "invoices.ploMail=plo%40nowhere",
                "invoices.ploMail=a%40b.dk%0D%0ABcc%3A+x%40y.dk",
                "meetings.minutes=9999",
                "meetings.fewest=-1",
                "datePolls.hour=25.99",
                "datePolls.weekdays=ugedag",
                "gaelderFra=2026-02-30",
                "invoices.boardLimit=99999999999999",
                "meetings.welcome=%00")) {
            HttpResponse<String> answer = post(admin, page, "/indstillinger/one", wrong + "&probe.flag=true");
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(answer.body()).as(wrong).contains("Noget skal rettes");
        }
        assertThat(post(admin, page, "/indstillinger/one", "invoices.ploMail=plo%40nowhere&probe.flag=true")
                        .body())
                .contains("Skriv én mailadresse som navn@klynge.dk", "value=\"plo@nowhere\"");
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsSaved() {
        String page = admin.get("/indstillinger/one").body();
        HttpResponse<String> answer =
                post(admin, page, "/indstillinger/one", "probe.limit=mange&probe.days=-4&probe.flag=true");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("er ikke et beløb", "Skriv et helt tal", "value=\"mange\"");
        assertThat(settings.get("one", ProbeSettings.LIMIT)).isEqualTo(300_000);
        assertThat(settings.get("one", ProbeSettings.FLAG)).isTrue();
    }

    @Test
    void theCoordinatorReadsAndOthersDoNot() {
        Browser coordinator = Browser.loggedIn(port, "one-coordinator", "one-coordinator");
        HttpResponse<String> page = coordinator.get("/indstillinger/one");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("Gem indstillingerne");
        assertThat(coordinator.get("/indstillinger/two").statusCode()).isEqualTo(404);
        assertThat(coordinator.get("/indstillinger/nowhere").statusCode()).isEqualTo(404);
        assertThat(Browser.loggedIn(port, "one-secretary", "one-secretary")
                        .get("/indstillinger/one")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aClusterIsOpenedFromAFileAndItsPeopleAreInIt() {
        String file = """
                klynge;csvklyngen;Klynge Fil;k@fil.example;Region Nord;PLO;;
                praksis;654321;Lægehuset;2000
                person;fil-anne;Anne Æble;anne@fil.example;koordinator+medlem;654321
                person;fil-clara;Clara Lund;clara@fil.example;sekretær;
                """;
        HttpResponse<String> answer = send(admin, file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).contains("csvklyngen");
        assertThat(register.find("csvklyngen")).isPresent();
        HttpResponse<String> again = send(admin, file);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("Der er allerede en klynge med id csvklyngen.");
        HttpResponse<String> taken =
                send(admin, file.replace("csvklyngen", "csvto").replace("anne@fil.example", "en-anden@fil.example"));
        assertThat(taken.body()).contains("Bruger-id'et fil-anne er i brug af en anden.");
        assertThat(register.find("csvto")).isEmpty();
        assertThat(send(Browser.loggedIn(port, "one-coordinator", "one-coordinator"), file)
                        .statusCode())
                .isEqualTo(403);
    }

    private static HttpResponse<String> send(Browser browser, String file) {
        return browser.send(browser.request("/api/clusters")
                .header("Content-Type", "text/csv")
                .header("X-Requested-With", "x")
                .POST(HttpRequest.BodyPublishers.ofString(file)));
    }

    private static HttpResponse<String> post(Browser browser, String page, String path, String fields) {
        String token = URLEncoder.encode(Browser.token(page), StandardCharsets.UTF_8);
        return browser.submit(path, fields + "&_csrf=" + token);
    }
}
