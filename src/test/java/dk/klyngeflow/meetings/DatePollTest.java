package dk.klyngeflow.meetings;

import static dk.klyngeflow.meetings.DatePollStory.IF_NEED_BE;
import static dk.klyngeflow.meetings.DatePollStory.NO;
import static dk.klyngeflow.meetings.DatePollStory.YES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.links.Held;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way in which a date is found, or not. It is Monday 7 September 2026, 8 o'clock. */
@KlyngeflowTest
class DatePollTest {

    private static final String TUESDAY = "2026-10-06T19:00";
    private static final String WEDNESDAY = "2026-10-14T19:00";

    @Autowired
    DatePollStory story;

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
    void closesEarly_whenAllHaveAnswered() {
        story.asksAbout(TUESDAY, WEDNESDAY);
        assertThat(story.mails("date-poll")).hasSize(21);
        story.everybodyAnswers(IF_NEED_BE, YES);
        story.waitsFor();
        story.dueJobsRun();
        story.waitsFor("confirmDate");
        assertThat(story.openTasks().get(0).getName()).isEqualTo("Nordklyngen · Vælg mødets dato · Polyfarmaci");
        assertThat(story.result().best().orElseThrow().option()).isEqualTo(2);
        assertThat(story.mails("date-poll-reminder")).isEmpty();
        story.chooses("2");
        assertThat(story.isOpen()).isFalse();
        assertThat(story.meeting().startsAt()).isEqualTo(DatePollStory.at(WEDNESDAY));
        assertThat(story.meeting().status()).isEqualTo(MeetingStatus.ARRANGING);
        assertThat(story.variable("isDateFound")).isEqualTo(true);
        story.tookThePath("openDatePoll", "awaitAnswers", "closeDatePoll", "confirmDate", "fixDate", "dateFixed");
    }

    @Test
    void remindsTheSilentAlone_andClosesOnTime_whenThreeOf21NeverAnswer() {
        story.asksAbout(TUESDAY, WEDNESDAY);
        List<String> silent = List.of(story.person("m7"), story.person("m8"), story.person("m9"));
        story.everybodyAnswersBut(silent, YES, NO);
        story.timePassesUntil("2026-09-14T19:59");
        story.waitsFor();
        // the day before closing is a Sunday
        assertThat(story.mails("date-poll-reminder"))
                .containsExactly(
                        story.person("m7") + " 2026-09-10 12:10",
                        story.person("m8") + " 2026-09-10 12:10",
                        story.person("m9") + " 2026-09-10 12:10",
                        story.person("m7") + " 2026-09-14 12:10",
                        story.person("m8") + " 2026-09-14 12:10",
                        story.person("m9") + " 2026-09-14 12:10");
        story.timePassesUntil("2026-09-14T20:00");
        story.waitsFor("confirmDate");
        assertThat(story.result().dates().get(0).silent()).isEqualTo(3);
        story.chooses("1");
        assertThat(story.isOpen()).isFalse();
    }

    @Test
    void remindsOnce_whenTheClusterWantsNoMore() {
        story.set(DatePollSettings.LAST_REMINDER_DAYS, 0);
        story.asksAbout(TUESDAY);
        List<String> silent = List.of(story.person("m7"), story.person("m8"), story.person("m9"));
        story.everybodyAnswersBut(silent, YES);
        story.timePassesUntil("2026-09-14T20:00");
        assertThat(story.mails("date-poll-reminder")).hasSize(3);
    }

    @Test
    void asksAboutNewDates_whenNobodyCan() {
        story.asksAbout(TUESDAY, WEDNESDAY);
        story.everybodyAnswers(NO, NO);
        story.dueJobsRun();
        story.waitsFor("proposeDates");
        String first = story.pollId();
        story.proposes("20.10.2026 19.00\n22.10.2026 19.00");
        story.waitsFor();
        assertThat(story.pollId()).isNotEqualTo(first);
        assertThat(story.mails("date-poll")).hasSize(42);
        story.everybodyAnswers(YES, NO);
        story.dueJobsRun();
        story.chooses("1");
        assertThat(story.meeting().startsAt()).isEqualTo(DatePollStory.at("2026-10-20T19:00"));
        assertThat(story.isOpen()).isFalse();
    }

    @Test
    void asksAboutNewDates_whenNobodyAnswers() {
        story.asksAbout(TUESDAY);
        story.timePassesUntil("2026-09-14T20:00");
        story.waitsFor("proposeDates");
        assertThat(story.result().why()).isEqualTo("Ingen har svaret.");
        assertThat(story.mails("date-poll-reminder")).hasSize(42);
    }

    @Test
    void isGivenUp_whenTheCoordinatorPlansAnew() {
        story.asksAbout(TUESDAY);
        story.everybodyAnswers(NO);
        story.dueJobsRun();
        story.answersTask("koordinator", "proposeDates", Map.of("decision", "GIVE_UP"));
        assertThat(story.isOpen()).isFalse();
        assertThat(story.variable("isDateFound")).isEqualTo(false);
        assertThat(story.meeting().startsAt()).isNull();
        story.tookThePath("datesGivenUp");
    }

    @Test
    void asksAboutNewDates_whenTheCoordinatorWantsNoneOfThem() {
        story.asksAbout(TUESDAY, WEDNESDAY);
        story.everybodyAnswers(YES, YES);
        story.dueJobsRun();
        story.chooses("NONE");
        story.waitsFor("proposeDates");
    }

    @Test
    void theCoordinatorCanPickAnotherThanTheBest() {
        story.asksAbout(TUESDAY, WEDNESDAY);
        story.everybodyAnswers(YES, IF_NEED_BE);
        story.dueJobsRun();
        story.chooses("2");
        assertThat(story.meeting().startsAt()).isEqualTo(DatePollStory.at(WEDNESDAY));
    }

    @Test
    void aDateThatDoesNotExistOrIsPastCannotBePicked() {
        story.asksAbout("2026-09-10T19:00", WEDNESDAY);
        story.everybodyAnswers(YES, YES);
        story.dueJobsRun();
        assertThatThrownBy(() -> story.chooses("3")).isInstanceOf(FormRefused.class);
        assertThatThrownBy(() -> story.chooses("")).isInstanceOf(FormRefused.class);
        clock.set(DatePollStory.at("2026-09-10T19:00"));
        assertThatThrownBy(() -> story.chooses("1"))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("Den dato er passeret");
        story.chooses("2");
    }

    @Test
    void noDateWins_whenSomebodyRequiredSaysNo_andTheNextBestDoes() {
        story.asksAbout(Set.of("formand"), TUESDAY, WEDNESDAY);
        story.everybodyAnswers(YES, IF_NEED_BE);
        story.answers(story.person("formand"), NO, IF_NEED_BE);
        story.dueJobsRun();
        story.waitsFor("confirmDate");
        assertThat(story.result().best().orElseThrow().option()).isEqualTo(2);
    }

    @Test
    void theCoordinatorDecides_whenSomebodyRequiredCanNever() {
        story.asksAbout(Set.of("formand"), TUESDAY);
        story.everybodyAnswers(YES);
        story.answers(story.person("formand"), NO);
        story.dueJobsRun();
        story.waitsFor("confirmDate");
        assertThat(story.result().best()).isEmpty();
        story.chooses("1");
        assertThat(story.isOpen()).isFalse();
    }

    @Test
    void closes_whenTheLastSilentLeaves() {
        story.asksAbout(TUESDAY);
        String last = story.person("m7");
        String other = story.person("m8");
        story.everybodyAnswersBut(List.of(last, other), YES);
        story.answers(other, NO);
        assertThat(story.linkLives(last)).isTrue();
        story.leaves(last);
        assertThat(story.page().show(new Held(story.cluster(), story.pollId(), last)))
                .isEmpty();
        story.dueJobsRun();
        story.waitsFor("confirmDate");
        assertThat(story.result().voices()).hasSize(20);
    }

    @Test
    void theAnswersOfALeaverNoLongerCount_andHerLinkIsDead() {
        story.asksAbout(TUESDAY);
        story.answers(story.person("m7"), NO);
        story.answers(story.person("m8"), YES);
        story.leaves(story.person("m7"));
        assertThat(story.result().dates().get(0).no()).isZero();
        assertThat(story.result().dates().get(0).yes()).isEqualTo(1);
        assertThat(story.linkLives(story.person("m7"))).isFalse();
        assertThatThrownBy(() -> story.answers(story.person("m7"), YES)).isInstanceOf(FormRefused.class);
        assertThat(story.result().dates().get(0).yes()).isEqualTo(1);
    }

    @Test
    void whoJoinsIsAskedAndWaitedFor() {
        story.asksAbout(TUESDAY);
        List<String> silent = List.of(story.person("m7"));
        story.everybodyAnswersBut(silent, YES);
        String newcomer = story.joins("Ny Læge");
        assertThat(story.mails("date-poll")).hasSize(22);
        story.answers(story.person("m7"), YES);
        story.dueJobsRun();
        story.waitsFor();
        story.answers(newcomer, YES);
        story.dueJobsRun();
        story.waitsFor("confirmDate");
        assertThat(story.result().voices()).hasSize(22);
    }

    @Test
    void anAnswerCanBeChangedUntilItCloses_butNotAtTheMomentOfClosing() {
        story.asksAbout(TUESDAY);
        String member = story.person("m7");
        story.answers(member, NO);
        clock.set(DatePollStory.at("2026-09-14T20:00").minusMillis(1));
        story.answers(member, YES);
        clock.set(DatePollStory.at("2026-09-14T20:00"));
        assertThatThrownBy(() -> story.answers(member, NO))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("Afstemningen er lukket");
        assertThat(story.result().dates().get(0).yes()).isEqualTo(1);
        // the timer has not run yet: the answer was refused all the same
        story.waitsFor();
        story.dueJobsRun();
        story.waitsFor("proposeDates");
    }

    @Test
    void theBoardCanChooseToo_whenTheCoordinatorDoesNot() {
        story.asksAbout(TUESDAY);
        story.everybodyAnswers(YES);
        story.dueJobsRun();
        assertThat(story.holders()).containsExactly(story.person("koordinator"));
        story.timePassesUntil("2026-09-13T08:00");
        assertThat(story.holders())
                .contains(story.person("koordinator"), story.person("formand"), story.person("bestyrelse"));
        story.answersTask("formand", "confirmDate", Map.of("chosenDate", "1"));
        assertThat(story.isOpen()).isFalse();
    }

    @Test
    void remindersSkipEaster_andKeepTheirHourWhenTheClockIsChanged() {
        clock.set(DatePollStory.at("2027-03-22T08:00"));
        story.asksAbout("2027-04-20T19:00");
        story.timePassesUntil("2027-03-29T20:00");
        // three days later is Maundy Thursday, the day before closing Easter Sunday: both give the last hours there are
        assertThat(story.mails("date-poll-reminder").stream()
                        .map(mail -> mail.substring(mail.length() - 16))
                        .distinct())
                .containsExactly("2027-03-24 19:30");
        story.waitsFor("proposeDates");
    }

    @Test
    void remindersKeepTheirHour_whenTheClockIsChangedInAutumn() {
        clock.set(DatePollStory.at("2027-10-28T08:00"));
        story.asksAbout("2027-11-30T19:00");
        story.timePassesUntil("2027-11-04T20:00");
        assertThat(story.mails("date-poll-reminder").stream()
                        .map(mail -> mail.substring(mail.length() - 16))
                        .distinct())
                .containsExactly("2027-11-01 12:10", "2027-11-03 12:10");
    }
}
