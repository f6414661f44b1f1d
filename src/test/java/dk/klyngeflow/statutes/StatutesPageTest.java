package dk.klyngeflow.statutes;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.members.ClusterFromFile;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.security.Browser;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The statutes of a fresh cluster, written and read by its coordinator. */
@KlyngeflowTest
class StatutesPageTest {

    @LocalServerPort
    int port;

    @Autowired
    StatutesVersions versions;

    @Test
    void everyVersionStaysReadable_contradictionsArePointedOut_andAPaperIsMade() {
        String cluster = new ClusterFromFile(port).isOpened(PaymentMode.PLO);
        Browser coordinator = Browser.loggedIn(port, cluster + "-koordinator", cluster + "-koordinator");
        String page = "/vedtaegter/" + cluster;

        assertThat(coordinator.get(page).body())
                .contains("tilpasses til jeres vedtægter", "Forslag skal være inde 14 dage før", "dage før skal alle");

        assertThat(write(coordinator, page, Map.of("notice_days", "21", "digital_ballot", "true"))
                        .statusCode())
                .isIn(302, 303);
        assertThat(write(coordinator, page, Map.of("notice_days", "28", "election_rule", "ABSOLUTE"))
                        .statusCode())
                .isIn(302, 303);
        assertThat(versions.today(cluster).version()).isEqualTo(2);
        assertThat(versions.version(cluster, 1).notices().noticeDays()).isEqualTo(21);
        assertThat(coordinator.get(page).body())
                .contains("Udgave 1, gælder fra den 7. september 2026", "(gælder nu)")
                .doesNotContain("Forslag skal være inde 14 dage før");

        HttpResponse<String> wrong = write(coordinator, page, Map.of("notice_days", "999", "tie", "FORMANDEN"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("skriv et helt tal fra 1 til 60", "value=\"999\"");
        assertThat(versions.all(cluster)).hasSize(2);

        HttpResponse<String> paper = coordinator.get(page + "/2/udkast.pdf");
        assertThat(paper.body()).startsWith("%PDF");
        assertThat(paper.headers().firstValue("Content-Type")).hasValue("application/pdf");
    }

    private HttpResponse<String> write(Browser browser, String page, Map<String, String> other) {
        Map<String, String> fields = new HashMap<>(
                StatuteFields.all().stream().collect(Collectors.toMap(StatuteField::name, StatuteField::standard)));
        fields.putAll(other);
        fields.put("_csrf", Browser.token(browser.get(page).body()));
        String form = fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("&"));
        return browser.send(browser.request(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }
}
