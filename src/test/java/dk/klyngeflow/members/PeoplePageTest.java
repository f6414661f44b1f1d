package dk.klyngeflow.members;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.security.Identities;
import dk.klyngeflow.security.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@KlyngeflowTest
class PeoplePageTest {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Posts posts;

    @Autowired
    Practices practices;

    @Autowired
    PostsOfTheDay night;

    @Autowired
    Identities identities;

    @Autowired
    CopenhagenTime time;

    @Autowired
    TestClock clock;

    private String cluster = "";
    private PeopleTown secretary = new PeopleTown(Browser.anonymous(1), "");
    private PeopleTown coordinator = secretary;

    @BeforeEach
    void open() {
        cluster = new ClusterFromFile(port).isOpened(PaymentMode.PLO);
        secretary = town("sekretaer");
        coordinator = town("koordinator");
    }

    private PeopleTown town(String post) {
        return new PeopleTown(Browser.loggedIn(port, cluster + "-" + post, cluster + "-" + post), cluster);
    }

    private String person(String number) {
        return cluster + "-" + number;
    }

    @Test
    void aNewMemberIsSaidFirstAndThenAdded() {
        String mail = "hanne@" + cluster + ".example";
        String fields = "navn=Hanne+Lind&mail=" + mail + "&post=MEMBER&ydernummer=980102&fra=" + time.today();

        assertThat(secretary.effect("add", fields)).contains("Hanne Lind bliver medlem fra den");
        assertThat(people.called("Hanne Lind", mail)).isEmpty();

        secretary.does("add", fields);
        String id = people.called("hanne lind", mail.toUpperCase(Locale.ROOT)).orElseThrow();
        assertThat(people.holding(cluster, Post.MEMBER)).extracting(Person::id).contains(id);
        assertThat(practices.byMember(cluster)).containsEntry(id, "Åbakkens Læger (980102)");
        assertThat(identities.exists(id)).isTrue();
        assertThat(secretary.page()).contains("Hanne Lind", "Seneste ændringer", "Af Clara Winther.");
        assertThat(secretary.refused("add", fields)).contains("er i klyngen allerede");
    }

    @Test
    void whatIsMissingOrWrongIsSaidAndNothingIsDone() {
        assertThat(secretary.refused("add", "navn=&mail=a@b.example&post=MEMBER"))
                .contains("Skriv navnet");
        assertThat(secretary.refused("add", "navn=Bo&mail=bo&post=MEMBER")).contains("Skriv mailadressen");
        assertThat(secretary.refused("add", "navn=Bo&mail=bo@b.example")).contains("Vælg en post");
        assertThat(secretary.refused("add", "navn=Bo&mail=bo@b.example&post=MEMBER"))
                .contains("Vælg den praksis");
        assertThat(secretary.refused("add", "navn=010203-1234&mail=bo@b.example&post=AUDITOR"))
                .contains("CPR-nummer")
                .doesNotContain("010203-1234");
        assertThat(secretary.refused("leave", "person=" + person("m5") + "&fra=i+morgen"))
                .contains("Skriv datoen");
        assertThat(secretary.refused("add-practice", "nummer=12345&navn=Nord")).contains("nuller foran");
        assertThat(secretary.wishes("leave", "person=koordinator").statusCode()).isEqualTo(404);
        assertThat(secretary.wishes("nothing", "person=" + person("m5")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void thePostOfCoordinatorIsGivenAndNeverEnded() {
        String m5 = person("m5");
        assertThat(coordinator.refused("end", "person=" + person("koordinator") + "&post=COORDINATOR"))
                .contains("altid have præcis én koordinator");
        assertThat(coordinator.refused("leave", "person=" + person("koordinator")))
                .contains("Giv først posten som koordinator til en anden");
        assertThat(coordinator.refused("end", "person=" + person("koordinator") + "&post=MEMBER"))
                .contains("Giv først posten som koordinator til en anden");
        assertThat(secretary.refused("give", "person=" + m5 + "&post=COORDINATOR"))
                .contains("Kun koordinatoren selv");
        assertThat(coordinator.refused("give", "person=" + person("sekretaer") + "&post=COORDINATOR"))
                .contains("skal være medlem");

        assertThat(coordinator.does("give", "person=" + m5 + "&post=COORDINATOR"))
                .contains("går fra Anne Holm til Fie Ødum");

        assertThat(people.holding(cluster, Post.COORDINATOR))
                .extracting(Person::id)
                .containsExactly(m5);
        assertThat(people.holding(cluster, Role.MEMBER)).extracting(Person::id).contains(person("koordinator"));
    }

    @Test
    void aPostBeginsAndEndsOnItsDay() {
        String m6 = person("m6");
        coordinator.does(
                "give",
                "person=" + m6 + "&post=TREASURER&fra=" + time.today().plusDays(10) + "&til="
                        + time.today().plusDays(40));
        assertThat(people.holding(cluster, Post.TREASURER))
                .extracting(Person::id)
                .doesNotContain(m6);

        clock.advance(Duration.ofDays(10));
        night.turn();
        night.turn();
        assertThat(people.holding(cluster, Post.TREASURER))
                .extracting(Person::id)
                .contains(m6);

        clock.advance(Duration.ofDays(30));
        night.turn();
        assertThat(people.holding(cluster, Post.TREASURER))
                .extracting(Person::id)
                .doesNotContain(m6);
        assertThat(posts.due()).doesNotContain(cluster);
    }

    @Test
    void somebodyMovesToAnotherPractice() {
        String m5 = person("m5");
        assertThat(secretary.refused("move", "person=" + m5 + "&ydernummer=980101"))
                .contains("allerede");
        assertThat(secretary.does("move", "person=" + m5 + "&ydernummer=980103"))
                .contains("flytter til Lægehuset Egely");
        assertThat(practices.byMember(cluster)).containsEntry(m5, "Lægehuset Egely (980103)");
        assertThat(people.holding(cluster, Role.MEMBER)).extracting(Person::id).contains(m5);
    }

    @Test
    void aPracticeLeavesWithItsPeople() {
        assertThat(secretary.refused("end-practice", "ydernummer=980101")).contains("Anne Holm er koordinator");
        assertThat(coordinator.does("end-practice", "ydernummer=980102")).contains("Bent Søe, Gert Åby");
        assertThat(people.of(cluster)).extracting(Person::id).doesNotContain(person("formand"), person("m6"));
    }

    @Test
    void patientsAreCountedFromADay() {
        secretary.does(
                "correct-practice",
                "ydernummer=980101&navn=Lægerne+ved+Søen&patienter=4.500&fra="
                        + time.today().plusDays(3));
        assertThat(practices.find(cluster, "980101").orElseThrow().patients()).isEqualTo(4200);
        clock.advance(Duration.ofDays(3));
        assertThat(practices.find(cluster, "980101").orElseThrow().patients()).isEqualTo(4500);
    }

    @Test
    void confirmedTwiceItHappensOnceAndASecondEditorIsTold() {
        String leaver = "person=" + person("m6");
        HttpResponse<String> seen = secretary.wishes("leave", leaver);
        HttpResponse<String> seenByAnother =
                coordinator.wishes("move", "person=" + person("m5") + "&ydernummer=980103");

        assertThat(secretary.confirms("leave", seen).statusCode()).isEqualTo(302);
        assertThat(secretary.confirms("leave", seen).statusCode()).isEqualTo(302);
        HttpResponse<String> late = coordinator.confirms("move", seenByAnother);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("ændret af en anden imens");
        assertThat(practices.byMember(cluster)).containsEntry(person("m5"), "Lægerne ved Søen (980101)");
        assertThat(coordinator.confirms("move", late).statusCode()).isEqualTo(302);
        assertThat(practices.byMember(cluster)).containsEntry(person("m5"), "Lægehuset Egely (980103)");
    }

    @Test
    void nobodyIsGivenAPostThatSheWouldAuditOrTheOtherWayRound() {
        String m5 = person("m5");
        secretary.does("give", "person=" + m5 + "&post=AUDITOR");
        for (String post : new String[] {"BOARD", "TREASURER"}) {
            assertThat(secretary.refused("give", "person=" + m5 + "&post=" + post))
                    .contains("er revisor den dag", "Lad den ene post slutte først");
        }
        assertThat(coordinator.refused("give", "person=" + m5 + "&post=COORDINATOR"))
                .contains("ingen kan være begge dele");
        String m6 = person("m6");
        secretary.does("give", "person=" + m6 + "&post=BOARD");
        assertThat(secretary.refused("give", "person=" + m6 + "&post=AUDITOR"))
                .contains("er bestyrelsesmedlem den dag");
    }

    @Test
    void nobodyGivesHerselfAPost() {
        assertThat(secretary.refused("give", "person=" + person("sekretaer") + "&post=AUDITOR"))
                .contains("ikke give sig selv en post");
        assertThat(List.of(town("formand")
                        .wishes("leave", "person=" + person("m5"))
                        .statusCode()))
                .containsExactly(403);
    }
}
