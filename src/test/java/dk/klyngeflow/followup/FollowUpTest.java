package dk.klyngeflow.followup;

import static dk.klyngeflow.followup.AfterMeetingStory.item;
import static dk.klyngeflow.followup.AfterMeetingStory.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.actions.ActionItem;
import dk.klyngeflow.actions.ActionItems;
import dk.klyngeflow.actions.ItemState;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.gatherings.Reply;
import dk.klyngeflow.recipes.TopicOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way the months after a meeting can go. */
@KlyngeflowTest
class FollowUpTest {

    private static final LocalDate DUE = LocalDate.of(2026, 10, 1);
    private static final String PROMISE = "Skriv til kommunen";

    @Autowired
    AfterMeetingStory story;

    @Autowired
    ActionItems items;

    @Autowired
    AgendaItems agenda;

    @Autowired
    MemberCare care;

    @Autowired
    ReMeasures measures;

    @Autowired
    OutcomeOfTopic outcomes;

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    private void agreed(String owner) {
        story.aCluster();
        story.aMeetingIsHeld();
        story.theMinutesAreSent(List.of(item(PROMISE, story.person(owner), DUE)));
        story.itIsFollowedUp();
    }

    private ActionItem promise() {
        return items.of(story.meeting()).get(0);
    }

    private void says(String holder, ItemState state, String day, String note) {
        Map<String, List<String>> sent = new HashMap<>();
        sent.put("state-1", List.of(state.name()));
        if (!day.isEmpty()) {
            sent.put("day-1", List.of(day));
        }
        sent.put("note-1", List.of(note));
        story.byLink("action-item", holder, sent);
    }

    private static Map<String, Object> measured() {
        return Map.of(
                "decision", "MEASURED",
                "measure", "Rygere, der er spurgt",
                "unit", "%",
                "before", "26",
                "after", "41,5",
                "better", "HIGHER",
                "note", "Det går den rigtige vej på Ærø.");
    }

    @Test
    void endsWhenAllIsDoneAndTheTopicIsMeasuredAgain() {
        agreed("medlem");
        story.until(Instant.parse("2026-10-01T12:00:00Z"));
        assertThat(story.mailedAt("action-item")).containsExactly("2026-10-01T12:10");
        says(story.person("medlem"), ItemState.DONE, "", "Svar ventes i uge 42");
        assertThat(items.open(story.cluster())).isEmpty();
        assertThat(items.doneSince(story.cluster(), Instant.parse("2026-09-01T00:00:00Z")))
                .extracting(ActionItem::line)
                .containsExactly("Skriv til kommunen (Mads Enevold, 1. oktober 2026): gjort, Svar ventes i uge 42");
        story.isOpen();

        story.until(Instant.parse("2027-06-07T12:00:00Z"));
        story.waitsFor("reMeasure");
        story.answers("koordinator", "reMeasure", measured());
        story.hasEnded();
        assertThat(story.over("action-item", story.person("medlem")))
                .contains("Opfølgningen på mødet er afsluttet. Du skal ikke gøre mere.");
        assertThat(story.over("action-item", story.person("m7")))
                .as("she has promised nothing")
                .contains("Du har ikke længere noget, der venter fra mødet. Du skal ikke gøre mere.");
        assertThat(measures.find(story.cluster(), story.meeting().meetingId()))
                .hasValueSatisfying(
                        measure -> assertThat(measure.figures().after()).isEqualByComparingTo("41.5"));
        assertThat(outcomes.of(story.meeting()))
                .as("what other clusters may learn from: the way it went, and no figure")
                .hasValue(new TopicOutcome.Seen(
                        "Rygere, der er spurgt",
                        "Da vi målte igen, var det gået fremad.\nDet går den rigtige vej på Ærø."));
        assertThat(story.mailed("action-item")).hasSize(1);
        story.nothingPersonalIsInTheEngine(PROMISE, "uge 42", "Ærø.", "41.5", "41,5");
    }

    @Test
    void asksAgainOnTheNewDayWhenItIsNotDoneYet() {
        agreed("medlem");
        story.until(Instant.parse("2026-10-01T12:00:00Z"));
        says(story.person("medlem"), ItemState.NOT_YET, "2026-11-02", "Venter på svar");
        assertThat(items.open(story.cluster()))
                .extracting(ActionItem::line)
                .containsExactly("Skriv til kommunen (Mads Enevold, 2. november 2026): ikke endnu, Venter på svar");
        assertThat(agenda.lines(story.cluster()))
                .containsExactly("Skriv til kommunen (senest 2. november 2026): ikke endnu");
        story.until(Instant.parse("2026-11-03T12:00:00Z"));
        assertThat(story.mailedAt("action-item")).containsExactly("2026-10-01T12:10", "2026-11-02T12:10");
        says(story.person("medlem"), ItemState.DONE, "", "");
        assertThat(agenda.lines(story.cluster())).containsExactly("Skriv til kommunen: gjort");
        story.daysPass(60);
        assertThat(story.mailed("action-item")).hasSize(2);
    }

    @Test
    void nagsNobody_threeRemindersAndThenTheAgenda() {
        agreed("medlem");
        story.until(Instant.parse("2027-05-01T12:00:00Z"));
        assertThat(story.mailedAt("action-item"))
                .containsExactly("2026-10-01T12:10", "2026-10-08T12:10", "2026-10-15T12:10");
        assertThat(items.open(story.cluster())).hasSize(1);
        story.isOpen();
    }

    @Test
    void isLetGoAfterThirteenMonths_andTheLinkDies() {
        agreed("medlem");
        story.until(Instant.parse("2027-10-08T12:00:00Z"));
        story.hasEnded();
        story.waitsFor();
        assertThat(items.open(story.cluster())).hasSize(1);
    }

    @Test
    void mayAnswerBeforeAnybodyReminds() {
        agreed("medlem");
        says(story.person("medlem"), ItemState.DONE, "", "");
        story.daysPass(60);
        assertThat(story.mailed("action-item")).isEmpty();
    }

    @Test
    void remindsOnceOfAllThatOnePersonPromised() {
        story.aCluster();
        story.aMeetingIsHeld();
        story.theMinutesAreSent(List.of(
                item(PROMISE, story.person("medlem"), DUE),
                item("Ring til apoteket", story.person("medlem"), DUE),
                item("Book lokalet", story.person("sekretaer"), DUE)));
        story.itIsFollowedUp();
        story.until(Instant.parse("2026-10-01T12:00:00Z"));

        assertThat(story.mailed("action-item"))
                .containsExactlyInAnyOrder(story.person("medlem"), story.person("sekretaer"));
    }

    @Test
    void whatALeaverPromisedGoesToTheCoordinator() {
        agreed("medlem");
        story.leaves("medlem");
        story.until(Instant.parse("2026-10-01T12:00:00Z"));

        assertThat(promise().ownerId()).isEqualTo(story.person("koordinator"));
        assertThat(story.mailed("action-item")).containsExactly(story.person("koordinator"));
        assertThat(story.shown("action-item", story.person("medlem"))).isEmpty();
        says(story.person("koordinator"), ItemState.DONE, "", "");
        assertThat(items.open(story.cluster())).isEmpty();
    }

    @Test
    void aWrongAnswerChangesNothing() {
        agreed("medlem");
        refused(Map.of(), "Vælg, om det er gjort.");
        refused(Map.of("state-1", List.of("NOT_YET")), "Vælg en ny dag");
        refused(Map.of("state-1", List.of("NOT_YET"), "day-1", List.of("2020-01-01")), "fra i dag");
        assertThat(promise().state()).isEqualTo(ItemState.OPEN);
        assertThat(story.shown("action-item", story.person("formand"))).isEmpty();
    }

    private void refused(Map<String, List<String>> sent, String message) {
        assertThatThrownBy(() -> story.byLink("action-item", story.person("medlem"), sent))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining(message);
    }

    @Test
    void aMeasureCanBeDeclinedWithAReason() {
        agreed("medlem");
        says(story.person("medlem"), ItemState.DONE, "", "");
        story.until(Instant.parse("2027-06-07T12:00:00Z"));
        assertThatThrownBy(() -> story.answers("koordinator", "reMeasure", Map.of("decision", "DECLINED")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Begrundelsen mangler");
        assertThatThrownBy(() ->
                        story.answers("koordinator", "reMeasure", Map.of("decision", "MEASURED", "measure", "Rygere")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Skriv tallene før og efter, eller vælg en fil");
        story.answers("koordinator", "reMeasure", Map.of("decision", "DECLINED", "reason", "Vi har ikke data"));
        story.hasEnded();
        assertThat(measures.find(story.cluster(), story.meeting().meetingId()))
                .hasValueSatisfying(
                        measure -> assertThat(measure.declinedReason()).isEqualTo("Vi har ikke data"));
    }

    @Test
    void somebodyIsCalledWhoHasBeenSilentTwice_andNotAgainAfterTheNextMeeting() {
        story.aCluster();
        story.aMeetingIsHeld("m7", "m8");
        story.theMinutesAreSent(List.of());
        story.itIsFollowedUp();
        story.waitsFor();
        story.daysPass(60);
        story.aMeetingIsHeld("m7");
        story.theMinutesAreSent(List.of());
        story.itIsFollowedUp();
        story.waitsFor("careForSilent");
        assertThat(care.of(story.cluster(), story.meeting().meetingId()))
                .extracting(MemberCare.Silent::name)
                .containsExactly("Anders Bækgaard");

        assertThatThrownBy(() -> story.answers("koordinator", "careForSilent", Map.of()))
                .isInstanceOf(FormRefused.class);
        story.answers(
                "koordinator",
                "careForSilent",
                Map.of(
                        "calls",
                        json(List.of(Map.of(
                                "person",
                                story.person("m7"),
                                "spoken",
                                "YES",
                                "note",
                                "Har haft travlt med byggeri")))));
        story.waitsFor();
        assertThat(care.of(story.cluster(), story.meeting().meetingId()).get(0).note())
                .contains("byggeri");
        story.nothingPersonalIsInTheEngine("byggeri");

        story.daysPass(60);
        story.aMeetingIsHeld("m7");
        story.theMinutesAreSent(List.of());
        story.itIsFollowedUp();
        story.waitsFor();
    }

    @Test
    void nobodyIsCalledWhoSaidNo() {
        story.aCluster();
        for (int meeting = 0; meeting < 2; meeting++) {
            story.aMeetingIsHeldWithout("m7", Reply.NO);
            story.theMinutesAreSent(List.of());
            story.daysPass(30);
        }
        story.itIsFollowedUp();
        story.waitsFor();
    }

    @Test
    void theBoardIsAskedWhenNobodyMeasures() {
        agreed("medlem");
        story.until(Instant.parse("2027-07-01T12:00:00Z"));
        story.waitsFor("reMeasure");
        assertThat(story.holders()).contains(story.person("koordinator"), story.person("formand"));
    }
}
