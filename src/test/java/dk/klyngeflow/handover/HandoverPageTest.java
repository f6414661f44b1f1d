package dk.klyngeflow.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.members.ClusterFromFile;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.security.Browser;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is agreed about the post, on the page and on the start page, in a cluster opened from a file. */
@KlyngeflowTest
class HandoverPageTest {

    @LocalServerPort
    int port;

    @Autowired
    CoordinatorStory story;

    @Autowired
    Cases cases;

    private String cluster = "";

    @BeforeEach
    void open() {
        cluster = new ClusterFromFile(port).isOpened(PaymentMode.PLO);
        story.isIn(cluster);
    }

    private Browser as(String role) {
        return Browser.loggedIn(port, cluster + "-" + role, cluster + "-" + role);
    }

    private HttpResponse<String> post(Browser browser, String way, String fields) {
        String token = URLEncoder.encode(Browser.token(browser.get("/").body()), StandardCharsets.UTF_8);
        return browser.submit("/overdragelse/" + cluster + way, fields + "&_csrf=" + token);
    }

    @Test
    void aHandoverIsCancelledWithAReasonAndASecondClickChangesNothing() {
        story.aHandoverIsAgreed("formand", 10);
        String id = story.handover().handoverId();
        Browser coordinator = as("koordinator");

        assertThat(post(coordinator, "/aflys", "handover=" + id + "&reason=").statusCode())
                .isEqualTo(400);
        assertThat(post(as("sekretaer"), "/aflys", "handover=" + id + "&reason=Nej")
                        .statusCode())
                .isEqualTo(403);
        assertThat(story.handover().endedAt()).isNull();

        assertThat(post(coordinator, "/aflys", "handover=" + id + "&reason=Jeg%20bliver")
                        .statusCode())
                .isEqualTo(302);
        assertThat(post(coordinator, "/aflys", "handover=" + id + "&reason=Igen")
                        .statusCode())
                .isEqualTo(302);
        story.dueJobsRun();
        assertThat(story.handover().reason()).isEqualTo("Jeg bliver");
        assertThat(story.mailed("handover-stopped")).containsExactlyInAnyOrder("koordinator", "formand");
    }

    @Test
    void theStartFormWarnsWhileACoordinatorIsElected() {
        String offer = "/api/clusters/" + cluster + "/handovers/offer";
        assertThat(as("koordinator").get(offer).body()).isEqualTo("{\"warning\":\"\"}");
        assertThat(cases.startBy("election.postVacated", cluster, Map.of())).isTrue();
        story.dueJobsRun();
        assertThat(as("koordinator").get(offer).body()).contains("valg").doesNotContain("\"warning\":\"\"");
        assertThat(as("sekretaer").get(offer).statusCode()).isEqualTo(403);
    }

    @Test
    void theClusterKeepsAListOfItsOwnForTheNextHandover() {
        Browser secretary = as("sekretaer");
        assertThat(post(secretary, "/liste", "text=N%C3%B8gle%20til%20skabet&owner=PARTING&text=&owner=BOARD")
                        .statusCode())
                .isEqualTo(302);
        assertThat(secretary.get("/overdragelse/" + cluster).body())
                .contains("Nøgle til skabet")
                .contains("klyngens egen liste");
        assertThat(post(secretary, "/liste", "text=Til%20010203-1234&owner=PARTING")
                        .statusCode())
                .as("no CPR numbers")
                .isEqualTo(400);
        assertThat(post(secretary, "/liste", "text=Noget&owner=NOBODY").statusCode())
                .isEqualTo(400);

        story.aHandoverIsAgreed("formand", 10);
        assertThat(story.items()).extracting(HandoverItem::text).containsExactly("Nøgle til skabet");
        story.waitsFor("handOverPost", "takeOverPost");

        assertThat(post(secretary, "/liste", "standard=ja").statusCode()).isEqualTo(302);
        assertThat(secretary.get("/overdragelse/" + cluster).body()).contains("standardlisten");
        assertThat(story.items()).as("the one under way stays").hasSize(1);
    }

    @Test
    void theEndOfALeaveIsSeenAndMovedByBoth() {
        story.aLeaveIsArranged("formand", 0, 30);
        CoordinatorLeave leave = Objects.requireNonNull(story.leave());
        assertThat(story.coordinator()).isEqualTo("formand");
        for (String role : new String[] {"koordinator", "formand"}) {
            assertThat(as(role).get("/").body()).as(role).contains(leave.days());
        }

        Browser absent = as("koordinator");
        String way = "/orlov/" + leave.leaveId();
        assertThat(post(absent, way, "tilbage=" + story.today().minusDays(1)).statusCode())
                .as("a day that has gone")
                .isEqualTo(400);
        assertThat(post(absent, way, "tilbage=i%20morgen").statusCode()).isEqualTo(400);
        assertThat(post(as("sekretaer"), way, "tilbage=" + story.today().plusDays(3))
                        .statusCode())
                .isEqualTo(404);
        assertThat(post(absent, way, "tilbage=" + story.today()).statusCode()).isEqualTo(302);
        story.dueJobsRun();

        assertThat(story.coordinator()).isEqualTo("koordinator");
        assertThat(story.leave()).isNull();
    }
}
