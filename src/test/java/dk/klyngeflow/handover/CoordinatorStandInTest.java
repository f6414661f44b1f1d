package dk.klyngeflow.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.FormRefused;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way a leave of the coordinator can go. */
@KlyngeflowTest
class CoordinatorStandInTest {

    @Autowired
    CoordinatorStory story;

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    private void arranged() {
        story.aCluster();
        story.aLeaveIsArranged("formand", 5, 35);
    }

    @Test
    void thePostGoesAndComesBackByItself() {
        arranged();
        assertThat(story.mailed("stand-in-arranged")).containsExactly("koordinator", "formand");
        story.daysPass(4);
        assertThat(story.coordinator()).isEqualTo("koordinator");
        story.daysPass(1);
        assertThat(story.coordinator()).isEqualTo("formand");
        story.daysPass(24);
        assertThat(story.mailed("stand-in-ends")).as("a week before").containsExactly("koordinator", "formand");
        story.daysPass(5);
        assertThat(story.coordinator()).isEqualTo("formand");
        story.daysPass(1);

        assertThat(story.coordinator()).isEqualTo("koordinator");
        assertThat(story.mailed("stand-in-over")).containsExactly("koordinator", "formand");
        assertThat(story.isRunning(CoordinatorStandIn.KEY)).isFalse();
    }

    @Test
    void itIsLengthened() {
        arranged();
        story.daysPass(10);
        story.theLeaveEnds(60);
        assertThat(story.mailed("stand-in-arranged")).hasSize(4);
        story.daysPass(59);
        assertThat(story.coordinator()).isEqualTo("formand");
        story.daysPass(1);
        assertThat(story.coordinator()).isEqualTo("koordinator");
    }

    @Test
    void itEndsEarlier() {
        arranged();
        story.daysPass(10);
        story.theLeaveEnds(0);

        assertThat(story.coordinator()).isEqualTo("koordinator");
        assertThat(story.leave()).isNull();
        assertThat(story.isRunning(CoordinatorStandIn.KEY)).isFalse();
    }

    @Test
    void itEndsOnItsFirstDay_andTheCoordinatorCanWorkAgain() {
        arranged();
        story.daysPass(5);
        assertThat(story.groups("koordinator")).containsExactly("member");
        story.theLeaveEnds(0);

        assertThat(story.coordinator()).isEqualTo("koordinator");
        assertThat(story.groups("koordinator")).containsExactlyInAnyOrder("coordinator", "member", "staff");
        assertThat(story.groups("formand")).doesNotContain("coordinator");
        assertThat(story.isRunning(CoordinatorStandIn.KEY)).isFalse();
    }

    @Test
    void whoAuditsIsNoCoordinatorMeanwhile() {
        story.aCluster();

        assertThat(story.mayBeNext()).contains("formand", "medlem").doesNotContain("koordinator", "revisor");
    }

    @Test
    void itIsGivenUpBeforeItBegins() {
        arranged();
        story.theLeaveEnds(0);

        assertThat(story.leave()).isNull();
        story.daysPass(10);
        assertThat(story.coordinator()).isEqualTo("koordinator");
    }

    @Test
    void aHandoverInTheMiddleEndsIt() {
        arranged();
        story.aHandoverIsAgreed("medlem", 15);
        story.daysPass(6);
        assertThat(story.coordinator()).isEqualTo("formand");
        assertThat(story.assignee("handOverPost"))
                .as("whoever is coordinator hands it over")
                .isEqualTo("formand");
        story.answers("formand", "handOverPost", Map.of("items", story.rows("handOverPost", "DONE", ""), "note", ""));
        story.confirms("medlem", "takeOverPost");
        story.daysPass(9);

        assertThat(story.coordinator()).isEqualTo("medlem");
        assertThat(story.leave()).isNull();
        assertThat(story.mailed("stand-in-over")).hasSize(2);
        story.daysPass(30);
        assertThat(story.coordinator()).as("the leave's end brings nobody back").isEqualTo("medlem");
    }

    @Test
    void theStandInBecomesCoordinatorForGood() {
        arranged();
        story.daysPass(10);
        story.thePostGoesElsewhere("formand");

        assertThat(story.leave()).isNull();
        story.daysPass(40);
        assertThat(story.coordinator()).isEqualTo("formand");
    }

    @Test
    void theEndCannotPassTheNextHandover() {
        arranged();
        assertThatThrownBy(() -> story.theLeaveEnds(-3)).isInstanceOf(FormRefused.class);
        assertThatThrownBy(() -> story.theLeaveEnds(35))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("i forvejen");
    }
}
