package dk.klyngeflow.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.invitations.Fewest;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.Post;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How many are enough: no cluster of six can send eight. */
@KlyngeflowTest
class FewestTest {

    @Autowired
    MeetingStory story;

    @Autowired
    ClusterRegister register;

    @Autowired
    Fewest fewest;

    @Autowired
    MeetingViews views;

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void isHalfOfThoseCalledAndAtMostWhatClustersUse() {
        story.aMeetingHasADate("");
        assertThat(fewest.of(story.meeting())).as("of 21").isEqualTo(8);
        assertThat(views.view(story.meeting()).replies().fewest())
                .isEqualTo("8 af 21: som klynger plejer; vælg selv under Indstillinger");
    }

    @Test
    void asksTheCoordinatorOfASmallClusterOnlyWhenFewerThanHalfCome() {
        aMeetingOfSix();
        assertThat(fewest.of(story.meeting())).isEqualTo(3);
        assertThat(views.view(story.meeting()).replies().fewest()).isEqualTo("3 af 6: halvdelen af de indkaldte");
        story.untilTheAgenda();
        story.theAgendaIsApproved();
        story.members().stream().limit(3).forEach(story::comes);
        story.untilAnswersClose();
        assertThat(story.tasksOf("koordinator")).doesNotContain("decideOnMeeting");
    }

    @Test
    void whatTheClusterHasChosenCounts() {
        aMeetingOfSix();
        story.set(MeetingSettings.FEWEST, 5);
        assertThat(views.view(story.meeting()).replies().fewest()).isEqualTo("5 af 6: valgt under Indstillinger");
        story.untilTheAgenda();
        story.theAgendaIsApproved();
        story.members().stream().limit(4).forEach(story::comes);
        story.untilAnswersClose();
        assertThat(story.tasksOf("koordinator")).contains("decideOnMeeting");
    }

    private void aMeetingOfSix() {
        story.aCluster();
        story.set(MeetingSettings.TOPIC_VOTE_DAYS, 0);
        String coordinator = story.person("koordinator");
        story.members().stream()
                .filter(member -> !member.equals(coordinator))
                .skip(5)
                .toList()
                .forEach(member -> register.end(story.cluster(), member, Post.MEMBER));
        story.aMeetingIsWanted();
        story.theCoordinatorPlans("");
        story.dueJobsRun();
        story.theDateIsFound();
        story.dueJobsRun();
    }
}
