package dk.klyngeflow.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way it can go when the coordinator stops at once. */
@KlyngeflowTest
class CoordinatorVacancyTest {

    @Autowired
    CoordinatorStory story;

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    private void stopped() {
        story.aCluster();
        story.theCoordinatorStops("sekretaer");
    }

    @Test
    void theChairActsAtOnceEverybodyKnowsAndAnElectionBegins() {
        stopped();

        assertThat(story.coordinator()).isEqualTo("formand");
        assertThat(story.mailed("coordinator-stopped")).hasSize(21);
        assertThat(story.groups("koordinator")).containsExactly("member");
        assertThat(story.isRunning("coordinator-election")).isTrue();
        assertThat(story.isRunning(CoordinatorVacancy.KEY)).isFalse();
    }

    @Test
    void aLeaveThatWasAgreedIsOver() {
        story.aCluster();
        story.aLeaveIsArranged("kasserer", 5, 35);
        story.theCoordinatorStops("formand");

        assertThat(story.coordinator()).isEqualTo("formand");
        assertThat(story.leave()).isNull();
        story.daysPass(6);
        assertThat(story.coordinator()).isEqualTo("formand");
    }
}
