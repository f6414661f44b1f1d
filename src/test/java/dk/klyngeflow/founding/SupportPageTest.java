package dk.klyngeflow.founding;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.foundings.FoundingStage;
import dk.klyngeflow.members.ClusterFromFile;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.security.Browser;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/** {@code /stoette} and {@code /stiftelser}: what the administrator keeps, what a coordinator reads of it, and how she helps a founder. */
@KlyngeflowTest
class SupportPageTest {

    @LocalServerPort
    int port;

    @Autowired
    FoundingStory story;

    @Autowired
    SupportLists lists;

    private Browser administrator = Browser.anonymous(1);

    @BeforeEach
    void logIn() {
        administrator = Browser.loggedIn(port, "admin", "admin");
    }

    @Test
    void theListIsKeptWithDates_andWhatIsNotKnownIsSaid() {
        assertThat(read(administrator, "/stoette")).contains("Endnu ikke kendt her for Region Sjælland");
        HttpResponse<String> wrong =
                post("/stoette", "region=Region+Sj%C3%A6lland&slags=COURSE&hvad=&hvordan=&dag=engang");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(lists.lines("Region Sjælland")).isEmpty();

        post(
                "/stoette",
                "region=Region+Sj%C3%A6lland&slags=COURSE&hvad=Kursus+for+nye&hvordan=kursus@example.org&dag=");
        assertThat(read(administrator, "/stoette"))
                .contains("Kursus for nye, kursus@example.org (dato ikke kendt)")
                .contains("Endnu ikke kendt her for Region Sjælland: regionens konsulenter, netværk,");
        SupportEntry entry = lists.of("Region Sjælland").get(0);
        post("/stoette/fjern", "linje=" + entry.supportEntryId());
        assertThat(lists.of("Region Sjælland")).isEmpty();
    }

    @Test
    void aCoordinatorReadsHerRegionOnly_andKeepsNothing() {
        String cluster = new ClusterFromFile(port).isOpened(PaymentMode.PLO);
        Browser coordinator = Browser.loggedIn(port, cluster + "-koordinator", cluster + "-koordinator");
        assertThat(read(coordinator, "/stoette")).contains("Støtte og netværk").doesNotContain("Tilføj");
        assertThat(coordinator.get("/stiftelser").statusCode()).isEqualTo(403);
    }

    @Test
    void theAdministratorSeesHowFarItIs_sendsTheLinkAnew_andGivesItUp() {
        story.isUnderWay();
        story.lists(3);
        assertThat(read(administrator, "/stiftelser")).contains(story.name(), "Praksis bliver spurgt", "1 af 4 er med");
        post("/stiftelser/" + story.cluster() + "/link", "");
        assertThat(story.mails("founding-founder", story.person(0)))
                .anyMatch(mail -> mail.contains("det gamle virker ikke længere"));
        post("/stiftelser/" + story.cluster() + "/opgiv", "");
        story.dueJobsRun();
        assertThat(story.stage()).isEqualTo(FoundingStage.GIVEN_UP);
        assertThat(read(administrator, "/stiftelser")).contains("Stiftelsen er opgivet");
    }

    private static String read(Browser browser, String path) {
        return HtmlUtils.htmlUnescape(browser.get(path).body());
    }

    private HttpResponse<String> post(String path, String form) {
        String token =
                URLEncoder.encode(Browser.token(administrator.get("/stoette").body()), StandardCharsets.UTF_8);
        return administrator.submit(path, form + "&_csrf=" + token);
    }
}
