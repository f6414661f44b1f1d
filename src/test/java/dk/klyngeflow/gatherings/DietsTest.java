package dk.klyngeflow.gatherings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.engine.NightWatch;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.meetings.MeetingStory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What guests say about food: counted for the caterer, known to nobody else, and forgotten. */
@KlyngeflowTest
@ExtendWith(OutputCaptureExtension.class)
class DietsTest {

    @Autowired
    MeetingStory story;

    @Autowired
    Diets diets;

    @Autowired
    RemarkRetention retention;

    @Autowired
    NightWatch night;

    @Autowired
    HistoryService history;

    @Autowired
    TestClock clock;

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void areCountedByPlateForThoseWhoCome() {
        story.aMeetingHasADate("CATERING");
        List<String> members = story.members();
        says(members.get(0), "YES", List.of("VEGETARIAN"), "", "");
        says(members.get(1), "YES", List.of("NO_GLUTEN", "VEGETARIAN"), "", "");
        says(members.get(2), "YES", List.of("VEGETARIAN"), "", "Jeg kommer ti minutter senere");
        says(members.get(3), "YES", List.of(), "tåler ikke skaldyr", "");
        says(members.get(4), "NO", List.of("VEGAN"), "", "");

        assertThat(diets.counted(story.meeting()))
                .containsExactly("2 × vegetarisk", "1 × tåler ikke skaldyr", "1 × vegetarisk, uden gluten");

        says(members.get(0), "YES", List.of(), "", "");
        assertThat(diets.counted(story.meeting())).contains("1 × vegetarisk");
    }

    @Test
    void areShownToTheOneWhoSaidThemAndOnlyAskedWhereThereIsFood() {
        story.aMeetingHasADate("CATERING");
        String member = story.person("medlem");
        says(member, "YES", List.of("HALAL"), "ingen nødder", "Kan jeg få en plads ved døren?");
        assertThat(chosen(story.shown("rsvp", member))).contains("YES", "HALAL");
        assertThat(typed(story.shown("rsvp", member)))
                .containsExactly("ingen nødder", "Kan jeg få en plads ved døren?");

        story.aMeetingHasADate("");
        assertThat(story.shown("rsvp", story.person("medlem")).blocks().stream().filter(Block.Choice.class::isInstance))
                .as("the answer alone")
                .hasSize(1);
    }

    @Test
    void stayOutOfVariablesAndLogsAndAreForgottenAfterThreeMonths(CapturedOutput output) {
        story.aMeetingHasADate("CATERING");
        says(story.person("medlem"), "YES", List.of("NO_LACTOSE"), "kan ikke tåle kiwi", "Ring til mig");
        assertThat(history.createHistoricVariableInstanceQuery()
                        .tenantIdIn(story.cluster())
                        .list())
                .noneMatch(variable -> String.valueOf(variable.getValue()).matches("(?s).*(kiwi|LACTOSE|Ring til).*"));
        assertThat(output.getAll()).doesNotContain("kiwi").doesNotContain("NO_LACTOSE");

        clock.set(story.meeting().start().plus(Duration.ofDays(80)));
        night.forget(retention);
        assertThat(diets.all(story.meeting())).hasSize(1);
        clock.set(story.meeting().start().plus(Duration.ofDays(100)));
        night.forget(retention);
        assertThat(diets.all(story.meeting())).isEmpty();
    }

    private void says(String member, String answer, List<String> food, String other, String comment) {
        story.byLink(
                "rsvp",
                member,
                Map.of(
                        "svar-" + story.meeting().sequence(),
                        List.of(answer),
                        "mad",
                        food,
                        "andet",
                        List.of(other),
                        "besked",
                        List.of(comment)));
    }

    private static List<String> chosen(Shown shown) {
        return shown.blocks().stream()
                .filter(Block.Choice.class::isInstance)
                .flatMap(block -> ((Block.Choice) block).chosen().stream())
                .toList();
    }

    private static List<String> typed(Shown shown) {
        List<String> typed = new ArrayList<>();
        shown.blocks().stream()
                .filter(Block.Field.class::isInstance)
                .forEach(block -> typed.add(((Block.Field) block).value()));
        return typed;
    }
}
