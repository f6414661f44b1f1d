package dk.klyngeflow.assemblies;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.security.Browser;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/** The page of an evening as its routes answer: who may, what is refused, and what a second click does. */
@KlyngeflowTest
class EveningPageTest {

    @LocalServerPort
    int port;

    @Autowired
    EveningStory story;

    private Browser secretary = Browser.anonymous(1);
    private String page = "";

    private void anEvening() {
        story.anUsualEvening("proxies", "1");
        page = Assemblies.page(story.cluster(), EveningStory.EVENING);
        secretary = as("sekretaer");
    }

    @Test
    void isNotThereBeforeTheDoorsOpen_norForOthers() {
        story.anEveningIsAnnounced();
        page = Assemblies.page(story.cluster(), EveningStory.EVENING);
        assertThat(as("sekretaer").get(page).statusCode()).isEqualTo(404);
        story.theDoorsOpen(story.theUsual().toArray(AgendaItem[]::new));

        assertThat(as("sekretaer").get(page).statusCode()).isEqualTo(200);
        assertThat(as("medlem").get(page).statusCode()).isIn(403, 404);
        assertThat(as("sekretaer").get(page.replace("gf-2027", "gf-2028")).statusCode())
                .isEqualTo(404);
        String auditor = HtmlUtils.htmlUnescape(as("revisor").get(page).body());
        assertThat(auditor).contains("Regnskab for 2026").doesNotContain("Er kommet", "Slut generalforsamlingen");
    }

    @Test
    void whoComesIsTickedOff_twiceIsOnce_andAStrangerIsRefused() {
        anEvening();
        String anne = story.members().get(0);
        assertThat(post("/doer", Map.of("person", anne, "goer", "kommer")).statusCode())
                .isEqualTo(302);
        post("/doer", Map.of("person", anne, "goer", "kommer"));
        assertThat(story.attendance()).isEqualTo(new Attendance(21, 1, 0));
        post("/doer", Map.of("person", anne, "goer", "gaar"));
        assertThat(story.attendance()).isEqualTo(new Attendance(21, 0, 0));

        HttpResponse<String> stranger = post("/doer", Map.of("person", story.person("sekretaer"), "goer", "kommer"));
        assertThat(stranger.statusCode()).isEqualTo(400);
        assertThat(text(stranger)).contains("Vælg en, der står på listen");
        assertThat(post("/doer", Map.of()).statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsWrongIsSaid_andWhatWasTypedStandsThere() {
        anEvening();
        story.come(12);
        Map<String, String> form = hands(6, 10, 3);
        HttpResponse<String> tooMany = post("/afstemning", form);
        assertThat(tooMany.statusCode()).isEqualTo(400);
        assertThat(text(tooMany))
                .contains("talt 13 stemmer, men der er kun 12 i rummet", "value=\"10\"", "value=\"Anne Holm\"");

        form.put("teller2", "anne holm");
        form.put("votesFor", "ti");
        assertThat(text(post("/afstemning", form))).contains("navnene på to stemmetællere", "For: skriv et helt tal.");
        assertThat(text(post("/afstemning", Map.of("item", "6", "amendment", "0", "seen", "0"))))
                .contains("Hvordan blev det afgjort?");
        assertThat(text(post("/afstemning", hands(99, 1, 0)))).contains("Punktet findes ikke");
        assertThat(story.seen()).isZero();
    }

    @Test
    void aSecondClickAndASecondDeviceDoNoHarm() {
        anEvening();
        story.come(12);
        assertThat(post("/afstemning", hands(6, 8, 4)).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("#punkt-6"));
        assertThat(post("/afstemning", hands(6, 8, 4)).statusCode()).isEqualTo(302);
        assertThat(story.seen()).isEqualTo(1);

        // the other device has not seen it
        HttpResponse<String> late = post("/afstemning", hands(6, 4, 8));
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(text(late)).contains("En anden har skrevet et resultat");

        Map<String, String> corrected = hands(6, 4, 8);
        corrected.put("seen", "1");
        assertThat(text(post("/afstemning", corrected))).contains("Skriv, hvorfor det rettes");
        corrected.put("why", "Tallene var byttet om.");
        assertThat(post("/afstemning", corrected).statusCode()).isEqualTo(302);
        assertThat(text(secretary.get(page))).contains("Rettet: Tallene var byttet om.", "4 for, 8 imod");
    }

    @Test
    void itEndsWhenEverythingIsDecided_andTheScreenTellsNobodysVote() {
        anEvening();
        assertThat(text(post("/slut", Map.of())))
                .contains("Punktet „Regnskab for 2026 til godkendelse“ er ikke afgjort");
        story.come(15);
        post("/dirigent", Map.of("chair", "Lise Advokat", "keeper", "Clara"));
        for (int item : new int[] {3, 4, 5, 6, 7}) {
            post("/afstemning", Map.of("item", "" + item, "amendment", "0", "how", "UNOPPOSED", "seen", "0"));
        }
        HttpResponse<String> wall = secretary.get(page + "/skaerm");
        assertThat(wall.headers().firstValue("Refresh")).contains("20");
        assertThat(text(wall))
                .contains("8. Valg af formand", "Forslag 2: To møder om data")
                .doesNotContain("Bo Dahl");
        post("/afstemning", Map.of("item", "8", "amendment", "0", "how", "ACCLAMATION", "seen", "0"));
        assertThat(post("/slut", Map.of()).statusCode()).isEqualTo(302);
        assertThat(post("/slut", Map.of()).statusCode()).as("twice").isEqualTo(302);
        assertThat(text(post("/doer", Map.of("person", story.members().get(20), "goer", "kommer"))))
                .contains("er slut");
    }

    private static Map<String, String> hands(int item, int votesFor, int against) {
        return new LinkedHashMap<>(Map.of(
                "item", "" + item,
                "amendment", "0",
                "how", "HANDS",
                "votesFor", "" + votesFor,
                "against", "" + against,
                "teller1", "Anne Holm",
                "teller2", "Bo Dahl",
                "seen", "0"));
    }

    private Browser as(String role) {
        return Browser.loggedIn(port, story.person(role), story.person(role));
    }

    @Test
    void whereTheStatutesAllowIt_theChairPutsItToTheVoteByLink() {
        story.anUsualEvening("digital_ballot", "true");
        page = Assemblies.page(story.cluster(), EveningStory.EVENING);
        secretary = as("sekretaer");
        story.come(6);
        assertThat(text(secretary.get(page))).contains("Stem hemmeligt ved link", "Alle 6 stemmer i rummet");
        Map<String, String> asked = Map.of("item", "6", "amendment", "0", "opened", "0");
        assertThat(post("/digital", asked).statusCode()).isEqualTo(302);
        assertThat(post("/digital", asked).statusCode()).isEqualTo(302);
        assertThat(text(post("/digital", Map.of("item", "3", "opened", "1"))))
                .contains("Luk eller aflys den afstemning");
        story.allVoteByLink(2, 2, 1);

        String open = text(secretary.get(page));
        assertThat(open)
                .contains("Der stemmes digitalt: 5 af 6 har stemt.", "Luk og tæl")
                .doesNotContain("Stem hemmeligt ved link", "Ja 2");
        assertThat(text(as("revisor").get(page))).contains("5 af 6 har stemt").doesNotContain("Luk og tæl");
        assertThat(text(secretary.get(page + "/skaerm")))
                .contains("Der stemmes digitalt nu.")
                .doesNotContain("5 af 6");
        assertThat(as("medlem").send("POST", page + "/digital/luk", "{}").statusCode())
                .isIn(403, 404, 415);
        post("/digital/luk", Map.of("item", "6", "number", "2"));
        assertThat(story.ballot().isOpen()).as("of another page").isTrue();
        assertThat(post("/digital/luk", Map.of("item", "6", "number", "1")).statusCode())
                .isEqualTo(302);

        assertThat(text(secretary.get(page)))
                .contains("Ved skriftlig (digital) afstemning: 5 stemmesedler: 4 gyldige, 1 blank. Ja 2, Nej 2.")
                .contains(
                        "Hent stemmeprotokollen",
                        "/documents/" + story.protocols().get(0).documentId());
    }

    @Test
    void whereTheStatutesDoNot_itIsNotOfferedAndRefused_andAResultByLinkIsNeverTyped() {
        anEvening();
        story.come(12);
        assertThat(text(secretary.get(page))).doesNotContain("ved link");
        HttpResponse<String> refused = post("/digital", Map.of("item", "6", "amendment", "0", "opened", "0"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(text(refused)).contains("Vedtægterne giver ikke mulighed for at stemme digitalt.");
        Map<String, String> typed = hands(6, 6, 3);
        typed.put("how", "DIGITAL");
        assertThat(text(post("/afstemning", typed))).contains("Hvordan blev det afgjort?");
        assertThat(story.seen()).isZero();
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) {
        String token = URLEncoder.encode(Browser.token(secretary.get(page).body()), StandardCharsets.UTF_8);
        return secretary.submit(page + path, Browser.form(fields) + "&_csrf=" + token);
    }

    private static String text(HttpResponse<String> answer) {
        return HtmlUtils.htmlUnescape(answer.body());
    }
}
