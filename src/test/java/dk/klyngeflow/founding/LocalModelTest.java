package dk.klyngeflow.founding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.engine.Forgets;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.NightWatch;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.localmodel.Choices;
import dk.klyngeflow.localmodel.LocalModels;
import dk.klyngeflow.localmodel.PhonedAnswers;
import dk.klyngeflow.localmodel.Question;
import dk.klyngeflow.security.Refused;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way in which a cluster agrees how it works, or does not. It is Monday 7 September 2026, 8 o'clock. */
@KlyngeflowTest
class LocalModelTest {

    private static final Map<String, Object> AS_IT_IS = Map.of();

    @Autowired
    LocalModelStory story;

    @Autowired
    LocalModels models;

    @Autowired
    PhonedAnswers phonedAnswers;

    @Autowired
    NightWatch night;

    @Autowired
    List<Forgets> forgets;

    @Autowired
    TestClock clock;

    @BeforeEach
    void aCluster() {
        story.aCluster();
    }

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void isAgreedOn_whenAllAnswerAndAccept() {
        story.asksTheMembers();
        assertThat(story.mailsOf("model-questionnaire")).hasSize(21);
        story.everybodyAnswers("meetings", "4", "weekdays", "mandag,torsdag", "hour", "16.30");
        story.waitsFor("draftModel");
        assertThat(story.openTasks().get(0).getName()).endsWith("Skriv udkastet · Lokal model");
        story.writesTheDraft(AS_IT_IS);
        assertThat(story.mailsOf("model-draft")).hasSize(21);
        story.everybodyAccepts();
        story.waitsFor("settleModel");
        LocalDate from = story.tomorrow().plusDays(2);
        story.adopts(from, AS_IT_IS);
        assertThat(story.mailsOf("local-model")).hasSize(21);
        assertThat(models.inForce(story.cluster())).isEmpty();
        assertThat(models.versions(story.cluster()).get(0).version()).isEqualTo(1);
        story.daysPass(3);
        assertThat(story.inForce().version()).isEqualTo(1);
        assertThat(story.inForce().effectiveFrom()).isEqualTo(from);
        assertThat(story.inForce().choices().inWords(Question.WEEKDAYS)).isEqualTo("Mandag, torsdag");
        assertThat(story.isUnderWay()).isFalse();
        assertThat(story.mailsOf("model-questionnaire-reminder")).isEmpty();
        story.tookThePath(
                "openQuestionnaire",
                "awaitModelAnswers",
                "drawUpModel",
                "draftModel",
                "presentModel",
                "awaitComments",
                "settleModel",
                "adoptModel",
                "putModelIntoForce",
                "modelPutIntoForce");
    }

    @Test
    void remindsOnlyTheSilent_andGoesOnWhenTheTimeIsUp() {
        story.asksTheMembers();
        List<String> members = story.members();
        story.answers(members.get(0), "meetings", "5");
        story.daysPass(13);
        List<String> reminded = story.mailsOf("model-questionnaire-reminder");
        assertThat(reminded).hasSize(40).doesNotContain(members.get(0));
        story.waitsFor();
        story.daysPass(2);
        story.waitsFor("draftModel");
        assertThatThrownBy(() -> story.answers(members.get(1), "meetings", "2"))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Svarfristen er gået");
        story.tookThePath("firstModelReminderDue", "lastModelReminderDue", "questionnaireClosed");
    }

    /** The timer has not run yet, but the time is up: the statement that keeps an answer knows. */
    @Test
    void takesNoAnswerAfterTheDeadline_thoughNobodyHasClosed() {
        story.asksTheMembers();
        clock.advance(Duration.ofDays(15));
        assertThatThrownBy(() -> story.answers(story.members().get(0), "meetings", "2"))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Svarfristen er gået");
    }

    @Test
    void nobodyAnswers_andTheCoordinatorWritesItHerself() {
        story.asksTheMembers();
        story.daysPass(15);
        story.waitsFor("draftModel");
        story.writesTheDraft(AS_IT_IS);
        story.daysPass(11);
        story.waitsFor("settleModel");
        story.adopts(story.tomorrow(), AS_IT_IS);
        story.daysPass(1);
        assertThat(story.inForce().version()).isEqualTo(1);
        story.tookThePath("commentsClosed");
    }

    @Test
    void aCommentLeadsToAnotherDraft_andTheOldLinkSaysSo() {
        story.asksTheMembers();
        story.everybodyAnswers("meetings", "4");
        story.writesTheDraft(AS_IT_IS);
        String somebody = story.members().get(3);
        assertThatThrownBy(() -> story.says(somebody, "BEMAERKNING", "")).isInstanceOf(FormRefused.class);
        String first = story.round().id() + "/1";
        story.says(somebody, "BEMAERKNING", "Ikke om mandagen");
        story.daysPass(11);
        story.showsItAgain(Map.of("weekdays", "torsdag"));
        assertThat(story.mailsOf("model-draft")).hasSize(42);
        Shown old = story.sees(somebody, LocalModelStory.DRAFT, first);
        assertThat(old.button()).isNull();
        assertThat(old.blocks().toString()).contains("Du har fået et nyt på mail");
        assertThatThrownBy(() -> story.sends(somebody, LocalModelStory.DRAFT, first, "svar", "JA"))
                .isInstanceOf(FormRefused.class);
        story.everybodyAccepts();
        story.adopts(story.tomorrow(), Map.of("weekdays", "torsdag"));
        story.daysPass(1);
        assertThat(story.inForce().choices().all(Question.WEEKDAYS)).containsExactly("torsdag");
    }

    @Test
    void isGivenUpAtAnyTime_andEverybodyHearsWhy() {
        story.asksTheMembers();
        String id = story.round().id();
        story.givesUp("Vi venter til efter sommer");
        assertThat(story.isUnderWay()).isFalse();
        assertThat(story.mailsOf("model-cancelled")).hasSize(21);
        assertThat(story.openTasks()).isEmpty();
        Shown link = story.sees(story.members().get(0), LocalModelStory.QUESTIONNAIRE, id);
        assertThat(link.blocks().toString()).contains("Vi venter til efter sommer");
        story.tookThePath("modelCancelled", "tellModelCancelled");
        // and another may begin
        story.asksTheMembers();
        assertThat(story.round().roundNo()).isEqualTo(2);
    }

    @Test
    void whatIsAdoptedIsGivenUpBeforeItsDay_andNeverApplies() {
        story.asksTheMembers();
        story.everybodyAnswers("meetings", "4");
        story.writesTheDraft(AS_IT_IS);
        story.everybodyAccepts();
        story.adopts(story.tomorrow().plusDays(5), AS_IT_IS);
        int round = story.round().roundNo();
        story.givesUp("Bestyrelsen vil det anderledes");
        story.daysPass(8);
        assertThat(models.inForce(story.cluster())).isEmpty();
        assertThat(models.versions(story.cluster())).isEmpty();
        assertThatThrownBy(() -> story.givesUpAgain(round, "En anden grund")).isInstanceOf(Refused.class);
    }

    @Test
    void neverTwoAtOnce() {
        story.asksTheMembers();
        assertThat(models.begin(story.cluster(), "somebody", clock.instant().plus(Duration.ofDays(5))))
                .isEmpty();
        story.theCalendarTurns();
        assertThat(story.mailsOf("model-questionnaire")).hasSize(21);
    }

    @Test
    void isAskedAgainAfterAYear_withTheOldAnswersAsStartingPointButNotAsAnswers() {
        story.agreesOn(Map.of("meetings", "5"));
        // her own answers are forgotten after three months: what the cluster agreed on is what stands there
        clock.advance(Duration.ofDays(200));
        forgets.stream().filter(each -> each.what().contains("lokale model")).forEach(night::forget);
        clock.advance(Duration.ofDays(100));
        story.theCalendarTurns();
        assertThat(story.isUnderWay()).isFalse();
        advanceTo(LocalDate.of(2027, 9, 13));
        story.theCalendarTurns();
        assertThat(story.round().roundNo()).isEqualTo(2);
        assertThat(story.round().startedBy()).isNull();
        String somebody = story.members().get(0);
        Shown shown = story.sees(somebody, LocalModelStory.QUESTIONNAIRE, "2");
        assertThat(choice(shown, "meetings").chosen()).containsExactly("5");
        assertThat(choice(shown, "stadig").chosen()).isEmpty();
        assertThat(choice(shown, "stadig").required()).isTrue();
        story.answers(somebody, "meetings", "6", "stadig", "RETTET");
        assertThat(choice(story.sees(somebody, LocalModelStory.QUESTIONNAIRE, "2"), "meetings")
                        .chosen())
                .containsExactly("6");
    }

    @Test
    void asksNobodyInJuly() {
        story.agreesOn(AS_IT_IS);
        story.set(FoundingSettings.REVIEW_MONTHS, 9);
        advanceTo(LocalDate.of(2027, 7, 14));
        story.theCalendarTurns();
        assertThat(story.isUnderWay()).isFalse();
        advanceTo(LocalDate.of(2027, 8, 2));
        story.theCalendarTurns();
        assertThat(story.isUnderWay()).isTrue();
    }

    @Test
    void nothingIsChosenBeforehandTheFirstTime() {
        story.asksTheMembers();
        Shown shown = story.sees(story.members().get(0), LocalModelStory.QUESTIONNAIRE, "1");
        assertThat(shown.blocks().stream()
                        .filter(Block.Choice.class::isInstance)
                        .map(Block.Choice.class::cast)
                        .flatMap(choice -> choice.chosen().stream()))
                .isEmpty();
        assertThatThrownBy(() -> story.answers(story.members().get(0))).isInstanceOf(FormRefused.class);
    }

    @Test
    void whoLeavesIsNotWaitedFor_andWhoComesIsAsked() {
        story.asksTheMembers();
        List<String> members = story.members();
        members.stream().skip(2).forEach(member -> story.answers(member, "meetings", "4"));
        String comer = story.joins("Ny Læge");
        assertThat(story.mailsOf("model-questionnaire")).hasSize(22).contains(comer);
        story.leaves(members.get(0));
        story.answers(members.get(1), "meetings", "4");
        story.waitsFor();
        story.leaves(comer);
        story.waitsFor("draftModel");
    }

    @Test
    void anAnswerByTelephoneIsNoted_andHerOwnAnswerStands() {
        story.asksTheMembers();
        List<String> members = story.members();
        story.answers(members.get(0), "meetings", "4");
        var phoned = Choices.of(Map.of(Question.MEETINGS, List.of("6")));
        assertThat(phonedAnswers.silent(story.cluster(), 1))
                .extracting(PhonedAnswers.Silent::personId)
                .contains(members.get(1))
                .doesNotContain(members.get(0));
        assertThat(phonedAnswers.note(story.cluster(), 1, members.get(1), phoned, "Noteret."))
                .isTrue();
        // whoever has answered herself is not answered for, nor is a stranger, nor is she twice
        assertThat(phonedAnswers.note(story.cluster(), 1, members.get(0), phoned, ""))
                .isFalse();
        assertThat(phonedAnswers.note(story.cluster(), 1, members.get(1), phoned, ""))
                .isFalse();
        assertThat(phonedAnswers.note(story.cluster(), 1, "nobody", phoned, "")).isFalse();
        assertThat(models.answered(story.cluster(), 1).answered()).isEqualTo(2);
        // she sees it by her link, and changes it
        assertThat(String.valueOf(story.page(LocalModelStory.QUESTIONNAIRE)
                        .show(new dk.klyngeflow.links.Held(story.cluster(), "1", members.get(1)))))
                .contains("Noteret.");
        story.answers(members.get(1), "meetings", "2");
        story.daysPass(15);
        assertThat(phonedAnswers.silent(story.cluster(), 1)).isEmpty();
        assertThat(phonedAnswers.note(story.cluster(), 1, members.get(2), phoned, ""))
                .isFalse();
    }

    @Test
    void whoComesWhileADraftIsShownIsShownIt() {
        story.asksTheMembers();
        story.daysPass(15);
        story.writesTheDraft(AS_IT_IS);
        String comer = story.joins("Ny Læge");
        assertThat(story.mailsOf("model-draft")).contains(comer);
    }

    @Test
    void theBoardIsOffered_whatTheCoordinatorLeaves() {
        story.asksTheMembers();
        story.daysPass(15);
        story.daysPass(11);
        story.does("draftModel", story.person("formand"), LocalModelStory.model(AS_IT_IS));
        story.tookThePath("draftLeftUndone", "offerModelTask", "presentModel");
    }

    @Test
    void whoAnsweredWhatIsForgotten_andTheModelStays() {
        story.agreesOn(AS_IT_IS);
        String somebody = story.members().get(0);
        clock.advance(Duration.ofDays(100));
        forgets.stream().filter(each -> each.what().contains("lokale model")).forEach(night::forget);
        assertThat(story.page(LocalModelStory.QUESTIONNAIRE)
                        .show(new dk.klyngeflow.links.Held(story.cluster(), "1", somebody)))
                .isEmpty();
        assertThat(story.inForce().choices().one(Question.MEETINGS)).contains("4");
    }

    @Test
    void whatTheCoordinatorWritesIsChecked() {
        story.asksTheMembers();
        story.daysPass(15);
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("hour", "25.99"),
                Map.of("meetings", "17"),
                Map.of("weekdays", ""),
                Map.of("weekdays", "søndag"),
                Map.of("coordinatorLimit", 30_000_00L),
                Map.of("boardLimit", -1L),
                Map.of("planning", "AUDITOR"))) {
            assertThatThrownBy(() -> story.writesTheDraft(wrong))
                    .as("%s", wrong)
                    .isInstanceOf(FormRefused.class);
        }
        story.writesTheDraft(AS_IT_IS);
        story.daysPass(11);
        assertThatThrownBy(() -> story.adopts(story.tomorrow().minusDays(1), AS_IT_IS))
                .isInstanceOf(FormRefused.class);
        story.waitsFor("settleModel");
    }

    private void advanceTo(LocalDate day) {
        clock.advance(Duration.between(clock.instant(), day.atTime(8, 0).toInstant(ZoneOffset.UTC)));
    }

    private static Block.Choice choice(Shown shown, String name) {
        return shown.blocks().stream()
                .filter(Block.Choice.class::isInstance)
                .map(Block.Choice.class::cast)
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
