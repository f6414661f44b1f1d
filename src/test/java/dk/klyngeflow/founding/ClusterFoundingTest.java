package dk.klyngeflow.founding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.accounts.Budgets;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.founding.Formality.Kind;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.members.Post;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way in which a cluster is founded, or not. */
@KlyngeflowTest
class ClusterFoundingTest {

    @Autowired
    FoundingStory story;

    @Autowired
    Clusters clusters;

    @Autowired
    People people;

    @Autowired
    Budgets budgets;

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void opensTheCluster_whenAllGoesWell() {
        story.isFounded();
        assertThat(story.stage()).isEqualTo(FoundingStage.FORMALITIES);
        assertThat(clusters.all()).noneMatch(each -> each.id().equals(story.cluster()));
        String founder = story.founding().founderId();
        story.settles(Kind.REGISTRATION, founder, "handling", "klaret", "cvr", "DK 10 15 08 17");
        story.settles(Kind.ACCOUNT, founder, "handling", "plo");
        story.settles(Kind.KIAP, founder, "handling", "klaret");

        assertThat(story.stage()).isEqualTo(FoundingStage.OPEN);
        assertThat(clusters.all()).anyMatch(each -> each.id().equals(story.cluster()));
        var cluster = clusters.get(story.cluster());
        assertThat(cluster.cvr()).isEqualTo("10150817");
        assertThat(cluster.paymentMode()).isEqualTo(PaymentMode.PLO);
        assertThat(cluster.mail()).isEqualTo(story.address(0));
        assertThat(people.holding(story.cluster(), Post.MEMBER)).hasSize(6);
        assertThat(people.holding(story.cluster(), Post.COORDINATOR))
                .extracting(Person::id)
                .containsExactly(story.person(0));
        assertThat(people.holding(story.cluster(), Post.AUDITOR))
                .extracting(Person::id)
                .containsExactly(story.person(4));
        // 3,000 + 1,000 + … + 5,000 patients at 3.65 kr
        assertThat(budgets.year(story.cluster(), 2026).get(0).budget()).isEqualTo(18_000L * 365);
        for (int post : new int[] {0, 1, 2, 3, 4}) {
            assertThat(story.mails("login-invitation", story.person(post))).hasSize(1);
        }
        assertThat(story.mails("login-invitation", story.person(5))).isEmpty();
        assertThat(story.mails("founding-support", story.person(0))).singleElement().asString().contains("hvem du kan spørge", "Endnu ikke kendt her for Region Nordjylland");
    }
}
