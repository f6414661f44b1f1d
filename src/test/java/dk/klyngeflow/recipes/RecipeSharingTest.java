package dk.klyngeflow.recipes;

import static dk.klyngeflow.recipes.RecipePages.form;
import static dk.klyngeflow.recipes.RecipePages.keys;
import static dk.klyngeflow.recipes.RecipePages.location;
import static dk.klyngeflow.recipes.RecipePages.number;
import static dk.klyngeflow.recipes.RecipePages.post;
import static dk.klyngeflow.recipes.RecipePages.sent;
import static dk.klyngeflow.recipes.RecipePages.upload;
import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.documents.SmallPdf;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.security.Browser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What may leave a cluster with a recipe, and what may not. */
@KlyngeflowTest
class RecipeSharingTest {

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
        town.nobodyHasSharedAnything();
        one = town.isOpened("Nordklyngen");
        other = town.isOpened("Sydklyngen");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void nothingGoesOutUnreadAndACprNumberNever() {
        Meeting closed = town.hasClosed(
                one,
                "Polyfarmaci",
                "16.30  Velkomst ved Karen Holmgård\n17.00  Fyrvej viser 41 %\n18.30  Tak for i dag");
        Browser coordinator = coordinator(one);
        String check = location(post(coordinator, "/opskrifter/" + one + "/af/" + number(closed), Map.of()))
                .replace("/ret", "/del");
        String body = coordinator.get(check).body();
        assertThat(body)
                .contains("Dagsorden, linje 1", "„Karen Holmgård“ er navnet på en fra klyngen")
                .contains(
                        "Dagsorden, linje 2",
                        "„Fyrvej“ er navnet på en praksis",
                        "„41 %“ ligner et tal fra en praksis");
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
        assertThat(post(coordinator, edit, form("Andet", "Andet")).body())
                .contains("Opskriften er delt. Træk den tilbage");
    }

    @Test
    void whoeverIsCalledByHerWorkIsFound() {
        Meeting closed = town.hasClosed(
                one,
                "Polyfarmaci",
                "16.30  Sygeplejersken Bente Holm viser listen\n17.00  Konsulenten Per Dam fortæller\n17.30  Sygeplejersken ringer til alle");
        Browser coordinator = coordinator(one);
        String check = location(post(coordinator, "/opskrifter/" + one + "/af/" + number(closed), Map.of()))
                .replace("/ret", "/del");
        assertThat(coordinator.get(check).body())
                .contains("„Sygeplejersken Bente Holm“ ligner et navn", "„Konsulenten Per Dam“ ligner et navn")
                .doesNotContain("Dagsorden, linje 3");
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
        String talk = town.paper(
                closed, "Oplaeg.pdf", SmallPdf.saying("Gennemgang af medicin", "Skrevet af Karen Holmgaard"));
        String home = town.paper(closed, "Hjemme.pdf", SmallPdf.saying("Kun for os"));
        String sheet = town.paper(closed, "Tal.pdf", SmallPdf.saying("980101 41 160", "980102 22 131"));
        Browser coordinator = coordinator(one);
        String edit = location(post(coordinator, "/opskrifter/" + one + "/af/" + number(closed), Map.of()));
        assertThat(coordinator.get(edit).body()).contains(talk, home).doesNotContain(sheet);

        Map<String, String> form = new HashMap<>(form("Polyfarmaci", "Alle ser listen"));
        form.put("shared", talk);
        post(coordinator, edit, form);
        String check = edit.replace("/ret", "/del");
        String found = coordinator.get(check).body();
        assertThat(found).contains("Filen „Oplaeg.pdf“, side 2", "„Karen Holmgaard“ er navnet");
        assertThat(post(coordinator, check, sent("2", keys(found))).statusCode())
                .isEqualTo(302);

        Browser reader = coordinator(other);
        String page = check.replace("/del", "").replace(one, other);
        assertThat(reader.get(page).body()).contains("Oplaeg.pdf").doesNotContain("Hjemme.pdf", "Tal.pdf");
        assertThat(reader.download(page + "/materiale/" + talk).statusCode()).isEqualTo(200);
        assertThat(reader.get(page + "/materiale/" + home).statusCode()).isEqualTo(404);
        assertThat(reader.get("/api/clusters/" + one + "/documents/" + talk + "/original")
                        .statusCode())
                .as("the cluster's own files stay its own")
                .isEqualTo(404);

        String begun = location(post(reader, page + "/hold", town.weeks()));
        assertThat(reader.get(begun).body()).contains("Oplaeg.pdf");
    }

    @Test
    void aFileMoreIsLookedThroughAsTheOthers() throws Exception {
        String edit = "/opskrifter/" + one + "/" + town.hasDraft(one);
        Browser coordinator = coordinator(one);
        Map<String, String> written = form("Opioider hos de ældste", "Vi ser på dem, der har fået dem længe.");
        assertThat(upload(
                                coordinator,
                                edit,
                                written,
                                "tal.csv",
                                "yder;antal\n980101;4".getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("Filen skal være en PDF eller et billede");
        assertThat(upload(coordinator, edit, written, "sag.pdf", SmallPdf.saying("Patient 010203-1234"))
                        .body())
                .contains("ligner et CPR-nummer");
        assertThat(upload(coordinator, edit, written, "ydere.pdf", SmallPdf.saying("980101 har 4, 980102 har 9"))
                        .body())
                .contains("tal for den enkelte praksis");
        assertThat(coordinator.get(edit + "/ret").body()).doesNotContain("sag.pdf", "ydere.pdf", "tal.csv");

        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", picture);
        assertThat(upload(coordinator, edit, written, "plan.png", picture.toByteArray())
                        .statusCode())
                .isEqualTo(302);
        assertThat(coordinator.get(edit + "/ret").body())
                .as("what was written beside the file is kept")
                .contains("Opioider hos de ældste", "har fået dem længe");
        assertThat(coordinator.get(edit + "/del").body()).contains("plan.png", "kan vi ikke læse");
        assertThat(post(coordinator, edit + "/del", Map.of("version", "2")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void theDefinitionOfTheMeasureGoesWithItAndNoFigure() {
        Meeting closed = town.hasClosed(one, "Opioider");
        town.hasMeasured(closed, "Opioider: høj dosis", "recepter på høje doser", "recepter");
        Browser coordinator = coordinator(one);
        String edit = location(post(coordinator, "/opskrifter/" + one + "/af/" + number(closed), Map.of()));
        assertThat(coordinator.get(edit).body())
                .contains(
                        "Tæller recepter på høje doser af recepter, i procent; lavere er bedre",
                        "Hvad undrer dig, når du ser");
        String check = edit.replace("/ret", "/del");
        assertThat(post(coordinator, check, sent("1", List.of())).statusCode()).isEqualTo(302);

        Browser reader = coordinator(other);
        String begun = location(post(reader, check.replace("/del", "").replace(one, other) + "/hold", town.weeks()));
        Meeting meeting =
                meetings.byKey(other, begun.substring("/moeder/".length())).orElseThrow();
        assertThat(meeting.wantsData()).isTrue();
        assertThat(meeting.text()).contains("Vi måler: Opioider: høj dosis");
        assertThat(town.count("measure where measure_id = 'opioider' and cluster_id = ?", other))
                .isEqualTo(1);
        assertThat(town.count("meeting_measure where cluster_id = ?", other)).isZero();
    }

    @Test
    void aTopicThatIsUnderWayIsNotShared() {
        Meeting closed = town.hasClosed(one, "Polyfarmaci");
        meetings.status(one, closed.meetingId(), MeetingStatus.MINUTED);
        Browser coordinator = coordinator(one);
        assertThat(coordinator.get("/moeder/" + closed.businessKey()).body()).doesNotContain("som opskrift");
        assertThat(post(coordinator, "/opskrifter/" + one + "/af/" + number(closed), Map.of())
                        .statusCode())
                .isEqualTo(400);
    }

    private boolean isOut(String check) {
        String id = check.substring(("/opskrifter/" + one + "/").length()).replace("/del", "");
        return recipes.readBy(other, id).isPresent();
    }

    private Browser coordinator(String cluster) {
        return RecipePages.coordinator(port, cluster);
    }
}
