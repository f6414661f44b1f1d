package dk.klyngeflow.founding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.foundings.FoundingPractice;
import dk.klyngeflow.foundings.FoundingStage;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An invitation that comes back, and a cluster with too few patients. */
@KlyngeflowTest
class FoundingBouncesTest {

    @Autowired
    FoundingStory story;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    /** Other stories write to the administrator. */
    @AfterEach
    void theAddressIsForgotten() {
        jdbc.sql("delete from klyngeflow.mail_bounce where cluster_id = :cluster")
                .param("cluster", story.cluster())
                .update();
    }

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void isToldToFounderAndAdministrator_andSheCorrectsTheAddress() {
        story.isUnderWay();
        story.lists(3);
        String before = story.person(2);
        story.invitationComesBack(2);
        assertThat(story.mails("founding-founder", story.person(0)))
                .anyMatch(mail -> mail.contains(story.address(2)) && mail.contains("kunne ikke afleveres"));
        assertThat(story.textsToAddresses("founding-news"))
                .singleElement()
                .asString()
                .contains("Stifteren har fået det at vide");
        assertThat(String.valueOf(story.founderSees().orElseThrow())).contains("mailen kom tilbage");

        assertThatThrownBy(() -> story.founder("forkert", story.provider(2)))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("rigtige mailadresse");
        assertThatThrownBy(() -> story.founder("forkert", story.provider(2), "rigtig", story.address(2)))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Skriv en anden");
        story.founder("forkert", story.provider(2), "rigtig", "ny" + story.address(2));
        String after = story.person(2);
        assertThat(after).isNotEqualTo(before);
        assertThat(story.purposes(after)).containsExactly("founding-invitation");
        assertThat(String.valueOf(story.founderSees().orElseThrow())).doesNotContain("mailen kom tilbage");
        story.joins(2);
        assertThat(story.practices.find(story.cluster(), story.provider(2)))
                .get()
                .matches(FoundingPractice::hasJoined);

        // what told an administrator comes back itself: nobody is told of that
        int told = story.textsToAddresses("founding-news").size();
        int founders = story.mails("founding-founder", story.person(0)).size();
        story.newsComeBack();
        assertThat(story.textsToAddresses("founding-news")).hasSize(told);
        assertThat(story.mails("founding-founder", story.person(0))).hasSize(founders);

        story.givesUp();
        story.daysPass(31);
        story.retention.forget(story.now().minus(Duration.ofDays(30)));
        for (String person : Set.of(before, after)) {
            assertThat(people.find(person)).get().extracting(Person::name).isEqualTo(People.UNKNOWN);
        }
    }

    @Test
    void tooFewPatientsAreTooFew_thoughPracticesAreEnough() {
        story.isUnderWay();
        story.set(ClusterFoundingSettings.LEAST_PATIENTS, 19);
        story.fivePracticesJoin();
        assertThat(story.stage()).isEqualTo(FoundingStage.TOO_FEW);
        assertThat(story.mails("founding-founder", story.person(0)))
                .anyMatch(mail -> mail.contains("18000 patienter; der skal mindst 19000 til")
                        || mail.contains("18.000 patienter; der skal mindst 19.000 til"));
    }
}
