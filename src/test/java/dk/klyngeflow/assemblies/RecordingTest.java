package dk.klyngeflow.assemblies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.AtOnce;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.FormRefused;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** What the chair of the assembly writes down, and what comes of it. Items by number: 3 accounts, 5 statutes, 6 motion, 7 dissolution, 8 election. */
@KlyngeflowTest
class RecordingTest {

    @Autowired
    EveningStory story;

    @Test
    void anEveningFromTheDoorToItsEnd() {
        story.anUsualEvening("proxies", "1");
        List<String> absent = story.members().subList(19, 21);
        story.givesProxy(absent.get(0), story.members().get(0));
        story.come(18);
        story.officersAre("Lise Lotte Advokat", "Clara Winther");
        assertThat(story.missing()).hasSize(6).allMatch(line -> line.contains("er ikke afgjort"));

        story.isRecorded(3, How.UNOPPOSED);
        story.votes(4, 15, 2, 2);
        story.votes(5, 13, 6, 0);
        story.votes(6, 9, 9, 1);
        story.isRecorded(7, How.POSTPONED);
        story.isRecorded(8, How.ACCLAMATION);
        assertThat(story.missing()).isEmpty();
        story.ends();
        story.ends();

        assertThat(story.decisions().stream().map(Decision::outcome))
                .containsExactly(
                        ItemOutcome.NOTED,
                        ItemOutcome.NOTED,
                        ItemOutcome.ADOPTED,
                        ItemOutcome.ADOPTED,
                        ItemOutcome.ADOPTED,
                        ItemOutcome.REJECTED,
                        ItemOutcome.POSTPONED,
                        ItemOutcome.ELECTED,
                        ItemOutcome.NOTED);
        assertThat(story.decision(5).sentence()).contains("13 for, 6 imod", "af 19 er det 13");
        assertThat(story.decision(6).sentence()).as("a tie").contains("9 for, 9 imod, 1 blank", "af 18 er det 10");
        assertThat(story.decision(8).elected()).containsExactly(story.person("medlem"));
        assertThat(story.record().came()).hasSize(18);
        assertThat(story.record().proxies()).singleElement().asString().contains(" stemte for ");
    }

    @Test
    void twoThirdsOf19Is13_soTwelveAreTooFew() {
        story.anUsualEvening();
        story.come(20);
        story.votes(5, 12, 7, 1);
        assertThat(story.decision(5).outcome()).isEqualTo(ItemOutcome.REJECTED);
        story.votes(7, 13, 6, 1);
        assertThat(story.decision(7).outcome()).isEqualTo(ItemOutcome.ADOPTED);
    }

    @Test
    void twoThirdsOf20PresentIs14_whereTheStatutesCountThePresent() {
        story.anUsualEvening("counted_of", "PRESENT");
        story.come(20);
        refused(() -> story.isRecorded(5, How.UNOPPOSED), "Tæl dem, der er for");
        story.votes(5, 13, 0, 7);
        assertThat(story.decision(5).outcome()).isEqualTo(ItemOutcome.REJECTED);
        assertThat(story.decision(5).sentence()).contains("af 20 er det 14");
        story.votes(7, 14, 0, 6);
        assertThat(story.decision(7).outcome()).isEqualTo(ItemOutcome.ADOPTED);
    }

    /** Half of 21 is 11. */
    @Test
    void statutesNeedHalfTheMembers_elseASecondAssembly_andOtherThingsGoOn() {
        story.anUsualEvening();
        story.come(10);
        refused(() -> story.votes(5, 10, 0, 0), "halvdelen af 21, altså 11; 10 er mødt");
        story.votes(6, 10, 0, 0);
        story.isRecorded(5, How.NO_QUORUM);
        assertThat(story.decision(5).outcome()).isEqualTo(ItemOutcome.NO_QUORUM);
        assertThat(story.decision(6).outcome()).isEqualTo(ItemOutcome.ADOPTED);

        story.comes(story.members().get(10));
        refused(() -> story.isRecorded(5, How.UNOPPOSED), "hvorfor det rettes");
        refused(() -> story.isRecorded(7, How.NO_QUORUM), "Der er mødt nok");
    }

    /** A third of 21 is 7. */
    @Test
    void whereEverythingNeedsAQuorum_nobodyIsElectedWithoutItEither() {
        story.anUsualEvening("quorum", "THIRD");
        story.come(6);
        refused(() -> story.isRecorded(8, How.ACCLAMATION), "en tredjedel af 21, altså 7; 6 er mødt");
        refused(() -> story.votes(3, 6, 0, 0), "altså 7");
        story.isRecorded(8, How.NO_QUORUM);
        assertThat(story.decision(8).outcome()).isEqualTo(ItemOutcome.NO_QUORUM);
        story.comes(story.members().get(6));
        story.votes(3, 7, 0, 0);
        refused(() -> story.isRecorded(4, How.NO_QUORUM), "Der er mødt nok");
    }

    @Test
    void moreVotesThanThereAreAreRefused() {
        story.anUsualEvening("proxies", "1");
        story.givesProxy(story.members().get(20), story.members().get(0));
        refused(() -> story.votes(6, 1, 0, 0), "Ingen er meldt mødt endnu");
        story.come(12);
        refused(() -> story.votes(6, 10, 3, 1), "talt 14 stemmer, men der er kun 13");
        refused(() -> story.votes(6, 0, 0, 0), "ikke talt nogen stemmer");
        story.records(story.form(6, 0, How.PAPER, 10, 1, 1, 1));
        assertThat(story.decision(6).sentence()).contains(", 1 blank, 1 ugyldig. ", "af 11 er det 6");
    }

    @Test
    void amendmentsAreVotedOnBeforeTheMainProposal() {
        story.anUsualEvening();
        story.come(15);
        story.amends(5, "Indkaldes med 28 dages varsel.");
        story.amends(5, "Indkaldes med 28 dages varsel.");
        story.amends(5, "Indkaldes pr. mail.");
        refused(() -> story.votes(5, 15, 0, 0), "Stem først om ændringsforslagene");
        story.votesOn(5, 1, 12, 3);
        story.votesOn(5, 2, 4, 11);
        story.votes(5, 11, 4, 0);

        assertThat(story.decision(5).amendments()).containsExactly("Indkaldes med 28 dages varsel.");
        assertThat(story.decision(5).outcome()).isEqualTo(ItemOutcome.ADOPTED);
        refused(() -> story.amends(5, "Endnu et."), "Der er allerede stemt om hele forslaget");
        refused(() -> story.amends(8, "Et andet navn."), "Der stemmes ikke om dette punkt");
        refused(() -> story.votesOn(5, 1, 3, 12), "hvorfor det rettes");
    }

    @Test
    void isCorrectedWithAReason_twiceSentIsOnce_andTwoDevicesDoNotWriteOverOneAnother() {
        story.anUsualEvening();
        story.come(15);
        VoteForm first = story.form(6, 0, How.HANDS, 8, 7, 0, 0);
        story.records(first);
        story.records(first);
        assertThat(story.seen()).isEqualTo(1);

        refused(() -> story.records(new VoteForm(6, 0, How.POSTPONED, Vote.Count.NONE, "", "Fejl", 0)), "En anden har");
        refused(() -> story.votes(6, 7, 8, 0), "hvorfor det rettes");
        story.records(new VoteForm(
                6, 0, How.HANDS, new Vote.Count(7, 8, 0, 0, "Anne og Bo"), "", "Talt om: to stod ved døren.", 1));
        assertThat(story.decision(6).outcome()).isEqualTo(ItemOutcome.REJECTED);
    }

    @Test
    void twoPressAtOnce_oneIsWritten() throws Exception {
        story.anUsualEvening();
        story.come(15);
        VoteForm form = story.form(6, 0, How.HANDS, 8, 7, 0, 0);
        assertThat(AtOnce.both(() -> story.records(form), () -> story.records(form)))
                .allMatch(Optional::isEmpty);
        assertThat(story.seen()).isEqualTo(1);
    }

    @Test
    void anElectionIsByAcclamationOrInACaseOfItsOwn() {
        story.anUsualEvening();
        story.come(15);
        refused(() -> story.votes(8, 15, 0, 0), "valgt uden afstemning");
        story.isRecorded(8, How.TO_ELECTION);
        assertThat(story.decision(8).outcome()).isEqualTo(ItemOutcome.TO_ELECTION);
        refused(() -> story.isRecorded(6, How.ACCLAMATION), "ikke et valg");
    }

    @Test
    void nothingIsWrittenAfterItsEnd_notEvenPastTheHouse() {
        story.anEvening(
                List.of(AgendaItem.of("m", ItemKind.MOTION, "Et forslag", "")),
                "proxies",
                "1",
                "digital_ballot",
                "true");
        story.givesProxy(story.members().get(20), story.members().get(0));
        story.come(3);
        refused(story::ends, "Dirigent og referent");
        story.officersAre("Anne", "Bo");
        story.opensByLink(1);
        story.cancelsByLink();
        story.amends(1, "Et andet forslag");
        story.votesOn(1, 1, 1, 2);
        story.votes(1, 3, 0, 0);
        story.ends();

        refused(() -> story.votes(1, 0, 3, 0), "er slut");
        refused(() -> story.comes(story.members().get(5)), "er slut");
        refused(() -> story.withdraws(story.members().get(20)), "er slut");
        refused(() -> story.officersAre("Bo", "Anne"), "er slut");
        refused(() -> story.amends(1, "x"), "er slut");
        assertThat(story.tables())
                .allSatisfy(table -> assertThatThrownBy(() -> story.touch(table))
                        .as(table)
                        .isInstanceOf(DataAccessException.class)
                        .hasMessageContaining("has ended"));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String words) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(String.join("\n", refused.messages()))
                                .contains(words));
    }
}
