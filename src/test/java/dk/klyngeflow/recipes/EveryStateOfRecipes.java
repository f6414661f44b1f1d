package dk.klyngeflow.recipes;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;

/** Recipes in every state, another cluster's among them, and a meeting begun from one; for whoever opens every page. */
@TestComponent
public class EveryStateOfRecipes {

    private final RecipeTown town;
    private final RecipeMeetings held;
    private final RecipeTrials trials;
    private final RecipeDrafts drafts;
    private final Recipes recipes;
    private final Meetings meetings;
    private final CopenhagenTime time;

    EveryStateOfRecipes(
            RecipeTown town,
            RecipeMeetings held,
            RecipeTrials trials,
            RecipeDrafts drafts,
            Recipes recipes,
            Meetings meetings,
            CopenhagenTime time) {
        this.town = town;
        this.held = held;
        this.trials = trials;
        this.drafts = drafts;
        this.recipes = recipes;
        this.meetings = meetings;
        this.time = time;
    }

    public void areIn(String cluster) {
        String coordinator = cluster + "-koordinator";
        town.hasClosed(cluster, "Kan deles");
        Meeting withFile = town.hasClosed(cluster, "Med fund", "16.30  Oplæg af Anne Holm om 41 %");
        town.paper(withFile, "Oplaeg.pdf", RecipeTown.pdf("Gennemgang af medicin"));
        drafts.begin(withFile, coordinator);
        recipes.withdraw(cluster, town.hasShared(cluster, "Trukket"));
        String own = town.hasShared(cluster, "Delt");
        String other = town.isOpened("Fjordklyngen");
        String theirs = town.hasShared(other, "Andres");
        Meeting toSay = isHeld(cluster, theirs);
        Meeting said = isHeld(cluster, theirs);
        meetings.status(cluster, toSay.meetingId(), MeetingStatus.HELD);
        say(said, coordinator);
        say(isHeld(other, own), other + "-koordinator");
    }

    private Meeting isHeld(String cluster, String recipe) {
        LocalDate day = time.today().plusWeeks(60);
        return held.hold(
                cluster,
                recipe,
                version(cluster, recipe),
                Map.of(
                        "earliestDay",
                        day.toString(),
                        "latestDay",
                        day.plusWeeks(1).toString(),
                        "another",
                        "YES"),
                cluster + "-koordinator");
    }

    private void say(Meeting meeting, String by) {
        meetings.status(meeting.clusterId(), meeting.meetingId(), MeetingStatus.HELD);
        Meeting now = meetings.get(meeting.clusterId(), meeting.meetingId());
        trials.say(trials.toAsk(now).orElseThrow(), "", new RecipeTrials.Word("God snak.", true, false), Set.of(), by);
    }

    private int version(String cluster, String recipe) {
        return recipes.readBy(cluster, recipe).orElseThrow().version();
    }

    /** Whoever asks for it begins a meeting from a recipe. @return its business key */
    public String isBegun(String cluster, String recipe, LocalDate earliest, String by) {
        return held.hold(
                        cluster,
                        recipe,
                        version(cluster, recipe),
                        Map.of(
                                "earliestDay",
                                earliest.toString(),
                                "latestDay",
                                earliest.plusWeeks(2).toString()),
                        by)
                .businessKey();
    }
}
