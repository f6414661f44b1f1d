package dk.klyngeflow.recipes;

import static dk.klyngeflow.recipes.RecipePages.form;
import static dk.klyngeflow.recipes.RecipePages.location;
import static dk.klyngeflow.recipes.RecipePages.number;
import static dk.klyngeflow.recipes.RecipePages.post;
import static dk.klyngeflow.recipes.RecipePages.sent;
import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.AtOnce;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.documents.SmallPdf;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.security.Browser;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several send at the same second, press twice, or send a page that stood open while the recipe changed. */
@KlyngeflowTest
class RecipesAtOnceTest {

    private static final int OFTEN = 5;

    @LocalServerPort
    int port;

    @Autowired
    RecipeTown town;

    @Autowired
    Recipes recipes;

    @Autowired
    RecipeDrafts drafts;

    @Autowired
    RecipeMaterials materials;

    @Autowired
    RecipeMeasures measures;

    @Autowired
    Meetings meetings;

    @Autowired
    JdbcClient jdbc;

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

    // made and changed

    @RepeatedTest(OFTEN)
    void aTopicHasOneRecipeHoweverOftenTheButtonIsPressed() throws Exception {
        Meeting closed = town.hasClosed(one, "Polyfarmaci");
        town.paper(closed, "Oplaeg.pdf", SmallPdf.saying("Gennemgang af medicin"));
        String begin = "/opskrifter/" + one + "/af/" + number(closed);
        Browser first = coordinator(one);
        Browser second = coordinator(one);
        List<HttpResponse<String>> both =
                atOnce(() -> post(first, begin, Map.of()), () -> post(second, begin, Map.of()));

        assertThat(location(both.get(0))).isEqualTo(location(both.get(1)));
        assertThat(recipes.own(one)).hasSize(1);
        assertThat(materials.of(recipes.own(one).get(0))).hasSize(1);
    }

    /** The page of the meeting stood open, its button still says that there is none. */
    @Test
    void whatIsOutGetsNothingMoreFromAnOldPage() {
        Meeting closed = town.hasClosed(one, "Opioider");
        String id = drafts.begin(closed, one + "-koordinator");
        drafts.publish(recipes.ownOne(one, id).orElseThrow(), 1, List.of(), one + "-koordinator");
        town.hasMeasured(closed, "Opioider ved Karen Holmgård", "recepter", "alle");
        town.paper(closed, "Karens oplaeg.pdf", SmallPdf.saying("Skrevet af Karen Holmgaard"));

        location(post(coordinator(one), "/opskrifter/" + one + "/af/" + number(closed), Map.of()));

        Recipe out = recipes.ownOne(one, id).orElseThrow();
        assertThat(measures.of(out)).isEmpty();
        assertThat(materials.of(out)).isEmpty();
    }

    @RepeatedTest(OFTEN)
    void ofTwoWhoSaveAtOnceOneIsToldAndNothingIsLostUnseen() throws Exception {
        String edit = draft() + "/ret";
        Browser first = coordinator(one);
        Browser second = coordinator(one);
        Map<String, String> mine = with(form("Mit emne", "Vi ringer"), "version", "1");
        Map<String, String> hers = with(form("Hendes emne", "Vi skriver"), "version", "1");
        List<HttpResponse<String>> both = atOnce(() -> post(first, edit, mine), () -> post(second, edit, hers));

        assertThat(both).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(302, 400);
        boolean isMineKept = both.get(0).statusCode() == 302;
        String refused = both.get(isMineKept ? 1 : 0).body();
        assertThat(refused)
                .contains(RecipeDrafts.STALE, isMineKept ? "Hendes emne" : "Mit emne", "name=\"version\" value=\"2\"");
        assertThat(recipes.own(one)).extracting(Recipe::title).containsExactly(isMineKept ? "Mit emne" : "Hendes emne");
        location(post(isMineKept ? second : first, edit, with(isMineKept ? hers : mine, "version", "2")));
        assertThat(recipes.own(one)).extracting(Recipe::title).containsExactly(isMineKept ? "Hendes emne" : "Mit emne");
    }

    @RepeatedTest(OFTEN)
    void theSameSavedTwiceIsSavedOnceAlsoWithAFile() throws Exception {
        String page = draft();
        Browser first = coordinator(one);
        Browser second = coordinator(one);
        Map<String, String> form = with(form("Opioider", "Vi ringer"), "version", "1");
        List<HttpResponse<String>> saved =
                atOnce(() -> post(first, page + "/ret", form), () -> post(second, page + "/ret", form));
        assertThat(saved).extracting(RecipePages::location).containsOnly(page + "/del");
        assertThat(recipes.own(one)).extracting(Recipe::version).containsExactly(2);

        byte[] slides = SmallPdf.saying("Dias om opioider");
        Map<String, String> again = with(form, "version", "2");
        List<HttpResponse<String>> laid = atOnce(
                () -> RecipePages.upload(first, page, again, "dias.pdf", slides),
                () -> RecipePages.upload(second, page, again, "dias.pdf", slides));
        assertThat(laid).extracting(HttpResponse::statusCode).containsOnly(302);
        assertThat(materials.of(recipes.own(one).get(0))).hasSize(1);
    }

    /** Being told of an error of her own has not told her of another's text. */
    @Test
    void anErrorOfHersDoesNotHideWhatAnotherHasWritten() {
        String edit = draft() + "/ret";
        Browser coordinator = coordinator(one);
        location(post(coordinator, edit, with(form("Ny", "Nyt"), "version", "1")));
        String wrong = post(coordinator, edit, with(with(form("Gammel", "Gammelt"), "title", ""), "version", "1"))
                .body();
        assertThat(wrong).contains("name=\"version\" value=\"1\"");
        assertThat(post(coordinator, edit, with(form("Gammel", "Gammelt"), "version", "1"))
                        .body())
                .contains(RecipeDrafts.STALE);
        assertThat(recipes.own(one)).extracting(Recipe::title).containsExactly("Ny");
    }

    // let out and taken back

    @RepeatedTest(OFTEN)
    void pressedTwiceItIsOutOnceAndWithdrawnTwiceItIsGone() throws Exception {
        String page = draft();
        Browser first = coordinator(one);
        Browser second = coordinator(one);
        List<HttpResponse<String>> out = atOnce(
                () -> post(first, page + "/del", sent("1", List.of())),
                () -> post(second, page + "/del", sent("1", List.of())));
        assertThat(out).extracting(RecipePages::location).containsOnly(page);
        assertThat(recipes.own(one)).extracting(Recipe::status).containsExactly(Recipe.Status.PUBLISHED);

        List<HttpResponse<String>> back = atOnce(
                () -> post(first, page + "/traek-tilbage", Map.of()),
                () -> post(second, page + "/traek-tilbage", Map.of()));
        assertThat(back).extracting(RecipePages::location).containsOnly(page);
        assertThat(recipes.own(one)).extracting(Recipe::status).containsExactly(Recipe.Status.WITHDRAWN);
    }

    @RepeatedTest(OFTEN)
    void whatAnotherChangesInTheSameSecondIsNotLetOutUnread() throws Exception {
        String page = draft();
        Browser first = coordinator(one);
        Browser second = coordinator(one);
        Map<String, String> named = with(form("Opioider", "Karen Holmgård ringer til alle"), "version", "1");
        List<HttpResponse<String>> both = atOnce(
                () -> post(first, page + "/del", sent("1", List.of())), () -> post(second, page + "/ret", named));

        Recipe now = recipes.own(one).get(0);
        assertThat(both).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(302, 400);
        assertThat(now.isPublished() && now.text().agreed().contains("Karen"))
                .as("%s", both.get(0).body())
                .isFalse();
    }

    /** A tab in which she has ticked everything stands open when it is withdrawn, by her or by an administrator. */
    @Test
    void whatWasConfirmedBeforeAWithdrawalIsConfirmedAnew() {
        String page = draft();
        Browser coordinator = coordinator(one);
        location(post(coordinator, page + "/del", sent("1", List.of())));
        location(post(coordinator, page + "/traek-tilbage", Map.of()));

        HttpResponse<String> old = post(coordinator, page + "/del", sent("1", List.of()));

        assertThat(old.statusCode()).isEqualTo(400);
        assertThat(old.body()).contains("Se den igennem igen", "name=\"version\" value=\"2\"");
        assertThat(recipes.own(one)).extracting(Recipe::status).containsExactly(Recipe.Status.WITHDRAWN);
        location(post(coordinator, page + "/del", sent("2", List.of())));
        assertThat(recipes.own(one)).extracting(Recipe::status).containsExactly(Recipe.Status.PUBLISHED);
        recipes.withdrawAll(one);
        assertThat(post(coordinator, page + "/del", sent("2", List.of())).statusCode())
                .as("nor after the cluster's were all withdrawn")
                .isEqualTo(400);
    }

    // held by others

    @RepeatedTest(OFTEN)
    void pressedTwiceThereIsOneMeeting() throws Exception {
        String hold = "/opskrifter/" + other + "/" + town.hasShared(one, "Polyfarmaci") + "/hold";
        Browser first = coordinator(other);
        Browser second = Browser.loggedIn(port, other + "-sekretaer", other + "-sekretaer");
        List<HttpResponse<String>> both =
                atOnce(() -> post(first, hold, town.weeks()), () -> post(second, hold, town.weeks()));

        assertThat(both).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(302, 400);
        assertThat(both)
                .filteredOn(each -> each.statusCode() == 400)
                .extracting(HttpResponse::body)
                .allMatch(body -> body.contains("er der allerede et møde i gang"));
        assertThat(meetings.all(other)).hasSize(1);
        assertThat(town.count("recipe_use where cluster_id = ?", other)).isEqualTo(1);
        assertThat(town.count("topic where cluster_id = ?", other)).isEqualTo(1);
    }

    /** Either all of it is taken, or the recipe is gone and there is no meeting. */
    @RepeatedTest(OFTEN)
    void aMeetingThatBeginsWhileItIsWithdrawnIsWholeOrIsNot() throws Exception {
        Meeting closed = town.hasClosed(one, "Polyfarmaci");
        town.paper(closed, "Oplaeg.pdf", SmallPdf.saying("Gennemgang af medicin"));
        String by = one + "-koordinator";
        String id = drafts.begin(closed, by);
        Recipe draft = recipes.ownOne(one, id).orElseThrow();
        materials.share(draft, List.of(materials.of(draft).get(0).documentId()));
        drafts.publish(draft, 1, List.of(), by);
        Browser reader = coordinator(other);
        Browser owner = coordinator(one);
        List<HttpResponse<String>> both = atOnce(
                () -> post(reader, "/opskrifter/" + other + "/" + id + "/hold", with(town.weeks(), "version", "1")),
                () -> {
                    post(owner, "/opskrifter/" + one + "/" + id + "/traek-tilbage", Map.of());
                    return post(owner, "/opskrifter/" + one + "/" + id + "/slet", Map.of());
                });

        assertThat(both.get(1).statusCode()).isEqualTo(302);
        if (both.get(0).statusCode() == 302) {
            assertThat(reader.get(location(both.get(0))).body()).contains("Oplaeg.pdf");
        } else {
            assertThat(both.get(0).statusCode()).isEqualTo(404);
            assertThat(both.get(0).body()).contains("eller den er trukket tilbage");
            assertThat(meetings.all(other)).isEmpty();
            assertThat(town.count("topic where cluster_id = ?", other)).isZero();
        }
    }

    /** It was withdrawn, changed and shared again while she stood on its page. */
    @Test
    void aMeetingFollowsTheTextThatWasRead() {
        String id = town.hasShared(one, "Polyfarmaci");
        String own = "/opskrifter/" + one + "/" + id;
        String page = "/opskrifter/" + other + "/" + id;
        Browser owner = coordinator(one);
        Browser reader = coordinator(other);
        location(post(owner, own + "/traek-tilbage", Map.of()));
        assertThat(post(reader, page + "/hold", with(town.weeks(), "version", "1"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(reader.get(page).body()).contains("eller den er trukket tilbage");
        location(post(owner, own + "/ret", with(form("Polyfarmaci i to trin", "Nyt"), "version", "2")));
        location(post(owner, own + "/del", sent("3", List.of())));

        HttpResponse<String> old = post(reader, page + "/hold", with(town.weeks(), "version", "1"));

        assertThat(old.statusCode()).isEqualTo(400);
        assertThat(old.body())
                .contains("Opskriften er rettet, siden du åbnede siden", "Polyfarmaci i to trin", "value=\"3\"");
        assertThat(meetings.all(other)).isEmpty();
        location(post(reader, page + "/hold", with(town.weeks(), "version", "3")));
        assertThat(meetings.all(other)).extracting(Meeting::title).containsExactly("Polyfarmaci i to trin");
    }

    // how it went

    @RepeatedTest(OFTEN)
    void ofTwoWhoTellAtOnceOneIsToldAndTheSameTwiceIsSaidOnce() throws Exception {
        String id = town.hasShared(one, "Polyfarmaci");
        String trial = held(id);
        Browser first = coordinator(other);
        Browser second = coordinator(other);
        Map<String, String> good = Map.of("said", "God snak ved bordene", "again", "YES");
        Map<String, String> bad = Map.of("said", "Tiden var for kort", "again", "NO");
        List<HttpResponse<String>> both = atOnce(() -> post(first, trial, good), () -> post(second, trial, bad));

        assertThat(both).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(302, 400);
        boolean isGood = both.get(0).statusCode() == 302;
        assertThat(both.get(isGood ? 1 : 0).body())
                .contains(RecipeTrials.STALE, isGood ? "Tiden var for kort" : "God snak ved bordene");
        assertThat(said(id)).containsExactly(isGood ? "God snak ved bordene" : "Tiden var for kort");
        Map<String, String> kept = isGood ? good : bad;
        List<HttpResponse<String>> again = atOnce(() -> post(first, trial, kept), () -> post(second, trial, kept));
        assertThat(again).extracting(HttpResponse::statusCode).containsOnly(302);
        assertThat(said(id)).hasSize(1);
    }

    @Test
    void anOldPageNeitherOverwritesWhatWasSaidNorSaysItAgain() {
        String id = town.hasShared(one, "Polyfarmaci");
        String trial = held(id);
        Browser coordinator = coordinator(other);
        location(post(coordinator, trial, Map.of("said", "God snak", "again", "YES")));
        String mark = mark(coordinator.get(trial).body());
        clock.advance(Duration.ofMinutes(1));
        location(post(coordinator, trial, Map.of("said", "Bedre snak", "again", "YES", "seen", mark)));

        HttpResponse<String> old = post(coordinator, trial, Map.of("said", "Dårlig snak", "again", "NO", "seen", mark));
        assertThat(old.statusCode()).isEqualTo(400);
        assertThat(old.body()).contains(RecipeTrials.STALE);
        assertThat(said(id)).containsExactly("Bedre snak");
        location(post(coordinator, trial, Map.of("said", "Dårlig snak", "again", "NO", "seen", mark(old.body()))));
        assertThat(said(id)).containsExactly("Dårlig snak");

        String before = mark(coordinator.get(trial).body());
        location(post(coordinator, trial + "/fortryd", Map.of()));
        assertThat(post(coordinator, trial, Map.of("said", "Igen", "again", "YES", "seen", before))
                        .statusCode())
                .as("it was taken back since")
                .isEqualTo(400);
        assertThat(said(id)).isEmpty();
    }

    @RepeatedTest(OFTEN)
    void nothingIsSaidOfARecipeThatIsGone() throws Exception {
        String id = town.hasShared(one, "Polyfarmaci");
        String trial = held(id);
        Browser teller = coordinator(other);
        Browser owner = coordinator(one);
        List<HttpResponse<String>> both = atOnce(
                () -> post(teller, trial, Map.of("said", "God snak", "again", "YES")),
                () -> post(owner, "/opskrifter/" + one + "/" + id + "/traek-tilbage", Map.of()));

        assertThat(both.get(1).statusCode()).isEqualTo(302);
        assertThat(said(id)).hasSize(both.get(0).statusCode() == 302 ? 1 : 0);
        assertThat(teller.get(trial).statusCode()).isEqualTo(404);
    }

    private static List<HttpResponse<String>> atOnce(
            Supplier<HttpResponse<String>> one, Supplier<HttpResponse<String>> other) throws InterruptedException {
        Map<Integer, HttpResponse<String>> answers = new ConcurrentHashMap<>();
        assertThat(AtOnce.both(() -> answers.put(0, one.get()), () -> answers.put(1, other.get())))
                .allMatch(Optional::isEmpty);
        return List.of(answers.get(0), answers.get(1));
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        Map<String, String> all = new HashMap<>(form);
        all.put(name, value);
        return all;
    }

    /** @return the page on which it is told */
    private String held(String recipe) {
        String begun =
                location(post(coordinator(other), "/opskrifter/" + other + "/" + recipe + "/hold", town.weeks()));
        Meeting meeting =
                meetings.byKey(other, begun.substring("/moeder/".length())).orElseThrow();
        meetings.status(other, meeting.meetingId(), MeetingStatus.HELD);
        return "/opskrifter/" + other + "/erfaring/" + number(meeting);
    }

    private List<String> said(String recipe) {
        return jdbc.sql("select said from klyngeflow.recipe_use where recipe_id = ? and said is not null")
                .param(recipe)
                .query(String.class)
                .list();
    }

    private static String mark(String body) {
        String from = "name=\"seen\" value=\"";
        int at = body.indexOf(from) + from.length();
        return body.substring(at, body.indexOf('"', at));
    }

    /** Its page. */
    private String draft() {
        return "/opskrifter/" + one + "/" + town.hasDraft(one);
    }

    private Browser coordinator(String cluster) {
        return RecipePages.coordinator(port, cluster);
    }
}
