package dk.klyngeflow.assemblies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.AtOnce;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.ballots.Recounted;
import dk.klyngeflow.ballots.VoteRight;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.mail.WrittenMails;
import dk.klyngeflow.members.AddressChanged;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/** An item is put to the vote by link. Items by number: 3 accounts, 5 statutes (two thirds, half the members), 6 motion, 8 election. */
@KlyngeflowTest
@ExtendWith(OutputCaptureExtension.class)
class DigitalVotesTest {

    @Autowired
    EveningStory story;

    @Autowired
    Assemblies assemblies;

    @Autowired
    DigitalVotes digital;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    WrittenMails mails;

    @Autowired
    TestClock clock;

    @AfterEach
    void reset() {
        clock.reset();
    }

    private void anEveningByLink(String... more) {
        String[] said = new String[more.length + 2];
        said[0] = "digital_ballot";
        said[1] = "true";
        System.arraycopy(more, 0, said, 2, more.length);
        story.anUsualEvening(said);
    }

    @Test
    void theChairOpensIt_allVote_andTheResultStandsWithItsProtocol() {
        anEveningByLink();
        story.come(20);
        story.opensByLink(5);
        assertThat(mails.texts(story.cluster(), "ballot-open", story.members().get(0)))
                .singleElement()
                .asString()
                .contains("Punkt 5: Forslag 1: Varsel på 21 dage", "indtil dirigenten lukker den");
        assertThat(page(story.looks(story.paper(story.members().get(0)))))
                .contains("Hvad stemmer du?", "Ja", "Nej", "Blank", "Forslag: Indkaldes med 21 dages varsel.")
                .doesNotContain("checked", "Hvem stemmer du på?");

        story.allVoteByLink(13, 6, 0);
        story.aMomentPasses();
        assertThat(story.decision(5).outcome()).isEqualTo(ItemOutcome.OPEN);
        assertThat(story.turnout()).isEqualTo(19);
        story.closesByLink();
        story.closesByLink();

        assertThat(story.seen()).isEqualTo(1);
        assertThat(story.decision(5).outcome()).isEqualTo(ItemOutcome.ADOPTED);
        assertThat(story.decision(5).sentence())
                .isEqualTo(
                        "Ved skriftlig (digital) afstemning: 19 stemmesedler: 19 gyldige. Ja 13, Nej 6. Det kræver mindst"
                                + " to tredjedele af de afgivne stemmer: af 19 er det 13, og 13 stemte for. Forslaget er vedtaget.");
        assertThat(Recounted.of(story.protocol())).isEmpty();
        assertThat(story.protocol()).contains("\"onRoll\" : 20");
        assertThat(story.protocols()).singleElement().satisfies(protocol -> {
            assertThat(protocol.key()).isEqualTo("proposal-1");
            assertThat(story.protocol()).contains("sha256 " + protocol.hash());
        });
    }

    @Test
    void whenAllHaveVotedItClosesByItself() {
        anEveningByLink();
        story.come(6);
        story.opensByLink(6);
        story.allVoteByLink(3, 3, 0);

        story.aMomentPasses();
        story.aMomentPasses();

        assertThat(story.decision(6).outcome()).as("a tie adopts nothing").isEqualTo(ItemOutcome.REJECTED);
        assertThat(story.decision(6).sentence()).contains("Ja 3, Nej 3.", "af 6 er det 4", "Forslaget er forkastet.");
        assertThat(story.seen()).isEqualTo(1);
    }

    @Test
    void twelveOfNineteenAreTooFewForTheStatutes_andWhereThePresentAreCountedTheBlankCountAgainst() {
        anEveningByLink();
        story.come(20);
        story.opensByLink(5);
        story.allVoteByLink(12, 7, 1);
        story.aMomentPasses();
        assertThat(story.decision(5).outcome()).isEqualTo(ItemOutcome.REJECTED);

        anEveningByLink("counted_of", "PRESENT");
        story.come(20);
        story.opensByLink(5);
        story.allVoteByLink(13, 0, 2);
        story.closesByLink();
        assertThat(story.decision(5).outcome()).isEqualTo(ItemOutcome.REJECTED);
        assertThat(story.decision(5).sentence()).contains("af 20 er det 14, og 13 stemte for");
    }

    @Test
    void whoHoldsAProxyHasAPaperForEach_andThePrincipalWhoComesVotesHerself() {
        anEveningByLink("proxies", "2");
        List<String> members = story.members();
        String holder = members.get(0);
        String first = members.get(19);
        String second = members.get(20);
        story.givesProxy(first, holder);
        story.givesProxy(second, holder);
        story.come(8);
        story.opensByLink(6);

        assertThat(story.papers()).hasSize(story.attendance().votes()).hasSize(10);
        assertThat(story.papers()).contains(new VoteRight(first, holder), new VoteRight(second, holder));
        assertThat(mails.texts(story.cluster(), "ballot-open", holder)).hasSize(3);
        assertThat(mails.texts(story.cluster(), "ballot-open", first)).isEmpty();
        String forFirst = story.paper(first, holder);
        String forSecond = story.paper(second, holder);
        assertThat(page(story.looks(forFirst))).contains("Her stemmer du for ");
        story.votesByLink(forFirst, "for");
        story.votesByLink(forSecond, "for");
        story.votesByLink(story.paper(holder), "imod");

        // she comes late, and votes otherwise than her holder did
        story.comes(first);
        assertThat(mails.texts(story.cluster(), "ballot-open", first)).hasSize(1);
        assertThat(story.sends(forFirst, "for").statusCode()).isEqualTo(409);
        assertThat(page(story.looks(forFirst)))
                .contains("en anden har stemmesedlen nu")
                .doesNotContain("type=\"radio\"");
        assertThat(page(story.looks(story.paper(first)))).contains("Stemmen er afgivet.");
        story.votesByLink(story.paper(first), "imod");
        assertThat(story.turnout()).isEqualTo(3);
        for (String each : members.subList(1, 8)) {
            story.votesByLink(story.paper(each), "for");
        }
        story.closesByLink();

        assertThat(story.decision(6).sentence()).contains("10 stemmesedler: 10 gyldige.", "Ja 8, Nej 2.");
        assertThat(story.protocol()).contains("\"onRoll\" : 10");
    }

    @Test
    void aProxyThatIsWithdrawnTakesItsPaperAlong_andOneThatIsGivenAnotherGoesToThatOne() {
        anEveningByLink("proxies", "1");
        List<String> members = story.members();
        String principal = members.get(20);
        story.givesProxy(principal, members.get(0));
        story.come(6);
        story.opensByLink(6);
        String paper = story.paper(principal, members.get(0));

        story.withdraws(principal);
        assertThat(story.sends(paper, "for").statusCode()).isEqualTo(409);
        assertThat(mails.texts(story.cluster(), "ballot-open", principal))
                .as("whoever is not here has no paper")
                .isEmpty();

        story.givesProxy(principal, members.get(1));
        assertThat(story.papers()).hasSize(7).contains(new VoteRight(principal, members.get(1)));
        assertThat(story.sends(paper, "for").statusCode()).isEqualTo(409);
        story.votesByLink(story.paper(principal, members.get(1)), "imod");
        // her holder has given her own away: she is not in the room
        story.givesProxy(principal, members.get(15));
        assertThat(mails.texts(story.cluster(), "ballot-open", members.get(15))).isEmpty();
        story.comes(members.get(15));
        assertThat(mails.texts(story.cluster(), "ballot-open", members.get(15)))
                .as("the roll stands: she has no vote of her own, but her principal's")
                .hasSize(1);
        assertThat(story.papers()).hasSize(7);
        assertThat(story.turnout()).isEqualTo(1);
    }

    @Test
    void theRollStands_whoComesLateIsNotOnIt_whoLeavesIs_andTheDoorsMistakeIsRefused() {
        anEveningByLink("proxies", "1");
        List<String> members = story.members();
        story.come(6);
        story.opensByLink(6);
        story.comes(members.get(10));
        assertThat(mails.texts(story.cluster(), "ballot-open", members.get(10))).isEmpty();
        assertThat(story.papers()).hasSize(6);

        story.leaves(members.get(5));
        story.votesByLink(story.paper(members.get(5)), "for");
        refused(() -> story.wasNotThere(members.get(4)), "stemmesedlen er delt ud");
        assertThat(story.attendance()).isEqualTo(new Attendance(21, 6, 0));
        // and whoever was ticked off by mistake, while another votes for her, has her proxy back
        story.cancelsByLink();
        story.givesProxy(members.get(20), members.get(0));
        story.opensByLink(6);
        story.comes(members.get(20));
        String own = story.paper(members.get(20));
        story.wasNotThere(members.get(20));
        assertThat(story.papers()).contains(new VoteRight(members.get(20), members.get(0)));
        assertThat(story.sends(own, "for").statusCode()).isEqualTo(409);
    }

    @Test
    void withoutQuorumItIsNotOpened_andAnElectionIsNotOne() {
        anEveningByLink();
        story.come(10);
        refused(() -> story.opensByLink(5), "halvdelen af 21, altså 11; 10 er mødt");
        refused(() -> story.opensByLink(8), "Der stemmes ikke om dette punkt");
        refused(() -> story.opensByLink(2), "Der stemmes ikke om dette punkt");
        refused(() -> story.opensByLink(99), "Punktet findes ikke");
        refused(() -> story.opensByLink(6, 1), "Ændringsforslaget findes ikke");
    }

    @Test
    void whereTheStatutesDoNotSaySoItIsRefused() {
        story.anUsualEvening();
        story.come(12);
        refused(() -> story.opensByLink(6), "Vedtægterne giver ikke mulighed");
        assertThat(story.missing()).isNotEmpty();
    }

    @Test
    void aSecondClickOpensNoSecondOne_andOneIsOpenAtATime() throws Exception {
        anEveningByLink();
        story.come(6);
        assertThat(AtOnce.both(() -> story.opensByLink(6, 0, 0), () -> story.opensByLink(6, 0, 0)))
                .allMatch(Optional::isEmpty);
        assertThat(story.ballot().ballotNo()).isEqualTo(1);
        refused(() -> story.opensByLink(3), "Der stemmes digitalt om punkt 6");
        refused(() -> story.votes(6, 4, 2, 0), "Der stemmes digitalt om det lige nu");
        refused(() -> story.amends(6, "Tre møder"), "Der stemmes digitalt om det lige nu");
        story.votes(3, 6, 0, 0);

        story.cancelsByLink();
        // a page that was made before
        refused(() -> story.opensByLink(6, 0, 0), "Der har været en digital afstemning");
        story.votes(6, 4, 2, 0);
        refused(() -> story.opensByLink(6), "Der står allerede et resultat");
    }

    @Test
    void isCancelled_nothingOfItIsLeft_andHandsDecide() {
        anEveningByLink();
        story.come(6);
        story.opensByLink(6);
        String paper = story.paper(story.members().get(0));
        story.votesByLink(paper, "for");

        story.cancelsByLink();
        story.cancelsByLink();

        assertThat(story.sends(paper, "for").statusCode()).isEqualTo(409);
        assertThat(page(story.looks(paper))).contains("aflyst, fordi der stemmes på en anden måde");
        assertThat(story.protocols()).isEmpty();
        story.votes(6, 4, 2, 0);
        assertThat(story.decision(6).sentence()).startsWith("4 for, 2 imod");
    }

    /** The votes cannot be opened by anybody: nothing is counted, she hears what to do, and the item is voted upon anew. */
    @Test
    void whereTheKeyIsLostNothingIsCounted_theChairHearsWhatToDo_andItIsVotedUponAnew() {
        anEveningByLink();
        story.come(6);
        story.opensByLink(6);
        story.allVoteByLink(3, 2, 0);
        String last = story.paper(story.papers().get(5).voter());
        story.losesItsKey();

        refused(story::closesByLink, "Er nøglen gået tabt, kan ingen åbne stemmerne: aflys afstemningen");
        assertThat(story.ballot().isOpen()).isTrue();
        assertThat(story.seen()).isZero();
        story.votesByLink(last, "for");
        story.aMomentPasses();
        story.aMomentPasses();
        assertThat(story.ballot().isOpen()).as("all have voted").isTrue();
        assertThat(story.decision(6).outcome()).isEqualTo(ItemOutcome.OPEN);

        story.cancelsByLink();
        assertThat(page(story.looks(last))).contains("aflyst");
        assertThat(story.sends(last, "imod").statusCode()).isEqualTo(409);
        story.opensByLink(6);
        story.allVoteByLink(4, 2, 0);
        story.aMomentPasses();
        assertThat(story.decision(6).sentence()).contains("6 stemmesedler: 6 gyldige.", "Ja 4, Nej 2.");
        assertThat(Recounted.of(story.protocol())).isEmpty();
        assertThat(story.protocols()).hasSize(1);
    }

    /** Whichever of them the clockwork comes to first. */
    @Test
    void aLostKeyHoldsUpNoOtherCluster() {
        List<String> lost = new ArrayList<>();
        lost.add(everybodyHasVotedAndTheKeyIsLost());
        anEveningByLink();
        story.come(6);
        story.opensByLink(6);
        story.allVoteByLink(4, 2, 0);
        String other = story.cluster();
        lost.add(everybodyHasVotedAndTheKeyIsLost());

        story.aMomentPasses();

        assertThat(assemblies.decisions(other, EveningStory.EVENING).get(5).outcome())
                .isEqualTo(ItemOutcome.ADOPTED);
        lost.forEach(cluster -> digital.cancel(cluster, EveningStory.EVENING, 1));
    }

    private String everybodyHasVotedAndTheKeyIsLost() {
        anEveningByLink();
        story.come(6);
        story.opensByLink(6);
        story.allVoteByLink(4, 2, 0);
        story.losesItsKey();
        return story.cluster();
    }

    /** Whoever has given a vote and whoever has not, for herself or for another, are treated alike. */
    @Test
    void whoHasANewAddressGetsHerPapersThere_theEarlierLinksOpenNothing_andWhatWasGivenCounts() {
        anEveningByLink("proxies", "1");
        List<String> members = story.members();
        String holder = members.get(0);
        String principal = members.get(20);
        story.givesProxy(principal, holder);
        story.come(6);
        story.opensByLink(6);
        String own = story.paper(holder);
        String forPrincipal = story.paper(principal, holder);
        String silent = story.paper(members.get(1));
        String ownPage = story.code(Assemblies.LINK, holder);
        story.votesByLink(own, "for");

        for (String person : List.of(holder, members.get(1), principal, members.get(10))) {
            hasANewAddress(person);
        }

        for (String before : List.of(own, forPrincipal, silent)) {
            assertThat(story.sends(before, "imod").statusCode()).isNotEqualTo(200);
            assertThat(page(story.looks(before))).doesNotContain("type=\"radio\"");
        }
        assertThat(page(story.answers(ownPage, "VOTE " + holder)))
                .as("nor does her earlier link to the evening give anybody her paper")
                .doesNotContain("/svar#");
        assertThat(story.turnout()).isEqualTo(1);
        assertThat(mails.texts(story.cluster(), "ballot-open", holder))
                .as("her own and her principal's, twice")
                .hasSize(4);
        assertThat(mails.texts(story.cluster(), "ballot-open", members.get(1))).hasSize(2);
        assertThat(mails.texts(story.cluster(), "ballot-open", principal))
                .as("she is not here")
                .isEmpty();
        assertThat(mails.texts(story.cluster(), "ballot-open", members.get(10))).isEmpty();
        assertThat(page(story.looks(story.paper(holder)))).contains("Stemmen er afgivet.");
        assertThat(page(story.looks(story.paper(principal, holder)))).contains("Her stemmer du for ");
        story.votesByLink(story.paper(principal, holder), "imod");
        story.votesByLink(story.paper(members.get(1)), "for");
        for (String each : members.subList(2, 6)) {
            story.votesByLink(story.paper(each), "for");
        }
        story.aMomentPasses();
        assertThat(story.decision(6).sentence()).contains("7 stemmesedler: 7 gyldige.", "Ja 6, Nej 1.");
    }

    private void hasANewAddress(String person) {
        transaction.executeWithoutResult(status ->
                events.publishEvent(new AddressChanged(person, person + "@gammel.example", person + "@ny.example")));
    }

    @Test
    void fewerThanThreeAreNotCounted_andWithSoFewInTheRoomItIsNotOpened() {
        anEveningByLink();
        story.come(2);
        refused(() -> story.opensByLink(6), "for få stemmer i rummet");
        story.come(6);
        story.opensByLink(6);
        story.allVoteByLink(2, 0, 0);
        story.closesByLink();

        assertThat(story.seen()).isZero();
        assertThat(story.decision(6).outcome()).isEqualTo(ItemOutcome.OPEN);
        assertThat(story.protocols()).isEmpty();
        story.opensByLink(6);
        story.allVoteByLink(3, 0, 0);
        story.closesByLink();
        assertThat(story.decision(6).sentence())
                .isEqualTo("Ved skriftlig (digital) afstemning: Der er afgivet så få stemmer, at tallene ikke vises."
                        + " Forslaget er vedtaget.");
    }

    @Test
    void amendmentsAreVotedUponInTheirTurn_andTheProposalSaysWhichWereAdopted() {
        anEveningByLink();
        story.come(12);
        story.amends(5, "Indkaldes med 28 dages varsel.");
        refused(() -> story.opensByLink(5), "Stem først om ændringsforslagene");
        story.opensByLink(5, 1);
        assertThat(page(story.looks(story.paper(story.members().get(0)))))
                .contains("ændringsforslag 1", "Ændringsforslag: Indkaldes med 28 dages varsel.");
        story.allVoteByLink(10, 2, 0);
        story.aMomentPasses();
        story.opensByLink(5);
        assertThat(page(story.looks(story.paper(story.members().get(0)))))
                .contains("Vedtaget ændring: Indkaldes med 28 dages varsel.");
        story.allVoteByLink(11, 1, 0);
        story.aMomentPasses();

        assertThat(story.decision(5).amendments()).containsExactly("Indkaldes med 28 dages varsel.");
        assertThat(story.protocols()).extracting(VoteProtocol::amendment).containsExactly(1, 0);
    }

    @Test
    void whatNobodyCloses_isCancelledTheDayAfter() {
        anEveningByLink();
        story.come(6);
        story.opensByLink(6);
        String paper = story.paper(story.members().get(0));
        clock.advance(Duration.ofHours(5));
        assertThat(story.sends(paper, "for").statusCode()).isEqualTo(409);
        story.aMomentPasses();
        assertThat(story.ballot().isOpen()).isTrue();

        clock.advance(Duration.ofDays(1));
        story.aMomentPasses();

        assertThat(story.ballot().state()).isEqualTo(EveningBallot.State.CANCELLED);
    }

    @Test
    void everybodyVotesFromHerOwnPageToo_andNobodyForHer() {
        anEveningByLink("proxies", "1");
        List<String> members = story.members();
        story.givesProxy(members.get(20), members.get(0));
        story.come(6);
        assertThat(page(story.looks(story.code(Assemblies.LINK, members.get(0)))))
                .doesNotContain("Stem nu");
        story.opensByLink(6);

        assertThat(page(story.looks(story.code(Assemblies.LINK, members.get(0)))))
                .contains("Stem nu", "Stem nu for ")
                .doesNotContain("/svar#");
        assertThat(page(story.looks(story.code(Assemblies.LINK, members.get(10)))))
                .doesNotContain("Stem nu");
        String told = page(story.answers(story.code(Assemblies.LINK, members.get(0)), "VOTE " + members.get(0)));
        String paper = story.paper(members.get(0));
        assertThat(told).contains("Din stemmeseddel er klar", "/svar#" + paper);
        assertThat(page(story.answers(story.code(Assemblies.LINK, members.get(0)), "VOTE " + members.get(1))))
                .doesNotContain("/svar#");
        refused(
                () -> story.answersFor(members.get(0), story.person("sekretaer"), "VOTE " + members.get(0)),
                "Det kan kun medlemmet selv");
    }

    /** Neither choice, receipt nor code stands anywhere but where elections have it. */
    @Test
    void theLogSaysThatItWasHeld_andNothingOfWhoVotedWhat(CapturedOutput log) {
        anEveningByLink();
        story.come(6);
        story.opensByLink(6);
        String code = story.paper(story.members().get(0));
        story.allVoteByLink(4, 2, 0);
        story.aMomentPasses();

        assertThat(log.getAll())
                .contains("item 6 amendment 0 is put to the vote by link", "item 6 amendment 0 is ADOPTED")
                .doesNotContain(code, story.ballot().ballotId() + "~");
        assertThat(story.protocol()).doesNotContain(story.members().get(0));
        assertThat(mails.texts(story.cluster(), "ballot-open", story.members().get(0)))
                .singleElement()
                .asString()
                .doesNotContain("kvittering er");
    }

    private static String page(HttpResponse<String> answer) {
        return HtmlUtils.htmlUnescape(answer.body());
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String words) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(String.join("\n", refused.messages()))
                                .contains(words));
    }
}
