package dk.klyngeflow.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.mail.WrittenMails;
import dk.klyngeflow.members.CoordinatorSearch;
import dk.klyngeflow.members.Post;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way in which a post is filled, or not, where votes are taken at meetings. It is Monday 7 September 2026, 8 o'clock. */
@KlyngeflowTest
class CoordinatorElectionTest {

    @Autowired
    ElectionStory story;

    @Autowired
    WrittenMails mails;

    @Autowired
    ElectionProtocol protocol;

    @Autowired
    CoordinatorSearch search;

    @BeforeEach
    void aCluster() {
        story.aCluster();
    }

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void oneCandidateIsElectedByAcclamation_acceptsAndGetsThePost() {
        story.anElectionOf(Post.CHAIR, 1);
        assertThat(story.mails("election-nomination")).hasSize(21);
        story.stands("m15");
        story.nominationsClose();
        assertThat(story.mails("election-acclamation")).hasSize(21);
        story.acclamationFallsDue();
        assertThat(story.mails("election-acceptance")).containsExactly(story.person("m15"));
        story.accepts("m15");

        assertThat(story.isOpen()).isFalse();
        assertThat(story.election().course().status()).isEqualTo(ElectionStatus.DONE);
        assertThat(story.election().course().protocolId()).isNotNull();
        assertThat(story.mails("election-result"))
                .contains(story.person("sekretaer"))
                .hasSizeGreaterThan(20);
        // the day of the post is 2 November
        assertThat(story.holding(Post.CHAIR)).containsExactly("formand");
        story.tookThePath("electUnopposed", "announceElected", "givePosts");
    }

    @Test
    void thePostIsGivenOnItsDay_andTheOneWhoHadItHasItNoLonger() {
        story.anElectionOf(Post.COORDINATOR, 1);
        story.stands("m15");
        story.passesUntil("2026-11-03T08:00");
        // long overdue: the board was asked instead
        assertThat(story.election().is(ElectionStatus.ACCEPTING)).isTrue();
        story.waitsFor("settleRefusal");
        story.answersTask("formand", "settleRefusal", Map.of("decision", "ASK_AGAIN"));
        story.accepts("m15");

        // there is time for the two to prepare, and everybody hears of the new day
        assertThat(story.election().matter().takesOffice()).isEqualTo(LocalDate.of(2026, 11, 17));
        assertThat(story.mails("handover-agreed"))
                .containsExactlyInAnyOrder(story.person("koordinator"), story.person("m15"));
        assertThat(story.holding(Post.COORDINATOR)).containsExactly("koordinator");
        story.theyHandOver("koordinator", "m15");
        story.passesUntil("2026-11-17T12:00");

        assertThat(story.holding(Post.COORDINATOR)).containsExactly("m15");
        assertThat(story.isOpen())
                .as("until the new coordinator's checklist is done")
                .isTrue();
        story.finishesTheChecklist("m15");
        assertThat(story.isOpen()).isFalse();
        story.tookThePath("handOverToElected", "movePost", "electionEnded");
    }

    @Test
    void theHandoverIsStopped_andAllWhoHeardOfTheElectionHearWhoIsCoordinator() {
        story.anElectionOf(Post.COORDINATOR, 1);
        story.stands("m15");
        story.nominationsClose();
        story.acclamationFallsDue();
        story.accepts("m15");
        assertThat(story.election().matter().takesOffice())
                .as("the day agreed upon, which is far enough")
                .isEqualTo(LocalDate.of(2026, 11, 2));
        story.theHandoverIsNotConfirmed();
        story.answersTask(
                "formand", "decideOnHandover", Map.of("chairDecision", "CANCEL", "reason", "Hun er blevet syg."));

        assertThat(story.isOpen()).isFalse();
        assertThat(story.holding(Post.COORDINATOR)).containsExactly("koordinator");
        assertThat(story.mails("election-unmoved")).hasSizeGreaterThan(20);
        story.tookThePath("postNotMoved");
        assertThat(search.in(story.cluster()).orElseThrow().elected()).isEqualTo(story.person("m15"));
    }

    @Test
    void theSittingCoordinatorIsElectedAgain_andNothingIsHandedOver() {
        story.anElectionOf(Post.COORDINATOR, 1);
        story.stands("koordinator");
        story.nominationsClose();
        story.acclamationFallsDue();
        story.accepts("koordinator");

        assertThat(story.isOpen()).isFalse();
        assertThat(story.holding(Post.COORDINATOR)).containsExactly("koordinator");
        assertThat(story.mails("handover-agreed")).isEmpty();
        story.tookThePath("givePosts");
        assertThat(search.in(story.cluster())).isEmpty();
    }

    @Test
    void whileACoordinatorIsElectedNobodyHandsThePostOverByHand_norElectsWhileItIsHandedOver() {
        story.anElectionOf(Post.COORDINATOR, 1);
        assertThatThrownBy(() -> story.startsByHand(
                        "coordinator-handover", Map.of("successor", story.person("m12"), "handoverDay", "2026-10-01")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Der er valg af koordinator i gang");
        story.isCancelled("Vi gør det på anden vis.");
        story.startsByHand(
                "coordinator-handover", Map.of("successor", story.person("m12"), "handoverDay", "2026-10-01"));
        assertThatThrownBy(() -> story.startsByHand(
                        "coordinator-election", Map.of("post", "COORDINATOR", "takesOffice", "2026-12-01")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Der er aftalt en overdragelse af posten til");
    }

    @Test
    void ofTwoElectionsToOnePostBegunInOneMomentThereIsOne() {
        story.anElectionOf(Post.CHAIR, 1);
        // both forms were read before either was sent
        assertThatThrownBy(() -> story.anElectionOf(Post.CHAIR, 1))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("allerede et valg i gang");
        story.anElectionOf(Post.TREASURER, 1);
        assertThat(story.elections()).hasSize(2);
    }

    @Test
    void aPostThatFallsVacantIsElectedTo_once() {
        story.aPostEnds("kasserer", Post.TREASURER, 3);
        story.emptyPostsAreLookedFor();
        assertThat(story.elections()).as("she still has it").isEmpty();
        story.daysPass(3);
        story.emptyPostsAreLookedFor();
        story.emptyPostsAreLookedFor();

        assertThat(story.elections()).hasSize(1);
        assertThat(story.election().matter().post()).isEqualTo(Post.TREASURER);
        assertThat(story.mails("election-nomination")).hasSize(21);
        story.isCancelled("Vi vælger på generalforsamlingen.");
        story.daysPass(7);
        story.emptyPostsAreLookedFor();
        assertThat(story.elections()).as("nobody is asked again and again").hasSize(1);
    }

    @Test
    void aPostThatNobodyEverHad_orSomebodyIsToHave_isNotVacant() {
        story.aPostIsGiven("m15", Post.CHAIR, 20);
        story.aPostEnds("formand", Post.CHAIR, 1);
        story.daysPass(2);
        story.emptyPostsAreLookedFor();

        assertThat(story.elections()).isEmpty();
    }

    @Test
    void anAuditorWhoIsElectedIsToldBeforeSheSaysYes_andAuditsNoLonger() {
        story.hasSat("m15", Post.AUDITOR, "2025-03-01", null);
        story.anElectionOf(Post.CHAIR, 1);
        String told =
                "Du er revisor nu. Revisor ser efter, hvad koordinator og bestyrelse gør, så ingen kan være begge dele.";
        assertThat(story.sees("election-nomination", "m15").toString()).contains(told);
        assertThat(story.sees("election-nomination", "m14").toString())
                .as("who names her sees it too, and nobody else is warned of her own")
                .contains("er revisor nu og kan ikke være begge dele")
                .doesNotContain("Du er revisor nu");
        story.answers("election-nomination", "m14", "svar", "OTHER", "kollega", story.person("m15"));
        assertThat(story.sees("election-candidacy", "m15").toString()).contains(told);
        story.answers("election-candidacy", "m15", "svar", "YES", "tekst", "Gerne");
        story.nominationsClose();
        story.acclamationFallsDue();
        assertThat(story.sees("election-acceptance", "m15").toString())
                .contains(told, "er du ikke længere revisor fra den dag, du er formand");
        story.accepts("m15");

        assertThat(story.mails("election-post-given-up"))
                .contains(story.person("koordinator"), story.person("sekretaer"), story.person("formand"))
                .doesNotContain(story.person("m14"));
        assertThat(story.says("election-post-given-up"))
                .containsEntry("givenUp", "revisor")
                .containsEntry("post", "formand")
                .containsEntry("day", "2. november 2026");
        assertThat(story.holding(Post.AUDITOR)).as("until the day").containsExactly("m15");
        story.passesUntil("2026-11-02T12:00");
        assertThat(story.holding(Post.CHAIR)).containsExactly("m15");
        assertThat(story.holding(Post.AUDITOR)).isEmpty();
        story.emptyPostsAreLookedFor();
        assertThat(story.election().matter().post())
                .as("another auditor is looked for by itself")
                .isEqualTo(Post.AUDITOR);
    }

    @Test
    void anAuditorWhoTakesOverAsCoordinatorAuditsNoLonger() {
        story.hasSat("m15", Post.AUDITOR, "2025-03-01", null);
        story.anElectionOf(Post.COORDINATOR, 1);
        story.allAgreeOn("m15");
        assertThat(story.mails("election-post-given-up")).isNotEmpty();
        assertThat(story.holding(Post.AUDITOR)).containsExactly("m15");
        story.theyHandOver("koordinator", "m15");
        story.passesUntil("2026-11-02T12:00");

        assertThat(story.holding(Post.COORDINATOR)).containsExactly("m15");
        assertThat(story.holding(Post.AUDITOR)).isEmpty();
    }

    @Test
    void whoeverOfTheBoardIsElectedAuditorLeavesTheBoard() {
        story.joins("m15", Post.BOARD, "2025-03-01", null);
        story.anElectionOf(Post.AUDITOR, 1);
        assertThat(story.sees("election-nomination", "m15").toString())
                .contains("Du er bestyrelsesmedlem nu.", "regnskabet for de år, du har siddet i bestyrelsen");
        story.allAgreeOn("m15");
        assertThat(story.says("election-post-given-up"))
                .containsEntry("givenUp", "bestyrelsesmedlem")
                .hasEntrySatisfying(
                        "next", next -> assertThat(next.toString()).contains("Pladsen i bestyrelsen er så tom"));
        story.passesUntil("2026-11-02T12:00");

        assertThat(story.holding(Post.AUDITOR)).contains("m15");
        assertThat(story.holding(Post.BOARD)).doesNotContain("m15");
    }

    /** Her post is handed over and never left: there must be one every day. */
    @Test
    void theCoordinatorCannotStandAsAuditor_norBeNamed_norSayYesLater() {
        story.anElectionOf(Post.AUDITOR, 1);
        assertThatThrownBy(() -> story.stands("koordinator"))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("kan ikke være revisor");
        assertThat(story.sees("election-nomination", "m14").toString())
                .contains(story.person("m15"))
                .doesNotContain(story.person("koordinator"));
        assertThatThrownBy(() -> story.answers(
                        "election-nomination", "m14", "svar", "OTHER", "kollega", story.person("koordinator")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("kan ikke være revisor");
        // she stood before she became coordinator
        story.stands("m15");
        story.nominationsClose();
        story.acclamationFallsDue();
        story.aPostIsGiven("m15", Post.COORDINATOR, 0);
        assertThatThrownBy(() -> story.accepts("m15"))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("kan ikke være revisor");
        story.answers("election-acceptance", "m15", "svar", "NO");
        story.waitsFor("settleRefusal");
    }

    @Test
    void aColleagueWhoIsNamedAnswersHerself_andOnlyTheSilentAreReminded() {
        story.anElectionOf(Post.CHAIR, 1);
        story.answers("election-nomination", "m11", "svar", "OTHER", "kollega", story.person("m15"));
        String until = CopenhagenTime.inWords(
                Objects.requireNonNull(story.election().progress().nominationsCloseAt()));
        assertThat(story.answers("election-nomination", "m12", "svar", "NONE").lines())
                .contains("Kandidater søges til " + until + ". Så hører du, hvad der sker.");
        assertThat(story.mails("election-candidacy")).containsExactly(story.person("m15"));
        assertThat(story.stateOf("m15")).isEqualTo(Nominee.State.NAMED);
        assertThat(story.sees("election-candidacy", "m15").blocks().toString()).contains("Svar inden " + until);
        assertThat(story.answers("election-candidacy", "m15", "svar", "YES", "tekst", "Gerne")
                        .lines())
                .contains("Kandidater søges til " + until + ". Så hører du, hvad der sker.");
        assertThat(story.stateOf("m15")).isEqualTo(Nominee.State.STANDING);
        story.nominationsClose();

        assertThat(story.mails("election-nomination-reminder"))
                .as("m15 stands: nobody waits for her answer")
                .hasSize(18)
                .doesNotContain(story.person("m11"), story.person("m12"), story.person("m15"));
    }

    @Test
    void theElectedIsToldUntilWhenSheAnswers_andWhatHappensOtherwise() {
        story.anElectionOf(Post.CHAIR, 1);
        story.stands("m11");
        story.nominationsClose();
        story.acclamationFallsDue();

        String until = "Svar inden "
                + CopenhagenTime.inWords(
                        Objects.requireNonNull(story.election().progress().acceptancesCloseAt()))
                + ". Svarer du ikke, afgør bestyrelsen efter vedtægterne, hvad der så sker.";
        assertThat(story.sees("election-acceptance", "m11").blocks().toString()).contains(until);
        assertThat(mails.texts(story.cluster(), "election-acceptance", story.person("m11")))
                .singleElement()
                .asString()
                .contains(until);
        story.passesUntil(Objects.requireNonNull(story.election().progress().acceptancesCloseAt()));
        story.waitsFor("settleRefusal");
        assertThat(mails.texts(story.cluster(), "election-acceptance-reminder", story.person("m11")))
                .singleElement()
                .asString()
                .contains(until);
    }

    @Test
    void onlyWhoIsOnTheRollCanBeNamed_andNobodyBothHerselfAndAnother() {
        story.anElectionOf(Post.CHAIR, 1);
        assertThatThrownBy(() -> story.answers(
                        "election-nomination", "m11", "svar", "OTHER", "kollega", story.person("sekretaer")))
                .isInstanceOf(FormRefused.class);
        assertThatThrownBy(() ->
                        story.answers("election-nomination", "m11", "svar", "SELF", "kollega", story.person("m12")))
                .isInstanceOf(FormRefused.class);
        story.nominationsClose();
        story.nominationsClose();
        assertThatThrownBy(() -> story.answers("election-acclamation", "m11", "svar", "ASK"))
                .isInstanceOf(FormRefused.class);
    }

    /** B17. */
    @Test
    void nobodyStands_prolongedOnce_thenTheBoardAndTheRegionAreAsked_andNothingHangs() {
        story.set(ElectionSettings.SUPPORT_MAIL, "stoette@region.example");
        story.anElectionOf(Post.COORDINATOR, 1);
        story.nominationsClose();
        story.waitsFor();
        assertThat(story.mails("election-nomination")).hasSize(42);
        story.nominationsClose();
        story.waitsFor("findCandidates");
        assertThat(story.mails("election-help")).containsExactly("stoette@region.example");
        story.answersTask("formand", "findCandidates", Map.of("decision", "NAME", "person", story.person("m14")));
        assertThat(story.mails("election-candidacy")).containsExactly(story.person("m14"));
        story.answers("election-candidacy", "m14", "svar", "NO");
        story.nominationsClose();
        story.waitsFor("findCandidates");
        assertThatThrownBy(() -> story.answersTask("formand", "findCandidates", Map.of("decision", "GIVE_UP")))
                .isInstanceOf(FormRefused.class);
        story.answersTask(
                "formand", "findCandidates", Map.of("decision", "GIVE_UP", "reason", "Vi prøver igen til foråret."));

        assertThat(story.isOpen()).isFalse();
        assertThat(story.election().course().status()).isEqualTo(ElectionStatus.FAILED);
        assertThat(story.mails("election-failed")).hasSizeGreaterThan(20);
        assertThat(story.holding(Post.COORDINATOR)).containsExactly("koordinator");
    }

    /** B16. */
    @Test
    void aMemberAsksForAWrittenVote_andNineAgainstEightElectNobody() {
        story.anElectionOf(Post.CHAIR, 1);
        story.stands("m15");
        story.nominationsClose();
        story.answers("election-acclamation", "m17", "svar", "ASK");
        assertThat(story.history()).doesNotContain(story.person("m17"));
        story.waitsFor("recordVote");
        story.theMeetingVotes(4, "for", 8, "imod", 9);

        assertThat(story.stateOf("m15")).isEqualTo(Nominee.State.LOST);
        assertThat(story.election().is(ElectionStatus.NOMINATING)).isTrue();
        assertThat(story.mails("election-nomination")).hasSize(42);
        story.waitsFor();
    }

    /** B13. */
    @Test
    void equalVotesAreVotedUponAgain_thenDrawnByTwoWhoDoNotStand() {
        story.anElectionOf(Post.CHAIR, 1);
        story.stands("m11", "m12", "m13");
        story.nominationsClose();
        story.theMeetingVotes(0, "m11", 8, "m12", 8, "m13", 5);
        story.waitsFor("recordVote");
        assertThat(protocol.sentences(story.election()))
                .as("what whoever records the second vote is told of the first")
                .anyMatch(sentence -> sentence.startsWith("Afstemning 1: Der stemmes igen mellem "))
                .noneMatch(sentence -> sentence.startsWith("Afstemning 2"))
                .noneMatch(sentence -> sentence.contains("SHA-256"));
        story.theMeetingVotes(1, "m11", 10, "m12", 10);
        story.waitsFor("drawLot");
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("drawn", story.person("m13"), "first", story.person("m16"), "second", story.person("m17")),
                Map.of("drawn", story.person("m11"), "first", story.person("m12"), "second", story.person("m17")),
                Map.of("drawn", story.person("m11"), "first", story.person("m16"), "second", story.person("m16")))) {
            assertThatThrownBy(() -> story.answersTask("sekretaer", "drawLot", wrong))
                    .isInstanceOf(FormRefused.class);
        }
        story.answersTask(
                "sekretaer",
                "drawLot",
                Map.of("drawn", story.person("m12"), "first", story.person("m16"), "second", story.person("m17")));
        story.accepts("m12");

        assertThat(story.election().course().status()).isEqualTo(ElectionStatus.DONE);
        assertThat(story.stateOf("m11")).isEqualTo(Nominee.State.LOST);
    }

    /** B12. */
    @Test
    void moreThanHalfIsNeededWhereTheStatutesSaySo_andTheTwoLeadingGoOn() {
        story.statutesSay("election_rule", "ABSOLUTE");
        story.anElectionOf(Post.CHAIR, 1);
        story.stands("m11", "m12", "m13");
        story.nominationsClose();
        story.theMeetingVotes(2, "m11", 9, "m12", 7, "m13", 3);
        story.waitsFor("recordVote");
        story.theMeetingVotes(2, "m11", 10, "m12", 9);
        story.accepts("m11");

        assertThat(story.election().course().status()).isEqualTo(ElectionStatus.DONE);
    }

    /** B14. */
    @Test
    void whoSharesTheSecondPlaceIsDrawn_orAllThreeGoOn_asTheStatutesSay() {
        story.statutesSay("election_rule", "ABSOLUTE");
        story.anElectionOf(Post.CHAIR, 1);
        story.statutesSay("election_rule", "ABSOLUTE", "three_way", "ROUND_OF_THREE");
        story.stands("m11", "m12", "m13", "m14");
        story.nominationsClose();
        story.theMeetingVotes(0, "m11", 8, "m12", 6, "m13", 6, "m14", 1);
        // it goes on by the statutes with which it began
        story.waitsFor("drawLot");
        story.answersTask(
                "sekretaer",
                "drawLot",
                Map.of("drawn", story.person("m13"), "first", story.person("m16"), "second", story.person("m17")));
        story.waitsFor("recordVote");
        story.theMeetingVotes(0, "m11", 10, "m13", 11);
        story.accepts("m13");

        assertThat(story.election().course().status()).isEqualTo(ElectionStatus.DONE);
    }

    /** B15. */
    @Test
    void twoSeats_theOneWithMostIsElected_andTheEqualOnesAreVotedUponAgain() {
        story.anElectionOf(Post.BOARD, 2);
        story.stands("m11", "m12", "m13", "m14");
        story.nominationsClose();
        story.theMeetingVotes(0, "m11", 12, "m12", 9, "m13", 9, "m14", 4);
        assertThat(story.stateOf("m11")).isEqualTo(Nominee.State.ELECTED);
        story.waitsFor("recordVote");
        story.theMeetingVotes(0, "m12", 11, "m13", 10);
        story.accepts("m11", "m12");

        assertThat(story.election().course().status()).isEqualTo(ElectionStatus.DONE);
        assertThat(story.stateOf("m13")).isEqualTo(Nominee.State.LOST);
    }

    /** B19. */
    @Test
    void theElectedDeclines_andTheBoardDecides_nobodyMovesUpInSilence() {
        story.anElectionOf(Post.CHAIR, 1);
        story.stands("m11", "m12");
        story.nominationsClose();
        story.theMeetingVotes(0, "m11", 12, "m12", 9);
        story.answers("election-acceptance", "m11", "svar", "NO");
        story.waitsFor("settleRefusal");
        assertThat(story.stateOf("m12")).isEqualTo(Nominee.State.LOST);
        story.answersTask("formand", "settleRefusal", Map.of("decision", "SUBSTITUTE"));
        assertThat(story.mails("election-acceptance")).containsExactly(story.person("m11"), story.person("m12"));
        assertThat(protocol.sentences(story.election()))
                .as("nobody reads that m12 was elected by votes")
                .last()
                .asString()
                .endsWith(", blev valgt, men sagde nej eller svarede ikke.");
        story.answers("election-acceptance", "m12", "svar", "NO");
        assertThatThrownBy(() -> story.answersTask("formand", "settleRefusal", Map.of("decision", "SUBSTITUTE")))
                .isInstanceOf(FormRefused.class);
        story.answersTask("formand", "settleRefusal", Map.of("decision", "ELECT_ANEW"));

        assertThat(story.election().is(ElectionStatus.NOMINATING)).isTrue();
        assertThat(story.mails("election-nomination")).hasSize(42);
    }

    /** B18, while the meeting is waited for: with whoever is left there is nothing to choose between. */
    @Test
    void aCandidateWithdrawsBeforeTheMeeting_andOneIsLeft() {
        story.anElectionOf(Post.CHAIR, 1);
        story.stands("m11", "m12");
        story.nominationsClose();
        story.waitsFor("recordVote");
        story.answers("election-candidacy", "m12", "svar", "NO");

        assertThat(story.election().is(ElectionStatus.ACCLAMATION)).isTrue();
        story.acclamationFallsDue();
        story.accepts("m11");
        assertThat(story.election().course().status()).isEqualTo(ElectionStatus.DONE);
        story.tookThePath("withdrawalStoppedRecord");
    }

    /** A seat is not filled twice: the vote is no longer what decided. */
    @Test
    void afterASubstituteTheVoteIsNotOverruled() {
        story.anElectionOf(Post.CHAIR, 1);
        story.stands("m11", "m12", "m13");
        story.nominationsClose();
        story.theMeetingVotes(0, "m11", 12, "m12", 6, "m13", 3);
        story.answers("election-acceptance", "m11", "svar", "NO");
        story.answersTask("formand", "settleRefusal", Map.of("decision", "SUBSTITUTE"));
        assertThat(story.stateOf("m12")).isEqualTo(Nominee.State.ELECTED);

        assertThatThrownBy(() -> story.overrules("sekretaer", "m13", "m11 og m12 er ikke valgbare."))
                .isInstanceOf(FormRefused.class);
        assertThat(story.stateOf("m13")).isEqualTo(Nominee.State.LOST);
    }

    /** B18, first half. */
    @Test
    void aCandidateWithdrawsBeforeOpening_andOneIsLeft() {
        story.anElectionOf(Post.CHAIR, 1);
        story.stands("m11", "m12");
        story.answers("election-candidacy", "m12", "svar", "NO");
        story.nominationsClose();

        assertThat(story.stateOf("m12")).isEqualTo(Nominee.State.WITHDRAWN);
        assertThat(story.election().is(ElectionStatus.ACCLAMATION)).isTrue();
    }

    @Test
    void twoTellersMustAgree_andHandsNeedTheStatutes() {
        story.statutesSay("hands_allowed", "false");
        story.anElectionOf(Post.CHAIR, 1);
        story.stands("m11", "m12");
        story.nominationsClose();
        for (Map<String, Object> change : List.<Map<String, Object>>of(
                Map.of("manner", "HANDS"),
                Map.of("secondTeller", "anne"),
                Map.of("ballots", "3"),
                Map.of(
                        "votes",
                        "[{\"choice\":\"%s\",\"first\":\"12\",\"second\":\"11\"},{\"choice\":\"%s\",\"first\":\"9\",\"second\":\"9\"}]"
                                .formatted(story.person("m11"), story.person("m12"))))) {
            Map<String, Object> record = new HashMap<>(story.record(0, "m11", 12, "m12", 9));
            record.putAll(change);
            assertThatThrownBy(() -> story.answersTask("sekretaer", "recordVote", record))
                    .as(change.toString())
                    .isInstanceOf(FormRefused.class);
        }
    }

    @Test
    void isCancelledWithAReason_andAllAreTold() {
        story.anElectionOf(Post.CHAIR, 1);
        story.stands("m11", "m12");
        story.nominationsClose();
        story.isCancelled("Formanden bliver alligevel.");

        assertThat(story.isOpen()).isFalse();
        story.waitsFor();
        assertThat(story.mails("election-cancelled")).hasSizeGreaterThan(20);
        assertThatThrownBy(() -> story.isCancelled("Igen")).isInstanceOf(FormRefused.class);
    }

    @Test
    void startsForACoordinatorWhenAnotherProcessSaysSo_andTheBoardIsAskedWhenNobodyActs() {
        story.thePostIsVacated();
        assertThat(story.election().matter().post()).isEqualTo(Post.COORDINATOR);
        story.nominationsClose();
        story.nominationsClose();
        story.waitsFor("findCandidates");
        story.daysPass(15);
        story.tookThePath("escalateElection");
    }
}
