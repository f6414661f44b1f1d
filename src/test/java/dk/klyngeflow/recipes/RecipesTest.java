package dk.klyngeflow.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.security.Browser;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

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
    TestClock clock;

    private String one = "";
    private String other = "";

    @BeforeEach
    void twoClusters() {
        clock.reset();
        one = town.isOpened("Nordklyngen");
        other = town.isOpened("Sydklyngen");
    }

    @Test
    void aClosedTopicIsSharedReadHeldAgainAndAnswered() {
        Meeting closed = town.hasClosed(one, "Polyfarmaci hos ældre");
        Browser coordinator = coordinator(one);
        String number = number(closed);
        assertThat(coordinator.get("/moeder/" + closed.businessKey()).body()).contains("Skriv mødet som opskrift");
        assertThat(coordinator.get("/opskrifter/" + one).body()).contains("Polyfarmaci hos ældre", "Skriv som opskrift");

        String draft = location(post(coordinator, "/opskrifter/" + one + "/af/" + number, Map.of()));
        assertThat(draft).endsWith("/ret");
        assertThat(coordinator.get(draft).body()).contains("Polyfarmaci hos ældre", "16.40  Samtale i små grupper");
        String check = location(post(coordinator, draft, form("Polyfarmaci hos ældre", "Gennemgå listen to gange")));
        assertThat(coordinator.get(check).body()).contains("Vi fandt ingen navne", "Sådan ser de andre den");
        Browser reader = coordinator(other);
        String page = check.replace("/del", "").replace(one, other);
        assertThat(reader.get(page).statusCode()).as("nobody reads a draft").isEqualTo(404);
        assertThat(post(coordinator, check, Map.of("version", "2")).statusCode()).isEqualTo(302);

        assertThat(reader.get("/emner/" + other).body()).contains("Opskrifter fra andre klynger", "Polyfarmaci hos ældre");
        assertThat(reader.get("/opskrifter/" + other + "?q=gennemg%C3%A5").body()).contains("Polyfarmaci hos ældre");
        assertThat(reader.get("/opskrifter/" + other + "?q=diabetes").body()).doesNotContain("Polyfarmaci");
        assertThat(reader.get(page).body())
                .contains("Gennemgå listen to gange", "Hvad undrer dig?", "En anden klynge")
                .doesNotContain("Nordklyngen");

        LocalDate day = LocalDate.now(clock.withZone(java.time.ZoneId.of("Europe/Copenhagen"))).plusWeeks(12);
        String begun = location(post(
                reader,
                page + "/hold",
                Map.of("earliestDay", day.toString(), "latestDay", day.plusWeeks(2).toString())));
        assertThat(begun).startsWith("/moeder/" + other + "/");
        Meeting meeting =
                meetings.byKey(other, begun.substring("/moeder/".length())).orElseThrow();
        assertThat(meeting.title()).isEqualTo("Polyfarmaci hos ældre");
        assertThat(reader.get("/api/clusters/" + other + "/meetings/" + meeting.meetingId() + "/suggested-topic")
                        .body())
                .contains("\"id\":\"" + meeting.topicId() + "\"");
        assertThat(reader.get(begun).body()).contains("Mødet er begyndt efter opskriften").doesNotContain("Fortæl, hvordan");

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
    void nothingGoesOutUnreadAndACprNumberNever() {
        Meeting closed = town.hasClosed(
                one, "Polyfarmaci", "16.30  Velkomst ved Karen Holmgård\n17.00  Fyrvej viser 41 %\n18.30  Tak for i dag");
        Browser coordinator = coordinator(one);
        String check = location(post(coordinator, "/opskrifter/" + one + "/af/" + number(closed), Map.of()))
                .replace("/ret", "/del");
        String body = coordinator.get(check).body();
        assertThat(body)
                .contains("Dagsorden, linje 1", "„Karen Holmgård“ er navnet på en fra klyngen")
                .contains("Dagsorden, linje 2", "„Fyrvej“ er navnet på en praksis", "„41 %“ ligner et tal fra en praksis");
        List<String> keys = keys(body);
        assertThat(keys).hasSize(3);

        HttpResponse<String> refused = post(coordinator, check, sent("1", keys.subList(0, 2)));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("„41 %“ ligner et tal fra en praksis. Ret teksten, eller sæt kryds.");
        assertThat(isOut(check)).isFalse();

        String edit = check.replace("/del", "/ret");
        Map<String, String> changed = new HashMap<>(form("Polyfarmaci", "Alle ringer til patienten"));
        changed.put("agenda", "16.30  Velkomst ved Karen Holmgård\n17.00  Fyrvej viser 42 %");
        post(coordinator, edit, changed);
        assertThat(post(coordinator, check, sent("1", keys)).body())
                .as("what was changed since she looked has not been read")
                .contains("rettet, siden du så den igennem");
        assertThat(post(coordinator, check, sent("2", keys)).body()).contains("„42 %“");
        assertThat(isOut(check)).isFalse();

        changed.put("agenda", "16.30  Patient 010203-1234");
        HttpResponse<String> cpr = post(coordinator, edit, changed);
        assertThat(cpr.statusCode()).isEqualTo(400);
        assertThat(cpr.body()).contains("ligner et CPR-nummer");
        changed.put("agenda", "16.30  Patient 0102031234");
        post(coordinator, edit, changed);
        String last = coordinator.get(check).body();
        assertThat(last).contains("Det kan aldrig deles");
        assertThat(post(coordinator, check, sent("3", keys(last))).statusCode()).isEqualTo(400);
        assertThat(isOut(check)).isFalse();

        post(coordinator, edit, form("Polyfarmaci", "Alle ringer til patienten"));
        assertThat(post(coordinator, check, sent("4", List.of())).statusCode()).isEqualTo(302);
        assertThat(isOut(check)).isTrue();
        assertThat(post(coordinator, edit, form("Andet", "Andet")).body()).contains("Opskriften er delt. Træk den tilbage");
    }

    @Test
    void whatIsConfirmedGoesOut() {
        Meeting closed = town.hasClosed(one, "Polyfarmaci", "16.30  Oplæg: overlæge Jens Vinther, mål 80 %");
        Browser coordinator = coordinator(one);
        String check = location(post(coordinator, "/opskrifter/" + one + "/af/" + number(closed), Map.of()))
                .replace("/ret", "/del");
        List<String> keys = keys(coordinator.get(check).body());
        assertThat(keys).hasSize(2);
        assertThat(post(coordinator, check, sent("1", keys)).statusCode()).isEqualTo(302);
        assertThat(isOut(check)).isTrue();
    }

    @Test
    void onlyTickedFilesGoOutAndNeverTheFiguresOfPractices() {
        Meeting closed = town.hasClosed(one, "Polyfarmaci");
        String talk = town.paper(closed, "Oplaeg.pdf", RecipeTown.pdf("Gennemgang af medicin", "Skrevet af Karen Holmgaard"));
        String home = town.paper(closed, "Hjemme.pdf", RecipeTown.pdf("Kun for os"));
        String sheet = town.paper(closed, "Tal.pdf", RecipeTown.pdf("980101 41 160", "980102 22 131"));
        Browser coordinator = coordinator(one);
        String edit = location(post(coordinator, "/opskrifter/" + one + "/af/" + number(closed), Map.of()));
        assertThat(coordinator.get(edit).body()).contains(talk, home).doesNotContain(sheet);

        Map<String, String> form = new HashMap<>(form("Polyfarmaci", "Alle ser listen"));
        form.put("shared", talk);
        post(coordinator, edit, form);
        String check = edit.replace("/ret", "/del");
        String found = coordinator.get(check).body();
        assertThat(found).contains("Filen „Oplaeg.pdf“, side 2", "„Karen Holmgaard“ er navnet");
        assertThat(post(coordinator, check, sent("2", keys(found))).statusCode()).isEqualTo(302);

        Browser reader = coordinator(other);
        String page = check.replace("/del", "").replace(one, other);
        assertThat(reader.get(page).body()).contains("Oplaeg.pdf").doesNotContain("Hjemme.pdf", "Tal.pdf");
        assertThat(reader.download(page + "/materiale/" + talk).statusCode()).isEqualTo(200);
        assertThat(reader.get(page + "/materiale/" + home).statusCode()).isEqualTo(404);
        assertThat(reader.get("/api/clusters/" + one + "/documents/" + talk + "/original").statusCode())
                .as("the cluster's own files stay its own")
                .isEqualTo(404);

        String begun = location(post(reader, page + "/hold", weeks()));
        assertThat(reader.get(begun).body()).contains("Oplaeg.pdf");
    }

    @Test
    void aWithdrawnRecipeIsGoneAtOnceAndMeetingsKeepWhatTheyTook() {
        String id = town.hasShared(one, "Polyfarmaci");
        Browser coordinator = coordinator(one);
        Browser reader = coordinator(other);
        String page = "/opskrifter/" + other + "/" + id;
        String begun = location(post(reader, page + "/hold", weeks()));
        assertThat(reader.get("/emner/" + other).body()).contains(id);

        assertThat(post(coordinator, "/opskrifter/" + one + "/" + id + "/traek-tilbage", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(reader.get(page).statusCode()).isEqualTo(404);
        assertThat(reader.get("/opskrifter/" + other).body()).doesNotContain(id);
        assertThat(reader.get("/emner/" + other).body()).doesNotContain(id);
        assertThat(post(reader, page + "/hold", weeks()).statusCode()).isEqualTo(404);
        assertThat(reader.get(begun).body()).contains("som er trukket tilbage siden").doesNotContain(id);
        Meeting meeting =
                meetings.byKey(other, begun.substring("/moeder/".length())).orElseThrow();
        meetings.status(other, meeting.meetingId(), MeetingStatus.HELD);
        assertThat(reader.get(begun).body()).doesNotContain("Fortæl, hvordan det gik");
        assertThat(coordinator.get("/opskrifter/" + one).body()).contains("Trukket tilbage");
    }

    @Test
    void othersReadAndNeverChangeAndMembersDoNotSee() {
        String id = town.hasShared(one, "Polyfarmaci");
        String draft = draft();
        for (String cluster : List.of(one, other)) {
            String page = "/opskrifter/" + cluster + "/" + id;
            assertThat(Browser.loggedIn(port, cluster + "-sekretaer", cluster + "-sekretaer").get(page).statusCode())
                    .isEqualTo(200);
            for (String role : List.of("medlem", "revisor")) {
                Browser outside = Browser.loggedIn(port, cluster + "-" + role, cluster + "-" + role);
                assertThat(outside.get(page).statusCode()).as(role).isEqualTo(403);
                assertThat(outside.get("/opskrifter/" + cluster).statusCode()).as(role).isEqualTo(403);
            }
        }
        Map<String, String> form = form("Ændret", "Ændret");
        List<Browser> strangers = List.of(coordinator(other), secretary(other), secretary(one));
        for (Browser each : strangers) {
            for (String cluster : List.of(one, other)) {
                for (String recipe : List.of(id, draft)) {
                    String page = "/opskrifter/" + cluster + "/" + recipe;
                    for (String route : List.of("/ret", "/del", "/traek-tilbage", "/slet")) {
                        assertThat(post(each, page + route, form).statusCode()).as(route).isIn(403, 404);
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
            assertThat(reader.get(page).body()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
        }
    }

    private String draft() {
        Meeting closed = town.hasClosed(one, "Udkast");
        String edit = location(post(coordinator(one), "/opskrifter/" + one + "/af/" + number(closed), Map.of()));
        return edit.substring(("/opskrifter/" + one + "/").length(), edit.length() - "/ret".length());
    }

    private Map<String, String> weeks() {
        LocalDate day = dk.klyngeflow.engine.CopenhagenTime.dayOf(clock.instant()).plusWeeks(12);
        return Map.of("earliestDay", day.toString(), "latestDay", day.plusWeeks(2).toString());
    }

    private boolean isOut(String check) {
        String id = check.substring(("/opskrifter/" + one + "/").length()).replace("/del", "");
        return recipes.readBy(other, id).isPresent();
    }

    private static Map<String, String> form(String title, String agreed) {
        return Map.of(
                "title", title,
                "about", "Mange ældre får ti præparater.",
                "minutes", "120",
                "agenda", RecipeTown.AGENDA,
                "questions", "Hvad undrer dig?",
                "measure", "Andel, der får mange præparater",
                "agreed", agreed,
                "result", "Det gik fremad.",
                "measures", "true");
    }

    private static Map<String, String> sent(String version, List<String> keys) {
        Map<String, String> fields = new HashMap<>();
        fields.put("version", version);
        fields.put("ok", String.join("\n", keys));
        return fields;
    }

    private static List<String> keys(String body) {
        return Pattern.compile("name=\"ok\" value=\"([0-9a-f]+)\"")
                .matcher(body)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String number(Meeting meeting) {
        return meeting.businessKey().substring(meeting.businessKey().indexOf('/') + 1);
    }

    private Browser coordinator(String cluster) {
        return Browser.loggedIn(port, cluster + "-koordinator", cluster + "-koordinator");
    }

    private Browser secretary(String cluster) {
        return Browser.loggedIn(port, cluster + "-sekretaer", cluster + "-sekretaer");
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    /** A field with several lines named {@code ok} is sent as several. */
    private static HttpResponse<String> post(Browser browser, String path, Map<String, String> fields) {
        StringBuilder form = new StringBuilder("_csrf=")
                .append(encode(Browser.token(browser.get("/adgangskode").body())));
        fields.forEach((name, value) -> (name.equals("ok") ? value.lines().toList() : List.of(value))
                .forEach(each -> form.append('&').append(name).append('=').append(encode(each))));
        return browser.send(browser.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
