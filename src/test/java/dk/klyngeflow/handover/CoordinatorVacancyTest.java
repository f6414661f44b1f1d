package dk.klyngeflow.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import java.util.Map;
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
    void theChairActsAtOnceAndEverybodyKnows() {
        stopped();
        assertThat(story.coordinator()).isEqualTo("formand");
        assertThat(story.mailed("coordinator-stopped")).hasSize(21);
        // with a process that elects, an election would be under way; without one the chair is asked
        if (!story.isRunning("coordinator-election")) {
            story.waitsFor("chooseCoordinator");
            assertThat(story.assignee("chooseCoordinator")).isEqualTo("formand");
        }
    }

    @Test
    void whoIsChosenTakesOverByAHandoverLikeAnyOther() {
        stopped();
        if (story.isRunning("coordinator-election")) {
            return;
        }
        story.answers(
                "formand",
                "chooseCoordinator",
                Map.of("successor", story.person("medlem"), "handoverDay", story.today().plusDays(7).toString()));
        assertThat(story.assignee("handOverPost")).isEqualTo("formand");
        assertThat(story.isCancelled("Mads kan ikke alligevel.")).isTrue();
        story.waitsFor("chooseCoordinator");

        story.answers(
                "formand",
                "chooseCoordinator",
                Map.of("successor", story.person("kasserer"), "handoverDay", story.today().plusDays(7).toString()));
        story.answers(
                "formand", "handOverPost", Map.of("items", story.rows("handOverPost", "DONE", ""), "note", ""));
        story.confirms("kasserer", "takeOverPost");
        story.daysPass(7);
        assertThat(story.coordinator()).isEqualTo("kasserer");
        assertThat(story.isRunning(CoordinatorVacancy.KEY)).as("the list is left").isTrue();
    }

    @Test
    void theActingOneStays() {
        stopped();
        if (story.isRunning("coordinator-election")) {
            return;
        }
        story.daysPass(10);
        story.tookThePath("offerChoice");
        story.answers(
                "kasserer",
                "chooseCoordinator",
                Map.of("successor", story.person("formand"), "handoverDay", story.today().toString()));
        assertThat(story.coordinator()).isEqualTo("formand");
        assertThat(story.isRunning(CoordinatorVacancy.KEY)).isFalse();
    }
}
