package dk.klyngeflow.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.gatherings.AgendaPoints;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.recipes.EveryStateOfRecipes;
import dk.klyngeflow.recipes.RecipeTown;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A meeting that is begun from another cluster's recipe goes the way of every meeting, with everything filled in. */
@KlyngeflowTest
class MeetingFromRecipeTest {

    @Autowired
    MeetingStory story;

    @Autowired
    RecipeTown town;

    @Autowired
    EveryStateOfRecipes recipes;

    @Autowired
    AgendaPoints points;

    @Autowired
    TestClock clock;

    @Test
    void theAgendaIsTheRecipesAtTheHoursOfThisMeeting() {
        story.aCluster();
        String recipe = town.hasShared(town.isOpened("Sydklyngen"), "Polyfarmaci hos ældre");
        story.theMeetingIs(recipes.isBegun(
                story.cluster(),
                recipe,
                CopenhagenTime.dayOf(clock.instant()).plusWeeks(11),
                story.person("koordinator")));
        Meeting begun = story.meeting();
        assertThat(begun.title()).isEqualTo("Polyfarmaci hos ældre");
        assertThat(begun.minutes()).isEqualTo(120);
        points.add(story.cluster(), story.cluster() + "/sag", "Ny aftale om vagter", null);

        Map<String, Object> form = new HashMap<>(story.plan(""));
        form.put("title", begun.title());
        form.put("topicId", begun.topicId());
        story.answers("koordinator", "planMeeting", form);
        story.dueJobsRun();
        story.theDateIsFound();
        story.dueJobsRun();
        story.untilTheAgenda();

        LocalTime start = LocalTime.ofInstant(story.meeting().start(), CopenhagenTime.ZONE);
        List<String> agenda = story.meeting().agenda().lines().toList();
        assertThat(agenda.get(0)).isEqualTo(DanishTime.HOUR.format(start) + "  Velkomst (10 min.)");
        assertThat(agenda)
                .containsSubsequence(
                        "       Ny aftale om vagter",
                        DanishTime.HOUR.format(start.plusMinutes(10)) + "  Samtale i små grupper (60 min.)",
                        DanishTime.HOUR.format(start.plusMinutes(120)) + "  Tak for i dag");
        story.theAgendaIsApproved();
        assertThat(story.mails("meeting-invitation")).isPositive();
    }
}
