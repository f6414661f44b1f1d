package dk.klyngeflow.election;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.statutes.StatutesVersions;
import dk.klyngeflow.statutes.TermsInOffice;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What the statutes say about seats and terms, sentence by sentence, each in a cluster of its own: two years; the chair in even years, the
 * treasurer in odd ones; who fills a vacancy sits for the rest of the term. An election takes three weeks here.
 */
@KlyngeflowTest
class SeatsAndTermsTest {

    @LocalServerPort
    int port;

    @Autowired
    ElectionStory story;

    @Autowired
    FreeSeats seats;

    @Autowired
    Elections elections;

    @Autowired
    TermsInOffice inOffice;

    @Autowired
    StatutesVersions statutes;

    @BeforeEach
    void aCluster() {
        story.aCluster();
    }

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    /** Somebody sits since one day, leaves on another or sits yet; an election begins, its winner takes office, and is up again in a year. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            two years, the chair in even ones           | CHAIR       | 2026-03-19 |            | 2028-02-07 | 2028-03-20 | 2030
            two years, the treasurer in odd ones        | TREASURER   | 2025-03-19 |            | 2027-02-01 | 2027-03-19 | 2029
            two years, the auditor from any year        | AUDITOR     | 2025-03-19 |            | 2027-02-01 | 2027-03-19 | 2029
            two years, the coordinator from any year    | COORDINATOR | 2025-03-19 |            | 2027-02-01 | 2027-03-19 | 2029
            the chair is followed after a year          | CHAIR       | 2026-03-19 |            | 2027-08-02 | 2027-09-01 | 2028
            the treasurer is followed after a year      | TREASURER   | 2025-03-19 |            | 2026-09-07 | 2026-10-01 | 2027
            the coordinator is followed after a year    | COORDINATOR | 2026-03-19 |            | 2027-08-02 | 2027-09-15 | 2028
            the chair left in the year before           | CHAIR       | 2026-03-19 | 2027-08-01 | 2027-08-02 | 2027-09-01 | 2028
            the auditor left in the year before         | AUDITOR     | 2026-03-19 | 2027-08-01 | 2027-08-02 | 2027-09-01 | 2028
            the chair left between New Year and assembly| CHAIR       | 2026-03-19 | 2028-01-03 | 2028-01-04 | 2028-02-01 | 2028
            the treasurer left so                       | TREASURER   | 2025-03-19 | 2027-01-03 | 2027-01-04 | 2027-02-01 | 2027
            the auditor left so                         | AUDITOR     | 2026-03-19 | 2028-01-03 | 2028-01-04 | 2028-02-01 | 2028
            the chair left after that assembly          | CHAIR       | 2026-03-19 | 2028-05-02 | 2028-05-03 | 2028-06-01 | 2030
            the chair left with her term long over      | CHAIR       | 2022-03-19 | 2026-09-01 | 2026-09-07 | 2026-10-01 | 2028
            """)
    void whoeverIsElectedSits(
            String sentence,
            Post post,
            String since,
            @Nullable String left,
            String begins,
            String takesOffice,
            int upAgainIn) {
        story.isMorningOf(begins);
        story.hasSat(post == Post.COORDINATOR ? "koordinator" : "m12", post, since, left);
        story.anElectionFrom(takesOffice, post, 1, post == Post.AUDITOR && left == null ? story.person("m12") : "");
        story.allAgreeOn("m15");

        assertThat(story.election().course().electedUntil()).as(sentence).isEqualTo(upAgainIn);
        // the year asks for an election in that year, and not before
        if (post != Post.COORDINATOR) {
            story.passesUntil(takesOffice + "T08:00");
            assertThat(story.holding(post)).containsExactly("m15");
            assertThat(ending(post, upAgainIn - 1)).isEmpty();
            assertThat(ending(post, upAgainIn)).containsExactly(story.person("m15"));
        }
    }

    private List<String> ending(Post post, int year) {
        return inOffice.ending(
                story.cluster(), post, year, LocalDate.of(year, 12, 31), statutes.today(story.cluster()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a whole term where the statutes say so, also in the middle of one | vacancy    | FULL_TERM | 2030
            four years where the statutes say so                              | term_years | 4         | 2030
            in odd years where the statutes say so                            | chair_in   | ODD       | 2029
            """)
    void otherStatutesSayOtherwise(String sentence, String field, String value, int upAgainIn) {
        story.isMorningOf("2027-08-02");
        story.hasSat("m12", Post.CHAIR, "2026-03-19", null);
        story.statutesSay(field, value);
        story.anElectionFrom("2027-09-01", Post.CHAIR, 1);
        story.allAgreeOn("m15");

        assertThat(story.election().course().electedUntil()).as(sentence).isEqualTo(upAgainIn);
    }

    @Test
    void aVacancyBetweenNewYearAndTheAssemblyIsFilledByItself_andTheYearElectsToThePostAllTheSame() {
        story.isMorningOf("2028-01-03");
        story.hasSat("m12", Post.CHAIR, "2026-03-19", "2028-01-03");
        story.emptyPostsAreLookedFor();
        story.allAgreeOn("m15");

        assertThat(story.election().course().electedUntil()).isEqualTo(2028);
        story.passesUntil("2028-03-10T08:00");
        assertThat(story.holding(Post.CHAIR)).containsExactly("m15");
        assertThat(ending(Post.CHAIR, 2028)).containsExactly(story.person("m15"));
        // who is elected at the assembly sits from there
        story.anAssemblyElects("2028-03-21", Post.CHAIR, 1, "m15");
        story.accepts("m15");
        assertThat(story.election().course().electedUntil()).isEqualTo(2030);
        assertThat(ending(Post.CHAIR, 2029)).isEmpty();
        assertThat(ending(Post.CHAIR, 2030)).containsExactly(story.person("m15"));
    }

    @Test
    void ofABoardEachHasATermOfHerOwn_andOnlyThoseWhoseTimeIsUpGiveWay() {
        story.isMorningOf("2027-02-01");
        story.hasSat("m11", Post.BOARD, "2025-03-19", null);
        story.joins("m12", Post.BOARD, "2025-03-19", null);
        story.joins("m13", Post.BOARD, "2026-03-19", null);
        assertThat(ending(Post.BOARD, 2027)).containsExactly(story.person("m11"), story.person("m12"));
        // one of the two is elected again, the other is followed
        story.anAssemblyElects("2027-03-19", Post.BOARD, 2, "m11", "m16");
        story.accepts("m11", "m16");
        story.passesUntil("2027-03-19T08:00");

        assertThat(story.holding(Post.BOARD)).containsExactlyInAnyOrder("m11", "m13", "m16");
        assertThat(story.election().course().electedUntil()).isEqualTo(2029);
        assertThat(ending(Post.BOARD, 2028)).containsExactly(story.person("m13"));
        assertThat(ending(Post.BOARD, 2029))
                .containsExactlyInAnyOrder(story.person("m11"), story.person("m13"), story.person("m16"));
    }

    @Test
    void aSeatOfABoardThatWasLeftIsTheRestOfATerm_andANewSeatIsNot() {
        story.isMorningOf("2027-08-02");
        story.hasSat("m11", Post.BOARD, "2026-03-19", "2027-06-01");
        story.joins("m12", Post.BOARD, "2027-03-19", null);
        story.anElectionFrom("2027-09-01", Post.BOARD, 1);
        story.allAgreeOn("m15");
        assertThat(story.election().course().electedUntil()).isEqualTo(2028);
        story.passesUntil("2027-09-01T08:00");

        story.anElectionFrom("2027-11-01", Post.BOARD, 1);
        story.allAgreeOn("m16");
        assertThat(story.election().course().electedUntil()).isEqualTo(2029);
        story.passesUntil("2027-11-01T08:00");
        assertThat(story.holding(Post.BOARD)).containsExactlyInAnyOrder("m12", "m15", "m16");
    }

    /** The statutes have no rule of when: nothing begins by itself, and whoever may begin it reads who does what and by when. */
    @Test
    void aSeatOfTheBoardThatFallsFreeIsSaid_andElectedToWhenSomebodyBeginsIt() {
        story.isMorningOf("2027-08-02");
        story.hasSat("m11", Post.BOARD, "2026-03-19", "2027-06-01");
        story.joins("m12", Post.BOARD, "2027-03-19", null);
        story.emptyPostsAreLookedFor();
        assertThat(elections.all(story.cluster())).isEmpty();
        assertThat(seats.of(story.cluster())).singleElement().satisfies(note -> {
            assertThat(note.said())
                    .isEqualTo(
                            "En plads i bestyrelsen er ledig siden den 1. juni 2027. Vedtægterne siger ikke, hvornår en"
                                    + " ledig plads skal besættes, kun at den, der vælges, sidder resten af perioden. Skal den besættes"
                                    + " før, beslutter bestyrelsen det, og koordinatoren eller sekretæren begynder et valg. Ellers sætter"
                                    + " bestyrelsen valget på dagsordenen for den næste ordinære generalforsamling, som holdes senest den"
                                    + " 31. marts 2028.");
            assertThat(note.href()).isEqualTo("/valg/" + story.cluster());
        });
        Browser member = Browser.loggedIn(port, story.person("revisor"), story.person("revisor"));
        assertThat(member.get("/valg/" + story.cluster()).body())
                .contains("Ledig plads i bestyrelsen")
                .doesNotContain("Begynd valget nu");
        Browser coordinator = Browser.loggedIn(port, story.person("koordinator"), story.person("koordinator"));
        assertThat(coordinator.get("/folk/" + story.cluster()).body())
                .contains("En plads i bestyrelsen er ledig siden den 1. juni 2027.", "Begynd valget på siden Valg");
        String said = begins(coordinator);
        assertThat(said).contains("Valget begynder nu.").doesNotContain("Ledig plads");
        assertThat(begins(coordinator)).contains("Der er ikke begyndt noget");
        story.dueJobsRun();
        assertThat(said)
                .contains("stille op eller foreslå en kollega til "
                        + CopenhagenTime.inWords(Objects.requireNonNull(
                                story.election().progress().nominationsCloseAt())));
        story.allAgreeOn("m15");

        assertThat(story.election().label()).isEqualTo("Valg til bestyrelsen, 1 plads");
        story.passesUntil("2027-11-01T08:00");
        assertThat(story.holding(Post.BOARD)).containsExactlyInAnyOrder("m12", "m15");
        assertThat(seats.of(story.cluster())).isEmpty();
    }

    @Test
    void aSeatThatIsTakenOverOrWasNeverLeftIsNotFree() {
        story.isMorningOf("2027-08-02");
        story.hasSat("m12", Post.BOARD, "2027-03-19", null);
        assertThat(seats.of(story.cluster())).isEmpty();
        story.joins("m11", Post.BOARD, "2026-03-19", "2027-06-01");
        story.joins("m13", Post.BOARD, "2026-03-19", "2027-05-01");
        assertThat(seats.said(story.cluster())).startsWith("2 pladser i bestyrelsen er ledige siden den 1. maj 2027.");
        story.joins("m14", Post.BOARD, "2027-06-01", null);
        assertThat(seats.of(story.cluster())).isEmpty();
    }

    private String begins(Browser browser) {
        String page = "/valg/" + story.cluster();
        String token = URLEncoder.encode(Browser.token(browser.get(page).body()), StandardCharsets.UTF_8);
        assertThat(browser.send(browser.request(page + "/ledige-pladser")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + token)))
                        .statusCode())
                .isEqualTo(302);
        return browser.get(page).body();
    }

    @Test
    void severalSeatsAreFilledByOneElection_andWhoeverWasNamedAsLeavingGoes() {
        story.isMorningOf("2027-02-01");
        story.hasSat("m11", Post.BOARD, "2025-03-19", null);
        story.joins("m12", Post.BOARD, "2026-03-19", null);
        story.anElectionFrom("2027-03-19", Post.BOARD, 3, story.person("m11"));
        story.allAgreeOn("m14", "m15", "m16");
        story.passesUntil("2027-03-19T08:00");

        assertThat(story.election().label()).isEqualTo("Valg til bestyrelsen, 3 pladser");
        assertThat(story.holding(Post.BOARD)).containsExactlyInAnyOrder("m12", "m14", "m15", "m16");
        assertThat(story.election().course().electedUntil()).isEqualTo(2029);
    }

    @Test
    void theAuditorOfTheAssemblyFollowsTheOneWhoseTimeIsUp() {
        story.isMorningOf("2027-02-01");
        story.hasSat("m11", Post.AUDITOR, "2025-03-19", null);
        story.anAssemblyElects("2027-03-19", Post.AUDITOR, 1, "m16");
        story.accepts("m16");
        story.passesUntil("2027-03-19T08:00");

        assertThat(story.holding(Post.AUDITOR)).containsExactly("m16");
    }

    @Test
    void whoeverTakesAPostOverWithoutAnElectionSitsForTheOther() {
        story.isMorningOf("2027-08-02");
        story.hasSat("m11", Post.CHAIR, "2026-03-19", "2027-05-01");
        story.joins("m12", Post.CHAIR, "2027-05-01", null);

        assertThat(ending(Post.CHAIR, 2027)).isEmpty();
        assertThat(ending(Post.CHAIR, 2028)).containsExactly(story.person("m12"));
    }
}
