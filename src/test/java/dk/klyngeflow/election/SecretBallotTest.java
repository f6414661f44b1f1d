package dk.klyngeflow.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.members.AddressChanged;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Post;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** A vote by link, in a cluster whose statutes allow it, with 21 on the roll. It is Monday 7 September 2026, 8 o'clock. */
@KlyngeflowTest
class SecretBallotTest {

    private static final String CHOICE = "stemme";

    @Autowired
    ElectionStory story;

    @Autowired
    ElectionProtocol protocol;

    @Autowired
    StrikeOffs strikeOffs;

    @Autowired
    People people;

    @Autowired
    Nominees nominees;

    @Autowired
    ApplicationEventPublisher events;

    @BeforeEach
    void aCluster() {
        story.aCluster();
        story.statutesSay("digital_ballot", "true");
        story.anElectionOf(Post.CHAIR, 1);
    }

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    /** B11. */
    @Test
    void theOneWithMostVotesIsElected_andWhileItIsOpenNothingIsToBeSeen() {
        stand("m11", "m12", "m13");
        assertThat(story.mails("ballot-open")).hasSize(21);
        List<String> voters = story.roll();
        vote(voters.subList(0, 9), "m11");
        vote(voters.subList(9, 16), "m12");
        vote(voters.subList(16, 18), "m13");
        String open = story.history();
        story.passesUntil(story.ballotCloses().minusSeconds(60));
        // the same letter to everybody, whoever has voted
        assertThat(story.mails("ballot-reminder")).hasSize(21);
        story.waitsFor();
        assertThat(voters).allSatisfy(voter -> assertThat(open).doesNotContain(voter));
        story.passesUntil(story.ballotCloses());
        story.accepts("m11");

        assertThat(story.election().course().status()).isEqualTo(ElectionStatus.DONE);
        assertThat(story.history()).doesNotContain(story.person("m12"), story.person("m13"));
        story.tookThePath("countBallot", "announceElected");
    }

    /** B18, second half. */
    @Test
    void aCandidateWithdrawsWhileItIsOpen_theVoteIsVoid_andAllVoteAnew() {
        stand("m11", "m12", "m13");
        vote(story.roll().subList(0, 9), "m11");
        story.answers("election-candidacy", "m13", "svar", "NO");

        assertThat(story.mails("ballot-void")).hasSize(21);
        assertThat(story.mails("ballot-open")).hasSize(42);
        assertThat(story.election().progress().ballotRound()).isEqualTo(2);
        vote(story.roll().subList(0, 7), "m12");
        story.passesUntil(story.ballotCloses());
        assertThat(story.stateOf("m12")).isEqualTo(Nominee.State.ELECTED);
    }

    @Test
    void ofTwoOneWithdrawsWhileItIsOpen_andTheOtherIsElectedByAcclamation() {
        stand("m11", "m12");
        story.answers("election-candidacy", "m12", "svar", "NO");

        assertThat(story.mails("ballot-void")).hasSize(21);
        assertThat(story.election().is(ElectionStatus.ACCLAMATION)).isTrue();
        story.acclamationFallsDue();
        story.accepts("m11");
        assertThat(story.election().course().status()).isEqualTo(ElectionStatus.DONE);
    }

    @Test
    void afterClosingACandidateCannotWithdraw() {
        stand("m11", "m12");
        story.closesWithoutCounting();
        assertThatThrownBy(() -> story.answers("election-candidacy", "m12", "svar", "NO"))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("lukket");
    }

    /** B20. */
    @Test
    void twoVotesAreNotCounted_andTheVoteIsTakenAtTheMeeting() {
        stand("m11", "m12");
        vote(story.roll().subList(0, 2), "m11");
        story.passesUntil(story.ballotCloses());

        story.waitsFor("recordVote");
        story.theMeetingVotes(0, "m11", 9, "m12", 4);
        story.accepts("m11");
        assertThat(story.election().course().status()).isEqualTo(ElectionStatus.DONE);
    }

    /** B20. */
    @Test
    void ofSixOnTheRollFourVote_andOnlyWhoIsElectedIsTold() {
        story.onlyRemain(6);
        story.anElectionOf(Post.TREASURER, 1);
        stand("m11", "m12");
        List<String> voters = story.roll();
        assertThat(voters).hasSize(6);
        vote(voters.subList(0, 3), "m11");
        vote(voters.subList(3, 4), "m12");
        story.passesUntil(story.ballotCloses());

        assertThat(story.stateOf("m11")).isEqualTo(Nominee.State.ELECTED);
        assertThat(protocol.sentences(story.election()))
                .noneMatch(sentence -> sentence.matches(".*\\b[1-9]\\b.*"))
                .anyMatch(sentence -> sentence.endsWith("er valgt."));
        assertThat(texts(story.sees("stemme", "m13"))).doesNotContain("Kvittering", "3 stemme", "4 stemme", "3–1");
    }

    /** B21. */
    @Test
    void nineVoteAlike_andOnlyTheirNumberIsTold() {
        stand("m11", "m12");
        vote(story.roll().subList(0, 9), "m11");
        story.passesUntil(story.ballotCloses());

        assertThat(protocol.sentences(story.election())).anyMatch(sentence -> sentence.contains("9 stemmer afgivet"));
        assertThat(texts(story.sees("stemme", "m13")))
                .contains("9 stemmer afgivet")
                .doesNotContain("Kvittering");
        story.accepts("m11");
        assertThat(story.election().course().status()).isEqualTo(ElectionStatus.DONE);
    }

    /** B25. */
    @Test
    void twoElectionsOnTheSameEvening_closingOneSaysNothingOfTheOther() {
        stand("m11", "m12");
        Election chair = story.election();
        vote(story.roll().subList(0, 9), "m11");
        story.anElectionOf(Post.BOARD, 2);
        story.stands("m13", "m14", "m15");
        story.nominationsClose();
        vote(story.roll().subList(0, 9), "m13");
        story.passesUntil(story.ballotCloses(chair));

        assertThat(story.election(chair).is(ElectionStatus.ACCEPTING)).isTrue();
        assertThat(story.election().is(ElectionStatus.VOTING)).isTrue();
        assertThat(texts(story.sees("stemme", "m16")))
                .contains("Vælg højst 2")
                .doesNotContain("9 stemmer", "Kvittering", "er valgt");
        assertThat(story.joins(chair, story.election()))
                .as("writers and places that a voter's rows in both have in common")
                .isZero();
        story.passesUntil(story.ballotCloses());
        assertThat(story.stateOf("m13")).isEqualTo(Nominee.State.ELECTED);
    }

    @Test
    void theKeyIsOnPaper_printedBeforeOpening_andTypedAfterClosing() {
        story.set(ElectionSettings.KEY_ON_PAPER, true);
        stand("m11", "m12");
        story.waitsFor("printKey");
        assertThatThrownBy(() -> story.answersTask("sekretaer", "printKey", Map.of("printed", "YES")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Nøglen er ikke lavet endnu");
        String lost = story.printsTheKey();
        String code = story.printsTheKey();
        assertThat(story.mails("ballot-open")).isEmpty();
        story.answersTask("sekretaer", "printKey", Map.of("printed", "YES"));
        assertThat(story.mails("ballot-open")).hasSize(21);
        vote(story.roll().subList(0, 9), "m11");
        vote(story.roll().subList(9, 12), "m12");
        story.passesUntil(story.ballotCloses());

        story.waitsFor("enterKey");
        assertThat(story.election().is(ElectionStatus.VOTING))
                .as("nobody has counted")
                .isTrue();
        for (String wrong : List.of("", lost, "7" + code)) {
            assertThatThrownBy(() ->
                            story.answersTask("sekretaer", "enterKey", Map.of("decision", "COUNT", "code", wrong)))
                    .isInstanceOf(FormRefused.class)
                    .hasMessageContaining("Nøglekoden passer ikke");
        }
        story.answersTask("sekretaer", "enterKey", Map.of("decision", "COUNT", "code", code));
        assertThat(story.stateOf("m11")).isEqualTo(Nominee.State.ELECTED);
        assertThat(story.history()).doesNotContain(code, code.substring(0, 9));
        story.accepts("m11");
        assertThat(story.election().course().status()).isEqualTo(ElectionStatus.DONE);
    }

    /** B18, while the paper is not printed yet. */
    @Test
    void ofTwoOneWithdrawsBeforeTheKeyIsPrinted_andTheOtherIsElectedByAcclamation() {
        story.set(ElectionSettings.KEY_ON_PAPER, true);
        stand("m11", "m12");
        story.waitsFor("printKey");
        story.answers("election-candidacy", "m12", "svar", "NO");

        assertThat(story.mails("ballot-void")).as("nobody had a paper yet").isEmpty();
        assertThat(story.election().is(ElectionStatus.ACCLAMATION)).isTrue();
        story.acclamationFallsDue();
        story.accepts("m11");
        assertThat(story.election().course().status()).isEqualTo(ElectionStatus.DONE);
        story.tookThePath("withdrawalStoppedPrint");
    }

    @Test
    void ofThreeOneWithdrawsBeforeTheKeyIsPrinted_andTheVoteGoesOn() {
        story.set(ElectionSettings.KEY_ON_PAPER, true);
        stand("m11", "m12", "m13");
        story.answers("election-candidacy", "m13", "svar", "NO");

        story.waitsFor("printKey");
        story.printsTheKey();
        story.answersTask("sekretaer", "printKey", Map.of("printed", "YES"));
        assertThat(story.mails("ballot-open")).hasSize(21);
        assertThat(texts(story.sees("stemme", "m14"))).doesNotContain(story.person("m13"));
    }

    /** Each vote has a key of its own: the sheet of the one before opens nothing, and nobody votes again before a new one is printed. */
    @Test
    void aRunOffNeedsASheetOfItsOwn_andTheOldOneIsPointedOut() {
        story.set(ElectionSettings.KEY_ON_PAPER, true);
        stand("m11", "m12", "m13");
        String first = equalVotes();

        story.waitsFor("printKey");
        assertThat(story.mails("ballot-open"))
                .as("nobody is asked before there is a key")
                .hasSize(21);
        assertThatThrownBy(() -> story.answersTask("sekretaer", "printKey", Map.of("printed", "YES")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Arket fra den forrige afstemning passer ikke");
        String second = story.printsTheKey();
        story.answersTask("sekretaer", "printKey", Map.of("printed", "YES"));
        assertThat(story.mails("ballot-open")).hasSize(42);
        vote(story.roll().subList(0, 9), "m11");
        vote(story.roll().subList(9, 12), "m12");
        story.passesUntil(story.ballotCloses());
        assertThatThrownBy(() -> story.answersTask("sekretaer", "enterKey", Map.of("decision", "COUNT", "code", first)))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("arket fra en tidligere afstemning");
        story.answersTask("sekretaer", "enterKey", Map.of("decision", "COUNT", "code", second));

        assertThat(story.stateOf("m11")).isEqualTo(Nominee.State.ELECTED);
        assertThat(story.history()).doesNotContain(first, second);
    }

    @Test
    void oneOfTheTwoWithdrawsFromTheRunOffBeforeItsKeyIsPrinted_andAllWhoStandAreVotedUpon() {
        story.set(ElectionSettings.KEY_ON_PAPER, true);
        stand("m11", "m12", "m13");
        equalVotes();
        story.waitsFor("printKey");
        story.answers("election-candidacy", "m12", "svar", "NO");

        story.waitsFor("printKey");
        assertThat(story.mails("ballot-void")).as("nobody had a paper yet").isEmpty();
        story.printsTheKey();
        story.answersTask("sekretaer", "printKey", Map.of("printed", "YES"));
        assertThat(texts(story.sees("stemme", "m14"))).contains(story.person("m11"), story.person("m13"));
    }

    @Test
    void theSheetOfTheRunOffIsLost_andTheTwoAreVotedUponOnceMore() {
        story.set(ElectionSettings.KEY_ON_PAPER, true);
        stand("m11", "m12", "m13");
        equalVotes();
        story.printsTheKey();
        story.answersTask("sekretaer", "printKey", Map.of("printed", "YES"));
        story.passesUntil(story.ballotCloses());
        story.answersTask("sekretaer", "enterKey", Map.of("decision", "LOST"));

        story.waitsFor("printKey");
        story.printsTheKey();
        story.answersTask("sekretaer", "printKey", Map.of("printed", "YES"));
        assertThat(texts(story.sees("stemme", "m14")))
                .contains(story.person("m11"), story.person("m12"))
                .doesNotContain(story.person("m13"));
    }

    /** @return the code by which it was counted */
    private String equalVotes() {
        String code = story.printsTheKey();
        story.answersTask("sekretaer", "printKey", Map.of("printed", "YES"));
        vote(story.roll().subList(0, 6), "m11");
        vote(story.roll().subList(6, 12), "m12");
        vote(story.roll().subList(12, 14), "m13");
        story.passesUntil(story.ballotCloses());
        story.answersTask("sekretaer", "enterKey", Map.of("decision", "COUNT", "code", code));
        return code;
    }

    @Test
    void whoeverStandsDoesNotEnterTheKey() {
        story.set(ElectionSettings.KEY_ON_PAPER, true);
        stand("m11", "sekretaer");
        story.printsTheKey();
        story.answersTask("sekretaer", "printKey", Map.of("printed", "YES"));
        story.passesUntil(story.ballotCloses());

        assertThatThrownBy(() -> story.answersTask("sekretaer", "enterKey", Map.of("decision", "LOST")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Du stiller selv op");
    }

    @Test
    void thePaperIsLost_theVotesAreDeletedUnopened_andAllVoteAnew() {
        story.set(ElectionSettings.KEY_ON_PAPER, true);
        stand("m11", "m12");
        story.printsTheKey();
        story.answersTask("sekretaer", "printKey", Map.of("printed", "YES"));
        vote(story.roll().subList(0, 9), "m11");
        story.passesUntil(story.ballotCloses());
        story.answersTask("sekretaer", "enterKey", Map.of("decision", "LOST"));

        assertThat(story.mails("ballot-void")).hasSize(21);
        story.waitsFor("printKey");
        assertThat(protocol.sentences(story.election()))
                .anyMatch(sentence -> sentence.contains("Annulleret uåbnet, fordi nøglen på papir er gået tabt"));
        String code = story.printsTheKey();
        story.answersTask("sekretaer", "printKey", Map.of("printed", "YES"));
        vote(story.roll().subList(0, 9), "m12");
        vote(story.roll().subList(9, 11), "m11");
        story.passesUntil(story.ballotCloses());
        story.answersTask("sekretaer", "enterKey", Map.of("decision", "COUNT", "code", code));
        assertThat(story.stateOf("m12")).isEqualTo(Nominee.State.ELECTED);
    }

    @Test
    void theReturningOfficerSeesHowManyLettersWereSent_beforeOpeningCountsAsDone() {
        stand("m11", "m12");
        story.waitsFor();
        story.passesUntil(story.now().plusSeconds(3_700));
        story.waitsFor("checkLetters");
        assertThatThrownBy(() -> story.answersTask("sekretaer", "checkLetters", Map.of()))
                .isInstanceOf(FormRefused.class);
        story.answersTask("sekretaer", "checkLetters", Map.of("seen", "YES"));

        story.waitsFor();
        vote(story.roll().subList(0, 9), "m11");
        story.passesUntil(story.ballotCloses());
        story.accepts("m11");
        assertThat(story.isOpen()).isFalse();
    }

    @Test
    void lettersThatNobodyLooksAt_holdNothingUp() {
        stand("m11", "m12");
        story.passesUntil(story.now().plusSeconds(3_700));
        story.waitsFor("checkLetters");
        story.answers("election-candidacy", "m12", "svar", "NO");

        assertThat(story.election().is(ElectionStatus.ACCLAMATION))
                .as("the vote ended with its task")
                .isTrue();
        story.waitsFor();
    }

    @Test
    void twoTogetherStrikeANameOff_forAReasonFromTheList() {
        stand("m11", "m12");
        vote(story.roll(), "m12");
        String voter = story.person("m13");
        Election election = story.election();
        assertThatThrownBy(() -> strikeOffs.ask(election, voter, StrikeOffReason.NO_MEMBER, story.person("m11")))
                .as("a candidate")
                .isInstanceOf(FormRefused.class);
        assertThatThrownBy(() -> strikeOffs.confirm(election, voter, story.person("koordinator")))
                .as("nobody has asked")
                .isInstanceOf(FormRefused.class);
        assertThatThrownBy(() -> strikeOffs.ask(
                        election, story.person("m12"), StrikeOffReason.NO_MEMBER, story.person("sekretaer")))
                .as("whoever stands could be elected all the same")
                .isInstanceOf(FormRefused.class);
        strikeOffs.ask(election, voter, StrikeOffReason.NO_MEMBER, story.person("sekretaer"));
        strikeOffs.ask(election, voter, StrikeOffReason.TWICE, story.person("sekretaer"));
        assertThatThrownBy(() -> strikeOffs.confirm(election, voter, story.person("sekretaer")))
                .as("one alone")
                .isInstanceOf(FormRefused.class);
        assertThat(story.mails("election-strike-off"))
                .as("whoever may do it, once")
                .contains(story.person("koordinator"), story.person("formand"))
                .doesNotContain(story.person("sekretaer"), story.person("m11"), voter)
                .doesNotHaveDuplicates();
        assertThat(story.says("election-strike-off"))
                .containsEntry("name", people.nameOf(voter))
                .containsEntry("reason", "Var ikke medlem, da der blev åbnet")
                .containsEntry("askedBy", people.nameOf(story.person("sekretaer")))
                .containsEntry("closesAt", CopenhagenTime.inWords(story.ballotCloses()))
                .containsEntry("page", "/valg/" + story.cluster() + "/" + election.number() + "/valgliste");
        strikeOffs.confirm(election, voter, story.person("koordinator"));

        assertThat(strikeOffs.asked(election)).isEmpty();
        assertThat(story.says("election-strike-off"))
                .as("nobody is asked for what is done")
                .isEmpty();
        assertThat(story.mails("election-struck")).containsExactly(voter);
        assertThat(nominees.roll(election))
                .as("nor in a second vote")
                .hasSize(20)
                .doesNotContain(voter);
        assertThatThrownBy(() -> vote(List.of(voter), "m11")).isInstanceOf(FormRefused.class);
        story.passesUntil(story.ballotCloses());
        assertThat(story.protocolFile())
                .contains("Var ikke medlem, da der blev åbnet")
                .doesNotContain(voter);
        assertThatThrownBy(() ->
                        strikeOffs.ask(election, story.person("m14"), StrikeOffReason.TWICE, story.person("sekretaer")))
                .as("after closing")
                .isInstanceOf(FormRefused.class);
    }

    @Test
    void theResultIsOverruledWithAReason_andTheOtherIsAsked() {
        stand("m11", "m12");
        vote(story.roll().subList(0, 9), "m11");
        vote(story.roll().subList(9, 12), "m12");
        story.passesUntil(story.ballotCloses());
        assertThat(story.mails("election-acceptance")).containsExactly(story.person("m11"));
        assertThatThrownBy(() -> story.overrules("sekretaer", "m12", " ")).isInstanceOf(FormRefused.class);
        assertThatThrownBy(() -> story.overrules("m12", "m12", "Jeg vil gerne."))
                .isInstanceOf(FormRefused.class);
        story.overrules("sekretaer", "m12", "m11 er ikke valgbar efter vedtægterne.");

        assertThat(story.stateOf("m11")).isEqualTo(Nominee.State.LOST);
        assertThat(story.mails("election-overruled")).containsExactly(story.person("m11"));
        assertThat(story.mails("election-acceptance")).containsExactly(story.person("m11"), story.person("m12"));
        assertThatThrownBy(() -> story.answers("election-acceptance", "m11", "svar", "YES"))
                .isInstanceOf(FormRefused.class);
        story.accepts("m12");
        assertThat(story.election().course().status()).isEqualTo(ElectionStatus.DONE);
        assertThat(protocol.sentences(story.election()))
                .anyMatch(sentence -> sentence.contains("m11 er ikke valgbar efter vedtægterne."));
        assertThat(story.recount())
                .as("what the protocol says follows from what is in it")
                .isEmpty();
        story.tookThePath("resultOverruled");
    }

    private static String texts(Shown shown) {
        return shown.blocks().toString();
    }

    /** B23. */
    @Test
    void theLetterComesBack_theOldLinkIsDead_andTheTaskTellsNotWhetherSheHasVoted() {
        stand("m11", "m12");
        vote(List.of(story.person("m13")), "m12");
        String ofVoter = story.code("stemme", "m13");
        String ofSilent = story.code("stemme", "m14");
        assertThat(story.opens(ofVoter)).isTrue();

        String taskOfVoter = story.theLetterComesBack("m13");
        String taskOfSilent = story.theLetterComesBack("m14");

        assertThat(taskOfVoter).isEqualTo(taskOfSilent);
        assertThat(List.of(ofVoter, ofSilent)).noneMatch(story::opens);
        assertThat(story.opens(story.code("stemme", "m13"))).isTrue();
        assertThat(story.opens(story.code("stemme", "m14"))).isTrue();
        // the vote that was given counts as before
        vote(story.roll().subList(0, 8), "m12");
        story.passesUntil(story.ballotCloses());
        assertThat(story.stateOf("m12")).isEqualTo(Nominee.State.ELECTED);
    }

    @Test
    void herAddressIsChangedWhileSheMayVote_andOnlyTheNewLinkOpens() {
        stand("m11", "m12");
        String before = story.code("stemme", "m13");
        events.publishEvent(new AddressChanged(story.person("m13"), "gammel@x.example", "ny@x.example"));
        assertThat(story.opens(before)).isFalse();
        assertThat(story.opens(story.code("stemme", "m13"))).isTrue();
        assertThat(story.mails("ballot-open").stream().filter(story.person("m13")::equals))
                .hasSize(2);
        assertThat(story.opens(story.code("stemme", "m14"))).isTrue();
    }

    @Test
    void isCancelledWhileItIsOpen() {
        stand("m11", "m12");
        vote(story.roll().subList(0, 9), "m11");
        story.isCancelled("Vi venter til generalforsamlingen.");

        assertThat(story.isOpen()).isFalse();
        assertThat(story.sees("stemme", "m13").button()).isNull();
        assertThat(story.mails("election-cancelled")).hasSizeGreaterThan(20);
    }

    private void stand(String... roles) {
        story.stands(roles);
        story.nominationsClose();
    }

    private void vote(List<String> voters, String candidate) {
        voters.forEach(voter -> story.votes(voter, CHOICE, candidate));
    }
}
