package dk.klyngeflow.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.calendar.CalendarFeeds;
import dk.klyngeflow.members.ClusterFromFile;
import dk.klyngeflow.members.Duties;
import dk.klyngeflow.members.Duty;
import dk.klyngeflow.members.Mandates;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.security.Role;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Over HTTP, with the session that she had as coordinator: from the day on whoever has handed over sees and may what any other member
 * does, and the new one what she could.
 */
@KlyngeflowTest
class PredecessorTest {

    private static final String WEB = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    CoordinatorStory story;

    @Autowired
    Duties duties;

    @Autowired
    Mandates mandates;

    @Autowired
    CalendarFeeds feeds;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private String cluster = "";

    @BeforeEach
    void aCluster() {
        ClusterFromFile file = new ClusterFromFile(port);
        cluster = file.isOpened(PaymentMode.PLO);
        file.password(cluster + "-m5");
        file.password(cluster + "-m6");
        story.isIn(cluster);
    }

    private Browser as(String role) {
        return Browser.loggedIn(port, cluster + "-" + role, cluster + "-" + role);
    }

    private void theHandoverIsCarriedOut() {
        story.aHandoverIsAgreed("m6", 2);
        story.theCoordinatorHasATask();
        story.handsOver("");
        story.confirms("m6", "takeOverPost");
        story.daysPass(2);
        assertThat(story.coordinator()).isEqualTo("m6");
    }

    @Test
    void sheKeepsWhatAnyMemberHasAndTheNewOneHasWhatSheHad() {
        Browser old = as("koordinator");
        Map<String, String> before = answers(old);
        Map<String, String> ofAMember = answers(as("m5"));
        assertThat(before).as("a coordinator has more").isNotEqualTo(ofAMember);

        theHandoverIsCarriedOut();

        assertThat(answers(old)).as("in the session that she had").isEqualTo(answers(as("m5")));
        assertThat(answers(as("koordinator"))).as("logged in anew").isEqualTo(answers(as("m5")));
        assertThat(answers(as("m6"))).isEqualTo(before);
    }

    @Test
    void herTasksAreTheNewOnesInTasklistAndByAProgram() {
        Browser old = as("koordinator");
        theHandoverIsCarriedOut();
        String task = story.taskId("planMeeting");

        assertThat(story.assignee("planMeeting")).isEqualTo("m6");
        assertThat(seen(as("m6"))).contains(task);
        for (Browser door : List.of(
                old, as("koordinator"), Browser.basic(port, cluster + "-koordinator", cluster + "-koordinator"))) {
            assertThat(seen(door)).doesNotContain(task);
            assertThat(door.send("POST", WEB + "/task/" + task + "/complete", "{}")
                            .statusCode())
                    .isIn(401, 403, 404);
            assertThat(door.send(
                                    "POST",
                                    WEB + "/task/" + task + "/assignee",
                                    "{\"userId\":\"" + cluster + "-koordinator\"}")
                            .statusCode())
                    .isIn(401, 403, 404);
        }
        assertThat(story.assignee("planMeeting")).isEqualTo("m6");
    }

    @Test
    void everyDutyOfThePostMovesWithIt_andWhatWasMovedFromItIsTheNewOnesToTakeBack() {
        List<Duty> hers = duties.all().stream()
                .filter(duty -> duty.role() == Role.COORDINATOR)
                .toList();
        assertThat(hers).hasSizeGreaterThan(5);
        Duty given = duties.get("checkInvoice");
        mandates.change(cluster, given, cluster + "-kasserer", cluster + "-koordinator");
        for (Duty duty : hers) {
            assertThat(mandates.holders(cluster, duty.id())).as(duty.id()).isEqualTo(Set.of(cluster + "-koordinator"));
        }

        theHandoverIsCarriedOut();

        for (Duty duty : hers) {
            assertThat(mandates.holders(cluster, duty.id())).as(duty.id()).isEqualTo(Set.of(cluster + "-m6"));
        }
        assertThat(mandates.movedTo(cluster, given.id()))
                .as("whom the cluster trusts with a duty keeps it")
                .contains(cluster + "-kasserer");
        String route = "/api/clusters/" + cluster + "/duties";
        assertThat(as("koordinator").get(route).statusCode()).isEqualTo(403);
        assertThat(as("m6").get(route).statusCode()).isEqualTo(200);
    }

    @Test
    void aDutyThatWasMovedToTheOneWhoseOfficeEndsGoesBack() {
        Duty given = duties.get("checkInvoice");
        mandates.change(cluster, given, cluster + "-kasserer", cluster + "-koordinator");
        story.leaves("kasserer");

        assertThat(mandates.movedTo(cluster, given.id())).isEmpty();
        assertThat(mandates.holders(cluster, given.id())).isEqualTo(Set.of(cluster + "-sekretaer"));
    }

    @Test
    void bothKeepTheMeetingsInTheirCalendars() {
        String hers = feeds.url(cluster, cluster + "-koordinator");
        String next = feeds.url(cluster, cluster + "-m6");
        theHandoverIsCarriedOut();

        for (String feed : List.of(hers, next)) {
            HttpResponse<String> calendar = Browser.anonymous(port).get(feed.substring(feed.indexOf("/kalender")));
            assertThat(calendar.statusCode()).isEqualTo(200);
            assertThat(calendar.body()).contains("BEGIN:VCALENDAR").doesNotContain("opgave", "Godkend");
        }
    }

    /** By page and route of the cluster, what she is answered; of lists also how many are hers. */
    private Map<String, String> answers(Browser browser) {
        Map<String, String> answers = new TreeMap<>();
        for (String path : pages()) {
            answers.put(
                    path,
                    String.valueOf(
                            browser.get(path.replace("{cluster}", cluster)).statusCode()));
        }
        for (String list : List.of("/task/count", "/process-instance/count", "/process-definition/count", "/filter")) {
            answers.put(list, String.valueOf(browser.get(WEB + list).statusCode()));
        }
        answers.put("rest", String.valueOf(browser.get("/engine-rest/task").statusCode()));
        answers.put(
                "tasklist",
                String.valueOf(browser.get("/camunda/app/tasklist/default/").statusCode()));
        return answers;
    }

    private Set<String> pages() {
        Set<String> pages = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(path -> path.contains("{cluster}")
                        && !path.replace("{cluster}", "").contains("{"))
                .forEach(pages::add);
        assertThat(pages).hasSizeGreaterThan(12);
        return pages;
    }

    private static String seen(Browser browser) {
        return browser.send("POST", WEB + "/task?maxResults=50", "{}").body();
    }
}
