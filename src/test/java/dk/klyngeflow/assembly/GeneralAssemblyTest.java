package dk.klyngeflow.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.accounts.Budgets;
import dk.klyngeflow.assemblies.AssemblyItem;
import dk.klyngeflow.assemblies.AssemblyKind;
import dk.klyngeflow.assemblies.AssemblyStatus;
import dk.klyngeflow.assemblies.CalledAssembly;
import dk.klyngeflow.assemblies.VoteProtocol;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.mail.WrittenMails;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.statutes.StatutesVersions;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way in which a general assembly goes, around the assembly of Thursday 18 March 2027 whose dates are worked out by hand. */
@KlyngeflowTest
class GeneralAssemblyTest {

    @Autowired
    AssemblyStory story;

    @Autowired
    StatutesVersions statutes;

    @Autowired
    Budgets budgets;

    @Autowired
    WrittenMails written;

    @BeforeEach
    void aCluster() {
        story.aClusterBeforeItsAssembly();
    }

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void isHeldFromItsDayToItsSignedMinutes_andWhatWasDecidedApplies() {
        story.theOrdinaryIsStarted();
        story.theBoardFixes("tor 18/3 19.00");
        assertThat(story.mails(AssemblyLetters.ANNOUNCEMENT)).hasSize(21);

        story.proposes("m15", "hvad", "STATUTES", "felt", "notice_days", "ny", "21", "tekst", "Der er ferie.");
        story.proposes("m14", "hvad", "MOTION", "titel", "Fælles kaffe", "tekst", "Det er hyggeligt.");
        story.proposes("m13", "hvad", "STAND_TREASURER", "tekst", "Jeg vil gerne");
        story.passesUntil("2027-02-24T09:00");
        story.waitsFor("giveOpinion");
        story.theBoardSays("Vi støtter begge.");
        assertThat(story.mails(AssemblyLetters.NOTICE)).hasSizeGreaterThanOrEqualTo(21);
        assertThat(story.assembly().is(AssemblyStatus.CALLED)).isTrue();

        // the doors open two hours before
        story.passesUntil("2027-03-18T17:00");
        assertThat(story.points())
                .isEqualTo(
                        "officers report accounts budget proposal-1 proposal-2 election-TREASURER election-AUDITOR other");
        assertThat(story.assembly().notice().attestId()).isNotNull();
        story.come(15);
        story.decides("accounts", "UNOPPOSED");
        budgets.set(story.cluster(), "2100", 2027, 1_00L, "somebody, meanwhile");
        story.decides("budget", "UNOPPOSED");
        story.votes("proposal-1", 12, 3);
        story.votes("proposal-2", 5, 10);
        story.decides("election-TREASURER", "ACCLAMATION");
        story.decides("election-AUDITOR", "TO_ELECTION");
        story.theChairEndsIt();
        assertThat(statutes.today(story.cluster()).notices().noticeDays())
                .as("nothing applies before the whole assembly is over")
                .isEqualTo(14);
        story.theSecretaryGoesOn();

        assertThat(statutes.today(story.cluster()).notices().noticeDays()).isEqualTo(21);
        assertThat(budgets.left(story.cluster(), "2100", 2027).budget()).isEqualTo(40_000_00L);
        assertThat(story.mails("election-acceptance")).containsExactly(story.person("m13"));
        assertThat(story.mails("election-nomination")).as("of the auditor").hasSize(21);
        story.theMinutesAreWritten("m11", "m12");
        assertThat(story.mails(AssemblyLetters.SIGNATURE)).containsExactly(story.person("m11"), story.person("m12"));
        story.signs("m11");
        assertThat(story.assembly().is(AssemblyStatus.HELD)).isTrue();
        story.signs("m12");

        assertThat(story.assembly().is(AssemblyStatus.DONE)).isTrue();
        assertThat(story.mails(AssemblyLetters.MINUTES)).hasSizeGreaterThanOrEqualTo(21);
        assertThat(story.isOpen(story.assembly())).isFalse();
        story.tookThePath("closeProposals", "takeEffect", "publishMinutes");
        story.answers("election-acceptance", electionOf(Post.TREASURER), "m13", "svar", "YES");
        story.passesUntil("2027-03-20T08:00");
        assertThat(story.holding(Post.TREASURER)).containsExactly("m13");
    }

    private String electionOf(Post post) {
        return story.electionOf(post);
    }

    @Test
    void whatIsVotedUponByLinkStandsInTheMinutes_andItsProtocolGoesWithThem() {
        story.statutesSay("digital_ballot", "true");
        story.theOrdinaryIsStarted();
        story.theBoardFixes("tor 18/3 19.00");
        story.proposes("m14", "hvad", "MOTION", "titel", "Fælles kaffe", "tekst", "Det er hyggeligt.");
        story.passesUntil("2027-02-24T09:00");
        story.theBoardSays("");
        story.passesUntil("2027-03-18T17:00");
        story.come(15);
        story.decides("accounts", "UNOPPOSED");
        story.decides("budget", "UNOPPOSED");
        story.votesByLink("proposal-1", 9);
        story.decides("election-TREASURER", "TO_ELECTION");
        story.decides("election-AUDITOR", "TO_ELECTION");
        story.theChairEndsIt();
        story.theSecretaryGoesOn();

        VoteProtocol protocol = story.protocols().get(0);
        assertThat(story.draft())
                .contains(
                        "Ved skriftlig (digital) afstemning: 15 stemmesedler: 15 gyldige. Ja 9, Nej 6.",
                        "Forslaget er vedtaget.",
                        "Stemmeprotokollen er vedlagt. Dens kontrolsum er " + protocol.hash() + ".");
        story.theMinutesAreSigned("m11", "m12");
        assertThat(story.attached(AssemblyLetters.MINUTES)).contains(protocol.documentId());
        assertThat(story.filed())
                .anyMatch(each -> each.startsWith("Protokol over digital afstemning på generalforsamlingen, ")
                        && each.contains("Fælles kaffe"));
    }

    @Test
    void aNoticeThatWouldBeLateIsNotSent_andTheFirstLawfulDayIsSaid() {
        story.theOrdinaryIsStarted();
        story.theBoardFixes("tor 18/3 19.00");
        story.passesUntil("2027-03-04T00:05");

        assertThat(story.mails(AssemblyLetters.NOTICE)).isEmpty();
        story.waitsFor("chooseLaterDay");
        assertThatThrownBy(() -> story.answersTask("formand", "chooseLaterDay", Map.of("times", "tor 18/3 20.00")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("tidligst 19. marts");
        story.answersTask("formand", "chooseLaterDay", Map.of("times", "fre 19/3 19.00"));

        assertThat(story.day()).isEqualTo("2027-03-19");
        assertThat(story.mails(AssemblyLetters.ANNOUNCEMENT)).hasSize(42);
        story.theBoardSays("");
        assertThat(story.mails(AssemblyLetters.NOTICE)).hasSizeGreaterThanOrEqualTo(21);
    }

    @Test
    void aDayThatCannotBeCalledIsRefusedFromTheStart_andOneThatIsUnusualIsAskedAbout() {
        story.theOrdinaryIsStarted();
        assertThatThrownBy(() -> story.theBoardFixes("man 15/2 19.00"))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("tidligst 16. februar");
        assertThatThrownBy(() -> story.theBoardFixes("tor 25/2 19.00"))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("skulle være meldt ud senest");
        assertThatThrownBy(() -> story.theBoardFixes("tor 15/4 19.00"))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("senest 31. marts 2027");
    }

    @Test
    void proposalsAreTakenUntilTheirDayIsOver_andWhatComesAfterTheNoticeIsSentToAll() {
        story.theOrdinaryIsStarted();
        story.theBoardFixes("tor 18/3 19.00");
        story.passesUntil("2027-03-02T12:00");
        story.theBoardSays("");
        story.passesUntil("2027-03-04T23:00");
        story.proposes("m15", "hvad", "MOTION", "titel", "Fælles kaffe", "tekst", "Det er hyggeligt.");
        story.passesUntil("2027-03-05T00:00");

        assertThat(story.mails(AssemblyLetters.LATE)).hasSizeGreaterThanOrEqualTo(21);
        assertThatThrownBy(() -> story.proposes("m14", "hvad", "MOTION", "titel", "Te", "tekst", "Det er sundt."))
                .isInstanceOf(FormRefused.class);
        assertThat(story.sees(ProposalLink.PURPOSE, story.assembly().assemblyId(), "m14")
                        .button())
                .isNull();
    }

    @Test
    void aProposalIsWithdrawnByWhoeverMadeIt_andAnUnreadableChangeIsExplained() {
        story.theOrdinaryIsStarted();
        story.theBoardFixes("tor 18/3 19.00");
        story.proposes("m15", "hvad", "MOTION", "titel", "Fælles kaffe", "tekst", "Det er hyggeligt.");
        assertThatThrownBy(() -> story.proposes("m14", "hvad", "STATUTES", "felt", "statutes_majority", "ny", "lidt"))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("To tredjedele");
        assertThatThrownBy(() -> story.proposes("m14", "hvad", "STATUTES", "felt", "notice_days", "ny", "14"))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("står der allerede");
        story.proposes("m15", "hvad", "WITHDRAW_1");

        assertThat(story.proposed()).isEmpty();
    }

    @Test
    void theMembersAreAskedForTheDay() {
        story.theOrdinaryIsStarted();
        story.theBoardFixes("tor 18/3 19.00\ntir 23/3 19.00");
        assertThat(story.mails("date-poll")).hasSize(21);
        story.passesUntil("2027-02-20T12:00");
        story.waitsFor("proposeDates");
        story.answersTask("koordinator", "proposeDates", story.noNewDates());
        story.waitsFor("planAssembly");
        story.answersTask("formand", "planAssembly", story.plan("tir 23/3 19.00"));

        assertThat(story.day()).isEqualTo("2027-03-23");
        assertThat(story.mails(AssemblyLetters.ANNOUNCEMENT)).hasSize(21);
    }

    @Test
    void whatIsMissingInTheNoticeIsAskedAbout() {
        story.aCluster(PaymentMode.OWN_ACCOUNT);
        story.itIs("2027-02-01T08:00");
        story.theOrdinaryIsStarted();
        story.theBoardFixes("tor 18/3 19.00");
        story.passesUntil("2027-03-02T12:00");
        assertThatThrownBy(() -> story.answersTask("formand", "giveOpinion", Map.of("opinion", "")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("ikke lagt et budget for 2027");
        story.answersTask("formand", "giveOpinion", story.meaningIt("giveOpinion", Map.of("opinion", "")));

        assertThat(story.mails(AssemblyLetters.NOTICE)).hasSizeGreaterThanOrEqualTo(21);
    }

    @Test
    void tooFewForTheStatutes_andTheSecondAssemblyIsHeldInItsWindowWithoutQuorum() {
        story.theOrdinaryIsStarted();
        story.theBoardFixes("tor 18/3 19.00");
        story.proposes("m15", "hvad", "STATUTES", "felt", "notice_days", "ny", "21");
        story.passesUntil("2027-03-02T12:00");
        story.theBoardSays("");
        story.passesUntil("2027-03-18T17:00");
        story.come(8);
        story.decides("accounts", "UNOPPOSED");
        story.decides("budget", "UNOPPOSED");
        story.decides("proposal-1", "NO_QUORUM");
        story.decides("election-TREASURER", "TO_ELECTION");
        story.decides("election-AUDITOR", "TO_ELECTION");
        story.theChairEndsIt();
        story.theSecretaryGoesOn();

        CalledAssembly second = story.assembly();
        assertThat(second.matter().kind()).isEqualTo(AssemblyKind.SECOND);
        assertThat(story.all()).hasSize(2);
        assertThatThrownBy(() -> story.theBoardFixes("ons 14/4 19.00"))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("tidligst 15. april");
        assertThatThrownBy(() -> story.theBoardFixes("fre 30/4 19.00"))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("senest 29. april");
        story.theBoardFixes("tor 29/4 19.00");
        story.theBoardSays("");
        story.passesUntil("2027-04-29T17:00");
        assertThat(story.points()).isEqualTo("officers proposal-1 other");
        story.come(5);
        story.votes("proposal-1", 4, 1);
        story.theChairEndsIt();
        story.answersTaskOf(second, "sekretaer", "holdAssembly", Map.of("closed", "YES"));

        assertThat(statutes.today(story.cluster()).notices().noticeDays()).isEqualTo(21);
        assertThat(story.all()).hasSize(2);
    }

    @Test
    void rejectedAccountsCallAnExtraordinaryAssemblyWithThatOneItem() {
        story.isCalledFor18March();
        story.come(15);
        story.votes("accounts", 3, 12);
        story.decides("budget", "POSTPONED");
        story.decides("election-TREASURER", "POSTPONED");
        story.decides("election-AUDITOR", "POSTPONED");
        story.theChairEndsIt();
        story.theSecretaryGoesOn();

        CalledAssembly next = story.assembly();
        assertThat(next.matter().kind()).isEqualTo(AssemblyKind.EXTRAORDINARY);
        assertThat(next.matter().item()).isEqualTo(AssemblyItem.ACCOUNTS);
        assertThat(next.matter().accountingYear()).isEqualTo(2026);
        story.theBoardFixes("tor 15/4 19.00");
        story.theBoardSays("");
        story.passesUntil("2027-04-15T17:00");
        assertThat(story.points()).isEqualTo("officers accounts other");
        assertThat(story.mails("election-nomination"))
                .as("postponed is not elected")
                .isEmpty();
    }

    @Test
    void theAssociationIsDissolvedAtTwoAssemblies() {
        story.theOrdinaryIsStarted();
        story.theBoardFixes("tor 18/3 19.00");
        story.proposes("m15", "hvad", "DISSOLUTION", "tekst", "Vi er for få.");
        story.passesUntil("2027-03-02T12:00");
        story.theBoardSays("");
        story.passesUntil("2027-03-18T17:00");
        story.come(15);
        story.decides("accounts", "UNOPPOSED");
        story.decides("budget", "UNOPPOSED");
        story.votes("proposal-1", 10, 5);
        story.decides("election-TREASURER", "POSTPONED");
        story.decides("election-AUDITOR", "POSTPONED");
        story.theChairEndsIt();
        story.theSecretaryGoesOn();
        assertThat(story.mails(AssemblyLetters.WIND_UP)).as("one is not enough").isEmpty();

        CalledAssembly second = story.assembly();
        assertThat(second.matter().item()).isEqualTo(AssemblyItem.DISSOLUTION);
        story.theBoardFixes("tor 15/4 19.00");
        story.theBoardSays("");
        story.passesUntil("2027-04-15T17:00");
        story.come(12);
        story.votes("proposal-1", 8, 4);
        story.theChairEndsIt();
        story.answersTaskOf(second, "sekretaer", "holdAssembly", Map.of("closed", "YES"));

        assertThat(story.mails(AssemblyLetters.WIND_UP)).hasSizeGreaterThanOrEqualTo(21);
        assertThat(story.all()).as("no third").hasSize(2);
    }

    @Test
    void isMovedToALawfulDay_andEverybodyIsCalledAgain() {
        story.theOrdinaryIsStarted();
        story.theBoardFixes("tor 18/3 19.00");
        story.passesUntil("2027-03-02T12:00");
        story.theBoardSays("");
        int called = story.mails(AssemblyLetters.NOTICE).size();
        assertThatThrownBy(() -> story.isMoved("2027-03-16T19:00", "Lokalet er optaget."))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("tidligst 17. marts");
        story.isMoved("2027-03-30T19:00", "Lokalet er optaget.");

        assertThat(story.mails(AssemblyLetters.ANNOUNCEMENT)).hasSize(42);
        story.passesUntil("2027-03-14T12:00");
        story.theBoardSays("");
        assertThat(story.mails(AssemblyLetters.NOTICE)).hasSize(2 * called);
        assertThat(story.assembly().notice().noticeRound()).isEqualTo(2);
    }

    @Test
    void isCancelled_andEverybodyHearsWhy() {
        story.isCalledFor18March("2027-03-10T12:00");
        story.isCancelled("Der er snestorm.");

        assertThat(story.mails(AssemblyLetters.CANCELLED)).hasSizeGreaterThanOrEqualTo(21);
        assertThat(story.isOpen(story.assembly())).isFalse();
        assertThatThrownBy(() -> story.isCancelled("Igen.")).isInstanceOf(Refused.class);
        // the year's may be called anew
        story.theYearWantsIt(2026);
        assertThat(story.all()).hasSize(2);
    }

    @Test
    void theYearStartsItOnce() {
        story.theYearWantsIt(2026);
        story.theYearWantsIt(2026);

        assertThat(story.all()).hasSize(1);
        story.waitsFor("planAssembly");
        story.tookThePath("assemblyFellDue", "assemblyFoundUnderWay");
    }

    @Test
    void theBoardCallsAnExtraordinaryAssembly_andNobodyElse() {
        Map<String, Object> wanted = Map.of("assemblyKind", "EXTRAORDINARY", "matter", "Nyt lokale");
        assertThatThrownBy(() -> story.isStartedBy("sekretaer", wanted))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("kaldes af bestyrelsen");
        story.isStartedBy("formand", wanted);
        Map<String, Object> plan = new HashMap<>(story.plan("tor 18/2 19.00"));
        plan.put("posts", "");
        story.answersTask("formand", "planAssembly", plan);
        story.theBoardSays("");
        story.passesUntil("2027-02-18T17:00");

        assertThat(story.points()).isEqualTo("officers matter other");
        assertThat(story.sees(ProposalLink.PURPOSE, story.assembly().assemblyId(), "m14")
                        .button())
                .isNull();
    }

    @Test
    void tenPercentOfTheMembersCallAnExtraordinaryAssemblyByLink() {
        // 10 % of 21 is 3
        String demand = story.demands().open(story.cluster(), "Kassererens afgang", story.person("m11"));
        assertThat(story.mails(AssemblyLetters.DEMAND)).hasSize(21);
        story.answers(DemandLink.PURPOSE, demand, "m12", "svar", "YES");
        story.answers(DemandLink.PURPOSE, demand, "m12", "svar", "YES");
        story.answers(DemandLink.PURPOSE, demand, "m13", "svar", "NO");
        assertThat(story.all()).isEmpty();
        story.answers(DemandLink.PURPOSE, demand, "m14", "svar", "YES");

        assertThat(story.all()).hasSize(1);
        assertThat(story.assembly().matter().matter()).isEqualTo("Kassererens afgang");
        story.waitsFor("planAssembly");
        assertThatThrownBy(() -> story.answers(DemandLink.PURPOSE, demand, "m15", "svar", "YES"))
                .isInstanceOf(FormRefused.class);
        assertThat(story.all()).hasSize(1);
    }

    @Test
    void whoDoesNotSignIsReminded_andTheMinutesGoOutWithTheReason() {
        story.isCalledFor18March();
        story.come(15);
        story.decides("accounts", "UNOPPOSED");
        story.decides("budget", "UNOPPOSED");
        story.decides("election-TREASURER", "POSTPONED");
        story.decides("election-AUDITOR", "POSTPONED");
        story.theChairEndsIt();
        story.theSecretaryGoesOn();
        story.theMinutesAreWritten("m11", "m12");
        story.signs("m11");
        story.daysPass(4);
        assertThat(story.mails(AssemblyLetters.SIGNATURE_REMINDER)).containsExactly(story.person("m12"));
        for (String purpose : List.of(AssemblyLetters.SIGNATURE, AssemblyLetters.SIGNATURE_REMINDER)) {
            assertThat(written.texts(story.cluster(), purpose, story.person("m12")))
                    .as(purpose)
                    .singleElement(STRING)
                    .containsPattern("Skriv under inden .* den \\d+\\. marts 2027 kl\\. 16\\.00");
        }
        story.daysPass(5);
        story.waitsFor("settleSignatures");
        story.answersTask("sekretaer", "settleSignatures", Map.of("decision", "WITHOUT", "why", "Hun er på Grønland."));

        assertThat(story.assembly().is(AssemblyStatus.DONE)).isTrue();
        assertThat(story.assembly().record().unsignedWhy()).isEqualTo("Hun er på Grønland.");
    }

    @Test
    void theTaskIsNotDoneBeforeTheChairHasEndedIt() {
        story.isCalledFor18March();
        assertThatThrownBy(story::theSecretaryGoesOn)
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("ikke hævet endnu");
    }

    @Test
    void whatLiesTooLongIsOfferedToTheBoard() {
        story.theOrdinaryIsStarted();
        story.daysPass(15);

        story.tookThePath("escalateAssembly");
    }

    @Test
    void aClusterPaidByPloHoldsItsOwn_withoutAnythingElse() {
        story.aCluster(PaymentMode.PLO);
        story.itIs("2027-02-01T08:00");
        budgets.set(story.cluster(), "2100", 2027, 40_000_00L, "test");
        story.isCalledFor18March();

        assertThat(story.points())
                .isEqualTo("officers report accounts budget election-TREASURER election-AUDITOR other");
        assertThat(story.day()).isEqualTo(LocalDate.of(2027, 3, 18));
    }

    @Test
    void aClusterThatOpensInMidYearHoldsItsFirst_thoughTheStatutesWantedItEarlier() {
        story.aCluster(PaymentMode.PLO);
        story.itIs("2027-06-15T08:00");
        story.theYearWantsIt(2026);
        assertThatThrownBy(() -> story.theBoardFixes("ons 1/9 19.00"))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("senest 31. marts 2027");
        story.answersTask("formand", "planAssembly", story.meaningIt("planAssembly", story.plan("ons 1/9 19.00")));

        assertThat(story.day()).isEqualTo("2027-09-01");
        assertThat(story.mails(AssemblyLetters.ANNOUNCEMENT)).hasSize(21);
    }

    @Test
    void whoHasLeftNoLongerStands() {
        story.theOrdinaryIsStarted();
        story.theBoardFixes("tor 18/3 19.00");
        story.proposes("m13", "hvad", "STAND_TREASURER");
        assertThat(story.standing()).hasSize(1);
        story.leaves("m13");

        assertThat(story.standing()).isEmpty();
    }
}
