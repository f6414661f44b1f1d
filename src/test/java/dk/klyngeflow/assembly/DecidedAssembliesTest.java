package dk.klyngeflow.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.accounts.Budgets;
import dk.klyngeflow.assemblies.CalledAssembly;
import dk.klyngeflow.documents.FiledPapers;
import dk.klyngeflow.documents.FiledPapers.FiledPaper;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.statutes.StatutesVersions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes of what an assembly has decided, to the end: a coordinator who takes over, effects that come once, an association that is gone. */
@KlyngeflowTest
class DecidedAssembliesTest {

    @Autowired
    AssemblyStory story;

    @Autowired
    StatutesVersions statutes;

    @Autowired
    Clusters clusters;

    @Autowired
    Budgets budgets;

    @Autowired
    FiledPapers assemblyPapers;

    @BeforeEach
    void aCluster() {
        story.aCluster(PaymentMode.OWN_ACCOUNT);
        story.itIs("2027-02-01T08:00");
        budgets.set(story.cluster(), "2100", 2027, 40_000_00L, "test");
    }

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    private Map<String, Object> planWith(String posts) {
        Map<String, Object> plan = new HashMap<>(story.plan("tor 18/3 19.00"));
        plan.put("posts", posts);
        return plan;
    }

    private void theEveningOf18MarchDecides(Runnable more) {
        story.passesUntil("2027-03-02T12:00");
        story.theBoardSays("");
        story.passesUntil("2027-03-18T17:00");
        story.come(15);
        story.decides("accounts", "UNOPPOSED");
        story.decides("budget", "UNOPPOSED");
        more.run();
        story.theChairEndsIt();
    }

    @Test
    void aCoordinatorElectedThereTakesThePostOver() {
        story.theOrdinaryIsStarted();
        story.answersTask("formand", "planAssembly", planWith("COORDINATOR"));
        story.proposes("m13", "hvad", "STAND_COORDINATOR", "tekst", "Jeg vil gerne");
        theEveningOf18MarchDecides(() -> story.decides("election-COORDINATOR", "ACCLAMATION"));
        story.theSecretaryGoesOn();
        assertThat(story.mails("election-acceptance")).containsExactly(story.person("m13"));
        story.answers("election-acceptance", story.electionOf(Post.COORDINATOR), "m13", "svar", "YES");

        assertThat(story.openTasks())
                .extracting(Task::getTaskDefinitionKey)
                .contains("handOverPost", "takeOverPost", "helpAsSecretary", "helpAsBoard");
        story.answersTask("koordinator", "handOverPost", Map.of("items", story.itemsOf("PARTING"), "note", ""));
        story.answersTask("m13", "takeOverPost", Map.of("items", story.itemsOf("SUCCESSOR")));
        story.answersTask("sekretaer", "helpAsSecretary", Map.of("items", story.itemsOf("SECRETARY")));
        story.answersTask("formand", "helpAsBoard", Map.of("items", story.itemsOf("BOARD")));
        assertThat(story.holding(Post.COORDINATOR)).as("not before the day").containsExactly("koordinator");
        story.daysPass(40);

        assertThat(story.holding(Post.COORDINATOR)).containsExactly("m13");
        assertThat(story.groups("m13")).contains("coordinator", "member", "staff");
        assertThat(story.groups("koordinator")).containsExactly("member");
        assertThat(story.mails("handover-done")).hasSize(21);
    }

    @Test
    void whatWasDecidedTakesEffectOnce_whateverIsKilledInBetween() {
        story.theOrdinaryIsStarted();
        story.theBoardFixes("tor 18/3 19.00");
        story.proposes("m15", "hvad", "STATUTES", "felt", "notice_days", "ny", "21");
        story.proposes("m14", "hvad", "DISSOLUTION", "tekst", "Vi er for få.");
        theEveningOf18MarchDecides(() -> {
            story.votes("proposal-1", 12, 3);
            story.votes("proposal-2", 12, 3);
            story.decides("election-TREASURER", "TO_ELECTION");
            story.decides("election-AUDITOR", "TO_ELECTION");
        });
        CalledAssembly first = story.assembly();
        int before = statutes.today(story.cluster()).version();
        // killed in front of the commit: as if nothing had been
        story.theEffectsAreLost(first);
        assertThat(statutes.today(story.cluster()).version()).isEqualTo(before);
        assertThat(story.elections(Post.TREASURER)).isZero();
        assertThat(story.all()).hasSize(1);

        story.theSecretaryGoesOn();
        List<Object> after = counted();
        // killed behind it: the steps run once more, and once more
        story.theEffectsRunAgain(first);
        story.theEffectsRunAgain(first);

        assertThat(counted()).isEqualTo(after);
        assertThat(statutes.today(story.cluster()).version()).isEqualTo(before + 1);
        assertThat(story.elections(Post.TREASURER)).isEqualTo(1);
        assertThat(story.all()).hasSize(2);
    }

    private List<Object> counted() {
        return List.of(
                statutes.today(story.cluster()).version(),
                story.elections(Post.TREASURER),
                story.elections(Post.AUDITOR),
                story.all().size(),
                story.mails("election-nomination").size(),
                story.mails(AssemblyLetters.WIND_UP).size(),
                budgets.left(story.cluster(), "2100", 2027).budget());
    }

    @Test
    void anAssociationDissolvedTwiceIsWoundUpByItsOwnCase() {
        CalledAssembly second = story.isDissolvedTwice();
        story.waitsFor("settleAssociation");
        assertThatThrownBy(() -> story.answersTask(
                        "formand", "settleAssociation", Map.of("settlement", "", "archiveKeeper", "Karen Holm")))
                .isInstanceOf(FormRefused.class);
        story.isSettled("Regionen har fået det, der var tilbage, den 1. juni.");
        story.waitsFor("confirmClosing");
        assertThat(assemblyPapers.papers(story.cluster()))
                .as("it stands in the archive")
                .extracting(FiledPaper::title)
                .contains("Hvordan den opløste forening blev gjort op");

        assertThatThrownBy(() -> story.answersAs("admin", "confirmClosing", Map.of("typedId", "nordklyngen")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Skriv klyngens id");
        assertThat(clusters.closed(story.cluster())).isEmpty();
        story.answersAs("admin", "confirmClosing", Map.of("typedId", story.cluster()));

        assertThat(clusters.closed(story.cluster())).isPresent();
        assertThat(story.isOpen(second)).isFalse();
        story.tookThePath("closingConfirmed", "clusterClosed");
        assertThat(story.openTasks()).isEmpty();
        assertThat(story.groups("formand")).as("log-ins end").isEmpty();
        assertThat(story.mails("cluster-closing")).hasSizeGreaterThanOrEqualTo(21);
        assertThat(story.assembly().record().settlement()).startsWith("Regionen");
    }

    @Test
    void whatMustBeDoneFirstHoldsTheWindingUpBack_andNobodyButAnAdministratorCloses() {
        story.isDissolvedTwice();
        story.aBillIsUnpaid();
        assertThatThrownBy(() -> story.isSettled("Regionen har fået det."))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("1 regning er ikke færdig");
        story.theBillIsPutAside();
        story.isSettled("Regionen har fået det.");
        story.aBillIsUnpaid();
        assertThatThrownBy(() -> story.answersAs("admin", "confirmClosing", Map.of("typedId", story.cluster())))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("1 regning er ikke færdig");
        story.theBillIsPutAside();
        // the board hears of it when it lies, and can still not close
        story.daysPass(30);
        assertThatThrownBy(() ->
                        story.answersAs(story.person("formand"), "confirmClosing", Map.of("typedId", story.cluster())))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Kun en administrator");
        assertThat(clusters.closed(story.cluster())).isEmpty();
    }

    @Test
    void aPostThatAnElectionFillsIsLeftOffTheAgenda_withASentence() {
        story.anElectionIsUnderWay(Post.COORDINATOR);
        story.theOrdinaryIsStarted();
        assertThatThrownBy(() -> story.answersTask("formand", "planAssembly", planWith("COORDINATOR,AUDITOR")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("der er et valg i gang til posten, begyndt den 1. februar 2027");
        story.answersTask("formand", "planAssembly", planWith("TREASURER,AUDITOR"));
        // one begins between the announcement and the notice
        story.anElectionIsUnderWay(Post.TREASURER);
        story.passesUntil("2027-03-02T12:00");
        story.theBoardSays("");

        assertThat(story.assembly().matter().postsUp()).containsExactly("AUDITOR");
        assertThat(story.assembly().notice().postsElsewhere())
                .isEqualTo("Valg af kasserer står ikke på dagsordenen: der er et valg i gang til posten, begyndt den"
                        + " 1. februar 2027.");
        story.passesUntil("2027-03-18T17:00");
        assertThat(story.points()).isEqualTo("officers report accounts budget election-AUDITOR other");
        story.come(15);
        story.decides("accounts", "UNOPPOSED");
        story.decides("budget", "UNOPPOSED");
        story.decides("election-AUDITOR", "TO_ELECTION");
        story.theChairEndsIt();
        story.theSecretaryGoesOn();
        assertThat(story.elections(Post.TREASURER)).as("the one there was").isEqualTo(1);
        assertThat(story.elections(Post.AUDITOR)).isEqualTo(1);
    }
}
