package dk.klyngeflow.meetings;

import static dk.klyngeflow.bookings.BookingKind.CATERING;
import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.bookings.Suppliers;
import dk.klyngeflow.dataorders.DataSettings;
import dk.klyngeflow.dataorders.MeetingData;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingSection;
import dk.klyngeflow.links.Block;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a meeting's page says once the meeting has another date: nothing that was said about the old one. */
@KlyngeflowTest
class AfterAMoveTest {

    @Autowired
    MeetingStory story;

    @Autowired
    MeetingSection bookingsSection;

    @Autowired
    MeetingOutlook outlook;

    @Autowired
    MeetingChanges changes;

    @Autowired
    Suppliers suppliers;

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    private void aMeetingWithFoodHasADate() {
        story.aCluster();
        story.set(MeetingSettings.TOPIC_VOTE_DAYS, 0);
        suppliers.add(
                story.cluster(),
                new Suppliers.Entry(
                        CATERING,
                        "Madhuset",
                        Suppliers.Reach.by("mad@sted.example", ""),
                        Suppliers.Terms.UNKNOWN,
                        false,
                        true));
        story.aMeetingIsWanted();
        story.theCoordinatorPlans("CATERING");
        story.dueJobsRun();
        story.theDateIsFound();
        story.dueJobsRun();
    }

    @Test
    void aSuppliersYesToTheOldDateIsNotShownAsAnAnswer() {
        aMeetingWithFoodHasADate();
        String caterer = story.holder("booking");
        says(caterer, "JA", "Vi kommer med to vogne");
        assertThat(catering())
                .contains("Bekræftet", "Vi kommer med to vogne")
                .anyMatch(cell -> cell.startsWith("800,00"));
        Meeting before = story.meeting();

        changes.move(story.cluster(), before.meetingId(), laterBy(7), "Syg", story.person("koordinator"));
        assertThat(catering())
                .as("nobody has been told yet")
                .anyMatch(cell -> cell.startsWith("Sagde ja til ") && cell.endsWith("; bliver spurgt om den nye tid"))
                .doesNotContain("Bekræftet");
        story.dueJobsRun();
        assertThat(catering())
                .contains("Spurgt igen om den nye tid; venter på svar")
                .doesNotContain("Bekræftet", "Vi kommer med to vogne")
                .noneMatch(cell -> cell.startsWith("800,00"));
        assertThat(outlook.of(story.meeting()).waits())
                .anyMatch(wait -> wait.what().equals("svar om " + CATERING.definite()));

        says(caterer, "NEJ", "Ikke den uge");
        assertThat(catering()).contains("Sagt nej", "Ikke den uge");
    }

    @Test
    void aNoToTheOldDateIsOneToThatDate() {
        aMeetingWithFoodHasADate();
        says(story.holder("booking"), "NEJ", "");
        story.isMoved(laterBy(7));
        assertThat(bookingsSection.of(story.meeting()).get(0).rows().get(0).get(2))
                .startsWith("Sagde nej til ");
    }

    @Test
    void whoHasDecidedToGoWithoutDataIsNotAskedAgainForANearerDate() {
        story.aMeetingHasADate("DATA", DataSettings.LEAD_DAYS, 300);
        story.answersOf(MeetingData.CASE_PART, "koordinator", "decideOnData", Map.of("decision", "WITHOUT"));
        story.dueJobsRun();

        story.isMoved(story.meeting().start().minus(Duration.ofDays(7)));

        assertThat(story.openTasks()).extracting(Task::getTaskDefinitionKey).doesNotContain("decideOnData");
        assertThat(story.mails("decision-wanted")).isEqualTo(1);
    }

    @Test
    void whoHasNotDecidedIsAskedAgain() {
        story.aMeetingHasADate("DATA", DataSettings.LEAD_DAYS, 300);

        story.isMoved(story.meeting().start().minus(Duration.ofDays(7)));

        assertThat(story.openTasks()).extracting(Task::getTaskDefinitionKey).contains("decideOnData");
    }

    @Test
    void theFirstThatIsWaitedForIsNamedFirst_andWhoDoesIt() {
        aMeetingWithFoodHasADate();
        assertThat(next())
                .startsWith("Først ventes der på svar om forplejningen fra ")
                .contains("Dagsordenen lægges til godkendelse hos ");
        says(story.holder("booking"), "JA", "");
        assertThat(next()).startsWith("Mødet forberedes. Dagsordenen lægges til godkendelse hos ");
        story.untilTheAgenda();
        assertThat(next()).startsWith("Dagsordenen skal godkendes af ").doesNotContain("Tilmeldingen");
        story.theAgendaIsApproved();
        assertThat(next()).startsWith("Tilmeldingen slutter ");

        story.isMoved(laterBy(60));
        says(story.holder("booking"), "JA", "");
        assertThat(next())
                .as("the agenda stands when the hour does")
                .startsWith("Dagsordenen er godkendt. Alle får en ny indkaldelse ");
        story.isMoved(story.meeting().start().plus(Duration.ofHours(1)));
        says(story.holder("booking"), "JA", "");
        assertThat(next()).startsWith("Mødet forberedes. Dagsordenen lægges til godkendelse hos ");
    }

    @Test
    void anOverdueTaskComesBeforeTheDeadlineOfOthers() {
        story.aMeetingHasADate("DATA", DataSettings.LEAD_DAYS, 300);
        assertThat(next()).startsWith("Først skal „").contains("løses af ", "senest ");
    }

    private String next() {
        return outlook.of(story.meeting()).next();
    }

    private Instant laterBy(int days) {
        return story.meeting().start().plus(Duration.ofDays(days));
    }

    private List<String> catering() {
        List<MeetingSection.Section> sections = bookingsSection.of(story.meeting());
        return sections.get(0).rows().get(0);
    }

    private void says(String holder, String answer, String remark) {
        Map<String, List<String>> sent = new HashMap<>();
        story.shown("booking", holder).blocks().stream()
                .filter(Block.Choice.class::isInstance)
                .map(Block.Choice.class::cast)
                .flatMap(choice -> choice.options().stream())
                .map(Block.Choice.Option::value)
                .filter(value -> value.startsWith(answer))
                .forEach(value -> sent.put("answer", List.of(value)));
        if (answer.equals("JA")) {
            sent.put("price", List.of("80000"));
        }
        if (!remark.isEmpty()) {
            sent.put("remark", List.of(remark));
        }
        story.byLink("booking", holder, sent);
        story.dueJobsRun();
    }
}
