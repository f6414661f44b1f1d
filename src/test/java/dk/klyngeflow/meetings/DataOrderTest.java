package dk.klyngeflow.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.mail.WrittenMails;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way in which a meeting gets its data, or goes on honestly without. */
@KlyngeflowTest
class DataOrderTest {

    private static final LocalTime EVENING = LocalTime.of(20, 0);

    @Autowired
    DataOrderStory story;

    @Autowired
    Documents documents;

    @Autowired
    WrittenMails written;

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void goesFromConsentToFiles() {
        story.aMeetingIn(90);
        story.wantsData();
        assertThat(story.mails("consent")).hasSize(21);
        DataOrderStory.ONE_OF_EACH.forEach(gp -> story.says(gp, "JA"));
        story.waitsFor();
        story.dueJobsRun();
        story.waitsFor("orderData");
        assertThat(story.numbers()).startsWith("990101, 990102").endsWith("990109");
        story.orders(story.numbers());
        story.waitsFor("receiveData");
        story.receives(2);
        story.hasEnded(true);
        assertThat(story.files()).containsExactlyInAnyOrder("data1.pdf", "data2.pdf");
        story.tookThePath("checkDataLead", "askConsents", "gatherConsents", "noteReceivedData", "dataReceived");
    }

    @Test
    void isHeldWithoutData_whenTheDateIsCloserThan60Days() {
        story.aMeetingIn(59);
        story.wantsData();
        theCoordinatorGoesWithout();
        assertThat(story.mails("consent")).isEmpty();
        story.tookThePath("noteMissingData", "continuedWithoutData");
    }

    @Test
    void exactly60DaysAreEnough() {
        story.aMeetingIn(60);
        story.wantsData();
        assertThat(story.mails("consent")).hasSize(21);
        story.says("m7", "JA");
        // three working days to answer, from a Monday
        story.timePassesUntil(story.today().plusDays(3), EVENING);
        story.waitsFor("orderData");
    }

    @Test
    void remindsOnlyThePracticesThatAreSilent_andOrdersWithThoseThatAccept() {
        story.aMeetingIn(90);
        story.wantsData();
        story.says("m7", "JA");
        story.says("m9", "NEJ");
        story.timePassesUntil(story.today().plusDays(7), LocalTime.of(12, 9));
        // five days after is a Saturday
        assertThat(story.mails("consent-reminder")).isEmpty();
        story.timePassesUntil(story.today(), LocalTime.of(12, 10));
        // 990101 has three GPs and 990102 three
        assertThat(story.mails("consent-reminder"))
                .hasSize(15)
                .doesNotContain(story.person("formand"), story.person("m8"), story.person("m10"))
                .contains(story.person("koordinator"));
        story.timePassesUntil(story.today().plusDays(7), EVENING);
        story.waitsFor("orderData");
        assertThat(story.numbers()).isEqualTo("990101");
    }

    @Test
    void aLastAnswerPerPracticeCounts_whoeverOfItGives() {
        story.aMeetingIn(90);
        story.wantsData();
        story.says("m7", "JA");
        assertThat(story.says("m8", "NEJ").title()).isEqualTo("Tak for svaret");
        assertThat(story.numbers()).isEmpty();
        story.says("formand", "JA");
        assertThat(story.numbers()).isEqualTo("990101");
        assertThat(story.sees("m8").orElseThrow().button()).isEqualTo("Gem ændringen");
    }

    @Test
    void anAcceptCanBeTakenBackUntilThePackageIsOrdered() {
        story.aMeetingIn(90);
        story.wantsData();
        DataOrderStory.ONE_OF_EACH.forEach(gp -> story.says(gp, "JA"));
        story.dueJobsRun();
        String seen = story.numbers();
        story.says("m17", "NEJ");
        assertThat(story.numbers()).doesNotContain("990107");
        // the secretary has the old list on her screen
        assertThatThrownBy(() -> story.orders(seen))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("En praksis har ændret sit svar");
        story.orders(story.numbers());
        assertThat(story.sees("m17").orElseThrow().button()).isNull();
        assertThatThrownBy(() -> story.says("m17", "JA"))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("Datapakken er allerede bestilt");
        assertThat(story.numbers()).doesNotContain("990107");
    }

    @Test
    void isHeldWithoutData_whenNobodyAccepts() {
        story.aMeetingIn(90);
        story.wantsData();
        DataOrderStory.ONE_OF_EACH.forEach(gp -> story.says(gp, "NEJ"));
        story.dueJobsRun();
        theCoordinatorGoesWithout();
    }

    @Test
    void isHeldWithoutData_whenNobodyOrdersInTime() {
        story.aMeetingIn(90);
        story.wantsData();
        DataOrderStory.ONE_OF_EACH.forEach(gp -> story.says(gp, "JA"));
        story.dueJobsRun();
        story.timePassesUntil(story.today().plusDays(30), EVENING);
        theCoordinatorGoesWithout();
        story.tookThePath("orderWasOverdue");
    }

    @Test
    void isHeldWithoutData_whenTheSecretarySaysSo() {
        story.aMeetingIn(90);
        story.wantsData();
        DataOrderStory.ONE_OF_EACH.forEach(gp -> story.says(gp, "JA"));
        story.dueJobsRun();
        story.answersTask("orderData", Map.of("decision", "SKIP"));
        theCoordinatorGoesWithout();
    }

    @Test
    void isHeldWithoutData_whenNoneHaveComeByTheTimeOfTheInvitation() {
        story.aMeetingIn(90);
        story.wantsData();
        DataOrderStory.ONE_OF_EACH.forEach(gp -> story.says(gp, "JA"));
        story.dueJobsRun();
        story.orders(story.numbers());
        story.timePassesUntil(story.today().plusDays(60), LocalTime.of(7, 59));
        story.waitsFor("receiveData");
        story.timePassesUntil(story.today(), LocalTime.of(8, 0));
        theCoordinatorGoesWithout();
        story.tookThePath("dataWereOverdue");
    }

    @Test
    void isHeldWithoutData_whenTheyDoNotCome() {
        story.aMeetingIn(90);
        story.wantsData();
        DataOrderStory.ONE_OF_EACH.forEach(gp -> story.says(gp, "JA"));
        story.dueJobsRun();
        story.orders(story.numbers());
        story.answersTask("receiveData", Map.of("decision", "NONE"));
        theCoordinatorGoesWithout();
    }

    @Test
    void anOrderInTheFutureOrWithoutADayIsRefused() {
        story.aMeetingIn(90);
        story.wantsData();
        DataOrderStory.ONE_OF_EACH.forEach(gp -> story.says(gp, "JA"));
        story.dueJobsRun();
        assertThatThrownBy(() ->
                        story.answersTask("orderData", Map.of("decision", "ORDERED", "seenNumbers", story.numbers())))
                .hasMessage("Bestillingsdatoen mangler.");
        assertThatThrownBy(() -> story.answersTask(
                        "orderData",
                        Map.of("decision", "ORDERED", "orderedOn", "2026-12-24", "seenNumbers", story.numbers())))
                .hasMessage("Bestillingsdatoen kan ikke ligge i fremtiden.");
    }

    @Test
    void filesMustBeThereAndOnesOwn() {
        story.aMeetingIn(90);
        story.wantsData();
        DataOrderStory.ONE_OF_EACH.forEach(gp -> story.says(gp, "JA"));
        story.dueJobsRun();
        story.orders(story.numbers());
        assertThatThrownBy(() -> story.receives(0)).hasMessageStartingWith("Læg mindst én fil ved");
        assertThatThrownBy(() -> story.answersTask(
                        "receiveData", Map.of("decision", "RECEIVED", "file1", story.file("formand", 1))))
                .hasMessageStartingWith("En af filerne findes ikke længere");
    }

    @Test
    void aFileOfAnotherMatterIsNotHandedInByNamingIt_andWithinTheMatterItIs() {
        story.aMeetingIn(90);
        story.wantsData();
        DataOrderStory.ONE_OF_EACH.forEach(gp -> story.says(gp, "JA"));
        story.dueJobsRun();
        story.orders(story.numbers());
        String ofAnother = story.file("sekretaer", 1);
        documents.belongsTo(story.cluster() + "/2026-77/data", story.cluster(), ofAnother);
        String ofThis = story.file("sekretaer", 2);
        documents.belongsTo(story.meeting().businessKey() + "/followup", story.cluster(), ofThis);

        assertThatThrownBy(() -> story.receives(List.of(ofThis, ofAnother)))
                .hasMessageStartingWith("En af filerne findes ikke længere");
        assertThat(story.files()).isEmpty();
        String free = story.file("sekretaer", 3);
        story.receives(List.of(ofThis, free));
        assertThat(story.files()).hasSize(2);
        assertThat(documents.find(story.cluster(), free).map(documents::matterOf))
                .contains(story.meeting().businessKey());
    }

    @Test
    void aPracticeWithoutGpsIsNeitherWaitedForNorOrdered() {
        story.aMeetingIn(90);
        story.wantsData();
        DataOrderStory.ONE_OF_EACH.stream().filter(gp -> !gp.equals("medlem")).forEach(gp -> story.says(gp, "JA"));
        story.dueJobsRun();
        story.waitsFor();
        // the only GP of 990106
        story.leaves("medlem");
        assertThat(story.sees("medlem")).isEmpty();
        assertThatThrownBy(() -> story.says("medlem", "JA")).isInstanceOf(FormRefused.class);
        story.dueJobsRun();
        story.waitsFor("orderData");
        assertThat(story.numbers()).doesNotContain("990106");
    }

    @Test
    void goesOnWhereItWas_whenTheMeetingIsMoved() {
        story.aMeetingIn(90);
        story.wantsData();
        DataOrderStory.ONE_OF_EACH.forEach(gp -> story.says(gp, "JA"));
        story.dueJobsRun();
        story.orders(story.numbers());
        story.receives(1);
        story.hasEnded(true);
        story.wantsData();
        story.hasEnded(true);
        assertThat(story.mails("consent")).hasSize(21);
    }

    /** Whatever was missing, she is asked; the meeting goes on without data because she says so. */
    private void theCoordinatorGoesWithout() {
        story.waitsFor("decideOnData");
        assertThat(story.mails("decision-wanted")).contains(story.person("koordinator"));
        story.decides("WITHOUT");
        story.hasEnded(false);
        assertThat(story.mails("decision-taken")).isEmpty();
    }

    @Test
    void isHeldWithoutData_whenSheDoesNotAnswer_andSheHearsOfIt() {
        story.aMeetingIn(59);
        story.wantsData();
        assertThat(written.texts(story.cluster(), "decision-wanted", story.person("koordinator")))
                .singleElement()
                .asString()
                .contains(
                        "Ingen praksis har sagt ja til data, og datapakken er ikke bestilt. Den skal bestilles 60 dage før mødet, og der er 59 tilbage.",
                        "Skal mødet holdes uden data?",
                        // five days on is a Saturday
                        "Svar senest mandag den 14. september 2026 kl. 16.00. ",
                        "Svarer ingen inden da, holdes mødet uden data");
        story.timePassesUntil(story.today().plusDays(14), EVENING);

        story.hasEnded(false);
        story.tookThePath("dataDecisionPassed", "tellHeldWithoutData", "continuedWithoutData");
        assertThat(written.texts(story.cluster(), "decision-taken", story.person("koordinator")))
                .singleElement()
                .asString()
                .contains("Der kom ikke svar på, om mødet skal holdes uden data. Det holdes derfor uden");
    }

    @Test
    void isTriedForThoughItIsLate_whenSheSaysSo() {
        story.aMeetingIn(40);
        story.wantsData();
        story.decides("TRY");
        assertThat(story.mails("consent")).hasSize(21);
        DataOrderStory.ONE_OF_EACH.forEach(gp -> story.says(gp, "JA"));
        story.dueJobsRun();
        story.orders(story.numbers());
        // the usual day, thirty days before, does not end it
        story.timePassesUntil(story.today().plusDays(12), EVENING);
        story.waitsFor("receiveData");
        story.receives(1);
        story.hasEnded(true);
    }

    @Test
    void isWaitedForUntilTheDayBefore_whenSheSaysSo_andThenSheIsAskedAgain() {
        story.aMeetingIn(90);
        story.wantsData();
        DataOrderStory.ONE_OF_EACH.forEach(gp -> story.says(gp, "JA"));
        story.dueJobsRun();
        story.orders(story.numbers());
        story.timePassesUntil(story.today().plusDays(60), LocalTime.of(8, 0));
        story.waitsFor("decideOnData");
        story.decides("TRY");
        story.waitsFor("receiveData");
        story.timePassesUntil(story.meeting().day().minusDays(1), LocalTime.of(8, 0));
        story.waitsFor("decideOnData");
        assertThatThrownBy(() -> story.decides("TRY"))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("Data kan ikke nå frem før mødet.");
        story.decides("WITHOUT");
        story.hasEnded(false);
    }

    @Test
    void whoIsAskedOnAFridayHasWorkingDaysToAnswer() {
        // Friday 11 September; sixty days before the meeting
        story.timePassesUntil(LocalDate.of(2026, 9, 11), LocalTime.of(15, 0));
        story.aMeetingIn(60);
        story.wantsData();
        story.says("m7", "JA");
        story.timePassesUntil(LocalDate.of(2026, 9, 16), LocalTime.of(19, 0));
        story.waitsFor();
        story.says("m9", "JA");
        // Monday, Tuesday and Wednesday
        story.timePassesUntil(LocalDate.of(2026, 9, 16), EVENING);
        story.waitsFor("orderData");
        assertThat(story.numbers()).isEqualTo("990101, 990102");
    }

    @Test
    void theLinkSaysInOneSentenceWhyItIsOver() {
        story.aMeetingIn(90);
        story.wantsData();
        DataOrderStory.ONE_OF_EACH.forEach(gp -> story.says(gp, "JA"));
        story.dueJobsRun();
        story.answersTask("orderData", Map.of("decision", "SKIP"));
        story.decides("WITHOUT");
        assertThat(story.readsWhenOver("m7")).contains("Mødet holdes uden datapakke, så du skal ikke gøre mere.");

        story.theMeetingIsCancelled();
        assertThat(story.readsWhenOver("m7")).contains("Mødet er aflyst. Du skal ikke gøre mere.");
        assertThatThrownBy(() -> story.says("m7", "NEJ"))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Mødet er aflyst. Du skal ikke gøre mere.");
    }
}
