package dk.klyngeflow.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.FormRefused;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way the post as coordinator can be handed over. */
@KlyngeflowTest
class CoordinatorHandoverTest {

    @Autowired
    CoordinatorStory story;

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    private void agreed() {
        story.aCluster();
        story.aHandoverIsAgreed("medlem", 14);
    }

    @Test
    void thePostMovesOnTheDayWhenBothHaveConfirmed() {
        agreed();
        story.waitsFor("handOverPost", "takeOverPost", "helpAsSecretary", "helpAsBoard");
        assertThat(story.assignee("handOverPost")).isEqualTo("koordinator");
        assertThat(story.assignee("takeOverPost"))
                .as("a plain member has her task in Tasklist")
                .isEqualTo("medlem");
        assertThat(story.assignee("helpAsBoard")).as("the chair for the board").isEqualTo("formand");
        assertThat(story.mailed("handover-agreed")).containsExactly("koordinator", "medlem");

        story.confirms("sekretaer", "helpAsSecretary");
        story.confirms("formand", "helpAsBoard");
        story.handsOver("Husk, at kommunen er lovet svar i marts.");
        assertThat(story.mailed("handover-note")).as("to the new one only").containsExactly("medlem");
        story.confirms("medlem", "takeOverPost");
        assertThat(story.coordinator()).as("not before the day").isEqualTo("koordinator");

        story.daysPass(13);
        assertThat(story.coordinator()).isEqualTo("koordinator");
        story.daysPass(1);

        assertThat(story.coordinator()).isEqualTo("medlem");
        assertThat(story.mailed("handover-done")).hasSize(21);
        assertThat(story.mailed("handover-reminder")).as("both had confirmed").isEmpty();
        assertThat(story.isRunning(CoordinatorHandover.KEY)).isFalse();
        assertThat(story.handover().endedAt()).isNotNull();
    }

    @Test
    void tasksGroupsAndTasklistFollowAndThePredecessorKeepsWhatAnyMemberHas() {
        story.aCluster();
        story.aHandoverIsAgreed("medlem", 2);
        story.theCoordinatorHasATask();
        assertThat(story.assignee("planMeeting")).isEqualTo("koordinator");
        story.handsOver("");
        story.confirms("medlem", "takeOverPost");
        story.daysPass(2);

        assertThat(story.assignee("planMeeting")).isEqualTo("medlem");
        assertThat(story.groups("medlem")).containsExactlyInAnyOrder("coordinator", "member", "staff");
        assertThat(story.groups("koordinator")).containsExactly("member");
    }

    @Test
    void aTaskThatLiesWithTheBoardTooIsTheNewOnesAsItWasTheOldOnes() {
        agreed();
        story.theCoordinatorHasATask();
        story.handsOver("");
        story.confirms("medlem", "takeOverPost");
        story.daysPass(13);
        story.isOfferedToTheBoard("planMeeting");
        assertThat(story.mayDo("planMeeting")).contains("koordinator", "formand");
        story.daysPass(1);

        assertThat(story.mayDo("planMeeting")).contains("medlem", "formand").doesNotContain("koordinator");
    }

    @Test
    void theNoteSaysWhatThereIsToKnow() {
        agreed();
        story.handsOver("Husk, at kommunen er lovet svar i marts.");

        assertThat(story.note())
                .contains("Husk, at kommunen er lovet svar i marts.")
                .contains("Mads Enevold")
                .contains("Sekretær: Signe Vestrup")
                .contains("KiAP: send „Skift af klyngekoordinator“")
                .contains("Kontaktbogen er tom. Spørg den afgående");
    }

    @Test
    void whatIsLeftOnTheListFollowsToTheNewOne() {
        agreed();
        story.answers(
                "koordinator", "handOverPost", Map.of("items", story.rows("handOverPost", "OPEN", ""), "note", ""));
        story.answers(
                "medlem",
                "takeOverPost",
                Map.of("items", story.rows("takeOverPost", "NOT_NEEDED", "Har været koordinator før")));
        story.daysPass(14);

        assertThat(story.coordinator()).isEqualTo("medlem");
        story.waitsFor("finishChecklist");
        assertThat(story.assignee("finishChecklist")).isEqualTo("medlem");
        assertThatThrownBy(() -> story.answers(
                        "medlem", "finishChecklist", Map.of("items", story.rows("finishChecklist", "OPEN", ""))))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("mangler endnu");
        story.daysPass(40);
        story.tookThePath("offerChecklist");
        story.confirms("medlem", "finishChecklist");
        assertThat(story.isRunning(CoordinatorHandover.KEY)).isFalse();
    }

    @Test
    void whatIsNotNeededNeedsAReason() {
        agreed();
        assertThatThrownBy(() -> story.answers(
                        "medlem", "takeOverPost", Map.of("items", story.rows("takeOverPost", "NOT_NEEDED", ""))))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("hvorfor");
    }

    @Test
    void theChairDecidesWhenItIsNotConfirmedInTime() {
        agreed();
        story.handsOver("");
        story.daysPass(12);
        assertThat(story.mailed("handover-reminder")).containsExactly("medlem");
        story.daysPass(5);

        assertThat(story.coordinator()).as("nothing is decided in silence").isEqualTo("koordinator");
        story.waitsFor("decideOnHandover");
        assertThat(story.assignee("decideOnHandover")).isEqualTo("formand");
        assertThat(story.mailed("handover-stuck")).containsExactlyInAnyOrder("formand", "koordinator", "medlem");
        assertThat(story.handover().reason()).isEqualTo("Den nye koordinator har ikke bekræftet overdragelsen i tide.");

        story.decides("formand", "CARRY_OUT", Map.of());
        assertThat(story.coordinator()).isEqualTo("medlem");
    }

    @Test
    void theChairAgreesAnotherDayAndBothConfirmAgain() {
        agreed();
        story.confirms("sekretaer", "helpAsSecretary");
        story.daysPass(17);
        story.decides(
                "formand",
                "NEW_DAY",
                Map.of(
                        "successor",
                        story.person("medlem"),
                        "handoverDay",
                        story.today().plusDays(5).toString()));
        story.waitsFor("handOverPost", "takeOverPost", "helpAsBoard");
        assertThat(story.mailed("handover-agreed")).hasSize(4);

        story.handsOver("");
        story.confirms("medlem", "takeOverPost");
        story.daysPass(5);
        assertThat(story.coordinator()).isEqualTo("medlem");
    }

    @Test
    void theWholeBoardIsAskedWhenTheChairDoesNotDecide() {
        agreed();
        story.daysPass(35);
        story.tookThePath("offerDecision");
        story.decides("bestyrelse", "CANCEL", Map.of("reason", "Vi venter til generalforsamlingen."));

        assertThat(story.coordinator()).isEqualTo("koordinator");
        assertThat(story.mailed("handover-stopped")).containsExactlyInAnyOrder("koordinator", "medlem", "formand");
        assertThat(story.handover().reason()).isEqualTo("Vi venter til generalforsamlingen.");
        assertThat(story.isRunning(CoordinatorHandover.KEY)).isFalse();
    }

    @Test
    void theSuccessorLeavesBeforeTheDay() {
        agreed();
        story.handsOver("");
        story.leaves("medlem");

        story.waitsFor("decideOnHandover");
        assertThat(story.handover().reason()).contains("Efterfølgeren er ikke medlem");
        assertThatThrownBy(() -> story.decides("formand", "CARRY_OUT", Map.of()))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("ikke længere medlem");
        story.decides(
                "formand",
                "NEW_DAY",
                Map.of(
                        "successor",
                        story.person("kasserer"),
                        "handoverDay",
                        story.today().plusDays(3).toString()));
        assertThat(story.assignee("takeOverPost")).isEqualTo("kasserer");
    }

    @Test
    void itIsCancelledAtAnyTimeWithAReason() {
        agreed();
        assertThat(story.isCancelled("Jeg bliver alligevel.")).isTrue();

        assertThat(story.openTasks()).isEmpty();
        assertThat(story.coordinator()).isEqualTo("koordinator");
        assertThat(story.mailed("handover-stopped")).containsExactlyInAnyOrder("koordinator", "medlem", "formand");
        assertThat(story.isCancelled("En gang til")).as("a second click").isFalse();
        assertThat(story.handover().reason()).isEqualTo("Jeg bliver alligevel.");
    }

    @Test
    void itStopsWhenThePostGoesAnotherWay() {
        agreed();
        story.thePostGoesElsewhere("kasserer");

        assertThat(story.openTasks()).isEmpty();
        assertThat(story.handover().reason()).contains("på anden vis");
        assertThat(story.coordinator()).isEqualTo("kasserer");
    }

    @Test
    void anotherOneAgreedInsteadEndsTheFirst() {
        agreed();
        story.aHandoverIsAgreed("kasserer", 7);

        assertThat(story.assignee("takeOverPost")).isEqualTo("kasserer");
        assertThat(story.handover().successor()).isEqualTo(story.person("kasserer"));
    }
}
