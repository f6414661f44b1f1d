package dk.klyngeflow.recipes;

import static dk.klyngeflow.recipes.RecipePages.form;
import static dk.klyngeflow.recipes.RecipePages.keys;
import static dk.klyngeflow.recipes.RecipePages.location;
import static dk.klyngeflow.recipes.RecipePages.number;
import static dk.klyngeflow.recipes.RecipePages.post;
import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.engine.NightWatch;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.members.ClusterClosed;
import dk.klyngeflow.security.Browser;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;

/** One cluster tells another what worked, on the pages that its people have. */
@KlyngeflowTest
class RecipesTest {

    @LocalServerPort
    int port;

    @Autowired
    RecipeTown town;

    @Autowired
    Recipes recipes;

    @Autowired
    Meetings meetings;

    @Autowired
    RecipeRetention retention;

    @Autowired
    NightWatch night;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TestClock clock;

    private String one = "";
    private String other = "";

    @BeforeEach
    void twoClusters() {
        clock.reset();
        town.nobodyHasSharedAnything();
        one = town.isOpened("Nordklyngen");
        other = town.isOpened("Sydklyngen");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void aClosedTopicIsSharedReadHeldAgainAndAnswered() {
        Meeting closed = town.hasClosed(one, "Polyfarmaci hos ældre");
        Browser coordinator = coordinator(one);
        String number = number(closed);
        assertThat(coordinator.get("/moeder/" + closed.businessKey()).body()).contains("Skriv mødet som opskrift");
        assertThat(coordinator.get("/opskrifter/" + one).body())
                .contains("Polyfarmaci hos ældre", "Skriv som opskrift");

        String draft = location(post(coordinator, "/opskrifter/" + one + "/af/" + number, Map.of()));
        assertThat(draft).endsWith("/ret");
        assertThat(coordinator.get(draft).body()).contains("Polyfarmaci hos ældre", "16.40  Samtale i små grupper");
        String check = location(post(coordinator, draft, form("Polyfarmaci hos ældre", "Gennemgå listen to gange")));
        assertThat(coordinator.get(check).body()).contains("Vi fandt ingen navne", "Sådan ser de andre den");
        Browser reader = coordinator(other);
        String page = check.replace("/del", "").replace(one, other);
        assertThat(reader.get(page).statusCode()).as("nobody reads a draft").isEqualTo(404);
        assertThat(post(coordinator, check, Map.of("version", "2")).statusCode())
                .isEqualTo(302);

        assertThat(reader.get("/emner/" + other).body())
                .contains("Opskrifter fra andre klynger", "Polyfarmaci hos ældre");
        assertThat(reader.get("/opskrifter/" + other + "?q=gennemg%C3%A5").body())
                .contains("Polyfarmaci hos ældre");
        assertThat(reader.get("/opskrifter/" + other + "?q=diabetes").body()).doesNotContain("Polyfarmaci");
        assertThat(reader.get(page).body())
                .contains("Gennemgå listen to gange", "Hvad undrer dig?", "En anden klynge")
                .doesNotContain("Nordklyngen");

        String begun = location(post(reader, page + "/hold", town.weeks()));
        assertThat(begun).startsWith("/moeder/" + other + "/");
        Meeting meeting =
                meetings.byKey(other, begun.substring("/moeder/".length())).orElseThrow();
        assertThat(meeting.title()).isEqualTo("Polyfarmaci hos ældre");
        assertThat(reader.get("/api/clusters/" + other + "/meetings/" + meeting.meetingId() + "/suggested-topic")
                        .body())
                .contains("\"id\":\"" + meeting.topicId() + "\"");
        assertThat(reader.get(begun).body())
                .contains("Mødet er begyndt efter opskriften")
                .doesNotContain("Fortæl, hvordan");

        meetings.status(other, meeting.meetingId(), MeetingStatus.HELD);
        assertThat(reader.get(begun).body()).contains("Fortæl, hvordan det gik");
        String trial = "/opskrifter/" + other + "/erfaring/" + number(meeting);
        assertThat(reader.get(trial).body()).contains("Hvordan gik det?");
        assertThat(location(post(reader, trial, Map.of("said", "God snak <b>ved</b> bordene", "again", "YES"))))
                .isEqualTo(page);
        assertThat(coordinator.get(page.replace(other, one)).body())
                .contains("God snak &lt;b&gt;ved&lt;/b&gt; bordene", "Vil bruge den igen", "1 af 1 vil bruge den igen");
    }

    @Test
    void aWithdrawnRecipeIsGoneAtOnceAndMeetingsKeepWhatTheyTook() {
        String id = town.hasShared(one, "Polyfarmaci");
        Browser coordinator = coordinator(one);
        Browser reader = coordinator(other);
        String page = "/opskrifter/" + other + "/" + id;
        String begun = location(post(reader, page + "/hold", town.weeks()));
        assertThat(reader.get("/emner/" + other).body()).contains(id);

        assertThat(post(coordinator, "/opskrifter/" + one + "/" + id + "/traek-tilbage", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(reader.get(page).statusCode()).isEqualTo(404);
        assertThat(reader.get("/opskrifter/" + other).body()).doesNotContain(id);
        assertThat(reader.get("/emner/" + other).body()).doesNotContain(id);
        assertThat(post(reader, page + "/hold", town.weeks()).statusCode()).isEqualTo(404);
        assertThat(reader.get(begun).body())
                .contains("som er trukket tilbage siden")
                .doesNotContain(id);
        Meeting meeting =
                meetings.byKey(other, begun.substring("/moeder/".length())).orElseThrow();
        meetings.status(other, meeting.meetingId(), MeetingStatus.HELD);
        assertThat(reader.get(begun).body()).doesNotContain("Fortæl, hvordan det gik");
        assertThat(coordinator.get("/opskrifter/" + one).body()).contains("Trukket tilbage");
    }

    @Test
    void othersReadAndNeverChangeAndMembersDoNotSee() {
        String id = town.hasShared(one, "Polyfarmaci");
        String draft = town.hasDraft(one);
        for (String cluster : List.of(one, other)) {
            String page = "/opskrifter/" + cluster + "/" + id;
            assertThat(Browser.loggedIn(port, cluster + "-sekretaer", cluster + "-sekretaer")
                            .get(page)
                            .statusCode())
                    .isEqualTo(200);
            for (String role : List.of("medlem", "revisor")) {
                Browser outside = Browser.loggedIn(port, cluster + "-" + role, cluster + "-" + role);
                assertThat(outside.get(page).statusCode()).as(role).isEqualTo(403);
                assertThat(outside.get("/opskrifter/" + cluster).statusCode())
                        .as(role)
                        .isEqualTo(403);
            }
        }
        Map<String, String> form = form("Ændret", "Ændret");
        List<Browser> strangers = List.of(coordinator(other), secretary(other), secretary(one));
        for (Browser each : strangers) {
            for (String cluster : List.of(one, other)) {
                for (String recipe : List.of(id, draft)) {
                    String page = "/opskrifter/" + cluster + "/" + recipe;
                    for (String route : List.of("/ret", "/del", "/traek-tilbage", "/slet")) {
                        assertThat(post(each, page + route, form).statusCode())
                                .as(route)
                                .isIn(403, 404);
                    }
                    assertThat(each.get(page + "/ret").statusCode()).isIn(403, 404);
                    assertThat(each.get(page + "/del").statusCode()).isIn(403, 404);
                }
            }
        }
        assertThat(recipes.readBy(other, id)).get().extracting(Recipe::title).isEqualTo("Polyfarmaci");
        assertThat(recipes.ownOne(one, draft)).isPresent();
    }

    @Test
    void whatPeopleWriteIsNeverMarkup() {
        String id = town.hasShared(one, "<script>alert(1)</script>");
        Browser reader = coordinator(other);
        for (String page : List.of("/opskrifter/" + other, "/opskrifter/" + other + "/" + id, "/emner/" + other)) {
            assertThat(reader.get(page).body())
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script>alert");
        }
    }

    @Test
    void theWeeksAreReadAsTheStartFormReadsThem() {
        String page = "/opskrifter/" + other + "/" + town.hasShared(one, "Polyfarmaci");
        Browser reader = coordinator(other);
        HttpResponse<String> refused =
                post(reader, page + "/hold", Map.of("earliestDay", "2020-01-01", "latestDay", "2019-01-01"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Mødet kan tidligst ligge i morgen.", "value=\"2020-01-01\"");
        assertThat(meetings.all(other)).isEmpty();
        assertThat(town.count("topic where cluster_id = ?", other))
                .as("nothing is left of it")
                .isZero();

        location(post(reader, page + "/hold", town.weeks()));
        HttpResponse<String> again = post(reader, page + "/hold", town.weeks());
        assertThat(again.body())
                .contains("I de uger er der allerede et møde i gang", "Ja, der skal være endnu et møde");
        assertThat(meetings.all(other)).hasSize(1);
        Map<String, String> anyway = new HashMap<>(town.weeks());
        anyway.put("another", "YES");
        location(post(reader, page + "/hold", anyway));
        assertThat(meetings.all(other)).hasSize(2);
    }

    @Test
    void whatIsSaidOfItIsLookedThroughToo() {
        String page = "/opskrifter/" + other + "/" + town.hasShared(one, "Polyfarmaci");
        Browser reader = coordinator(other);
        Meeting meeting = meetings.byKey(
                        other,
                        location(post(reader, page + "/hold", town.weeks())).substring("/moeder/".length()))
                .orElseThrow();
        String trial = "/opskrifter/" + other + "/erfaring/" + number(meeting);
        assertThat(reader.get(trial).statusCode())
                .as("nobody is asked before it is held")
                .isEqualTo(404);
        meetings.status(other, meeting.meetingId(), MeetingStatus.HELD);
        assertThat(secretary(other).get(trial).statusCode()).isEqualTo(403);

        Map<String, String> said = new HashMap<>(Map.of("said", "Bo Stenkær var glad", "again", "NO"));
        HttpResponse<String> refused = post(reader, trial, said);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("„Bo Stenkær“ er navnet på en fra klyngen", "Bo Stenkær var glad</textarea>");
        assertThat(reader.get(page).body()).doesNotContain("var glad");
        said.put("ok", String.join("\n", keys(refused.body())));
        said.put("showsCluster", "true");
        location(post(reader, trial, said));
        assertThat(coordinator(one).get(page.replace(other, one)).body())
                .contains("Bo Stenkær var glad", "Sydklyngen · Vil ikke bruge den igen");
        location(post(reader, trial + "/fortryd", Map.of()));
        assertThat(reader.get(page).body()).doesNotContain("var glad");
    }

    @Test
    void whatIsNotOutIsForgottenAfterAYearAndWhatIsOutStays() {
        String out = town.hasShared(one, "Ude");
        String taken = town.hasShared(one, "Taget tilbage");
        String draft = town.hasDraft(one);
        location(post(coordinator(other), "/opskrifter/" + other + "/" + taken + "/hold", town.weeks()));
        recipes.withdraw(one, taken);
        clock.advance(Duration.ofDays(364));
        night.forget(retention);
        assertThat(recipes.own(one)).hasSize(3);
        clock.advance(Duration.ofDays(3));
        night.forget(retention);
        assertThat(recipes.own(one))
                .extracting(Recipe::recipeId)
                .containsExactly(out)
                .doesNotContain(draft);
        assertThat(town.count("recipe_use where cluster_id = ?", other)).isZero();
    }

    @Test
    void aClosedClusterTakesItsRecipesWithIt() {
        String id = town.hasShared(one, "Polyfarmaci");
        events.publishEvent(new ClusterClosed(one));
        assertThat(recipes.readBy(other, id)).isEmpty();
        assertThat(recipes.ownOne(one, id)).get().extracting(Recipe::status).isEqualTo(Recipe.Status.WITHDRAWN);
    }

    private Browser coordinator(String cluster) {
        return RecipePages.coordinator(port, cluster);
    }

    private Browser secretary(String cluster) {
        return Browser.loggedIn(port, cluster + "-sekretaer", cluster + "-sekretaer");
    }
}
