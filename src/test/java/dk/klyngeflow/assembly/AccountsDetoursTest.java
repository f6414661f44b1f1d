package dk.klyngeflow.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.accounts.AccountingYears;
import dk.klyngeflow.accounts.YearState;
import dk.klyngeflow.annualaccounts.Draft;
import dk.klyngeflow.annualaccounts.SignAccountsLink;
import dk.klyngeflow.assemblies.AssemblyItem;
import dk.klyngeflow.assemblies.AssemblyKind;
import dk.klyngeflow.assemblies.CalledAssembly;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.mail.MailContent;
import dk.klyngeflow.mail.WrittenMails;
import dk.klyngeflow.members.PaymentMode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What may come between a draft of the accounts and the closed year: late postings, silence, and assemblies that decide early, or no. */
@KlyngeflowTest
class AccountsDetoursTest {

    @Autowired
    AnnualAccountsStory story;

    @Autowired
    AssemblyStory assembly;

    @Autowired
    AccountingYears years;

    @Autowired
    Documents documents;

    @Autowired
    SignAccountsLink link;

    @Autowired
    WrittenMails written;

    @Autowired
    CopenhagenTime time;

    @Autowired
    MailContent accountsApprovalVoidMail;

    @BeforeEach
    void aCluster() {
        story.aCluster(PaymentMode.OWN_ACCOUNT);
        story.isPosted("2026-02-01", "5800", "1100", 100_000);
    }

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    // late postings

    @Test
    void whatALatePostingLeavesUnexplainedIsReconciledBeforeTheNextDraft() {
        story.isAudited(2026);
        story.isPostedLate("2100", "6900", 5_000, story.person("kasserer"));

        story.waitsFor("reconcileAccounts");
        assertThat(story.draft(2026).version()).isEqualTo(1);
        assertThatThrownBy(() -> story.theBalanceIsExplained("kasserer")).hasMessageContaining("6900");
        story.accounts().explain(story.cluster(), 2026, "6900", "Leje for december", story.person("kasserer"));
        story.theBalanceIsExplained("kasserer");
        story.waitsFor("auditAccounts");
        assertThat(story.draft(2026).version()).isEqualTo(2);
    }

    @Test
    void whatALatePostingLeavesExplainedIsDraftedAtOnce() {
        story.isAudited(2026);
        story.isPostedLate("2100", "5800", 5_000, story.person("kasserer"));

        story.waitsFor("auditAccounts");
        assertThat(story.draft(2026).version()).isEqualTo(2);
    }

    @Test
    void whoseApprovalIsVoidIsToldWhyAndWhatComesNext_once() {
        story.isAudited(2026);
        story.signs(story.person("formand"), story.draft(2026));
        story.isPostedLate("2100", "5800", 5_000, story.person("kasserer"));
        story.isPostedLate("2100", "5800", 7_000, story.person("kasserer"));

        assertThat(story.mails(AccountsLetters.VOID))
                .as("the auditor and the one who has signed, and nobody else")
                .containsExactly(story.person("formand"), story.person("revisor"));
        assertThat(story.says(accountsApprovalVoidMail, story.person("formand")))
                .containsEntry("year", "2026")
                .containsEntry("version", "1")
                .containsEntry("label", "2026-2")
                .containsEntry("reason", "Regningen kom i januar");
    }

    // silence

    @Test
    void whoNeverAnswersDoesNotKeepTheAccountsForEver() {
        story.isAudited(2026);
        Draft draft = story.draft(2026);
        List<String> board = story.accounts().board(story.cluster(), 2026);
        LocalDate audited = time.today();
        story.daysPass(8);
        story.tookThePath("remindBoard");
        List<String> asked = new ArrayList<>();
        for (String purpose : List.of(AccountsLetters.SIGNATURE, AccountsLetters.REMINDER)) {
            asked.addAll(written.texts(story.cluster(), purpose, board.get(0)));
        }
        assertThat(asked)
                .hasSize(2)
                .extracting(mail -> mail.replaceAll("(?s).*Skriv under inden (.*?)\\. Mangler der stadig.*", "$1"))
                .as("the reminder names the same day")
                .containsOnly(CopenhagenTime.inWords(CopenhagenTime.at(audited.plusDays(14), LocalTime.of(8, 0))));
        story.daysPass(7);
        story.waitsFor("settleBoardSignatures");

        Map<String, Object> without = Map.of("decision", "WITHOUT", "why", "Er flyttet og svarer ikke");
        assertThatThrownBy(() -> story.answersTask("kasserer", "settleBoardSignatures", without))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("halvdelen");
        board.subList(1, board.size()).forEach(person -> story.signs(person, draft));
        story.answersTask("kasserer", "settleBoardSignatures", without);

        story.waitsFor("recordDecision");
        assertThat(text(String.valueOf(story.draft(2026).sealedId())))
                .contains("Har ikke skrevet under")
                .contains("Er flyttet og svarer ikke");
        assertThat(link.show(new Held(story.cluster(), draft.id(), board.get(0))))
                .as("nobody signs what is sealed without her")
                .isEmpty();
    }

    @Test
    void whoIsAskedAgainHasANewMailAndANewDeadline() {
        story.isAudited(2026);
        int board = story.accounts().board(story.cluster(), 2026).size();
        story.daysPass(15);
        story.answersTask("kasserer", "settleBoardSignatures", Map.of("decision", "ASK_AGAIN"));

        assertThat(story.mails(AccountsLetters.SIGNATURE)).hasSize(2 * board);
        assertThat(story.openTasks()).isEmpty();
        story.daysPass(15);
        story.waitsFor("settleBoardSignatures");
    }

    @Test
    void theTaskEndsWhenTheLastOneSignsAfterAll_orASignedCopyIsHandedIn() {
        story.isAudited(2026);
        story.daysPass(15);
        story.waitsFor("settleBoardSignatures");
        story.theBoardSigns(2026);
        story.waitsFor("recordDecision");

        story.isPostedLate("2100", "5800", 5_000, story.person("kasserer"));
        story.theAuditorApproves("revisor", 2026);
        story.daysPass(15);
        story.waitsFor("settleBoardSignatures");
        Draft draft = story.draft(2026);
        story.isSignedElsewhere(2026, documents.content(story.cluster(), draft.documentId()));
        story.waitsFor("recordDecision");
        assertThat(story.draft(2026).isSignedElsewhere()).isTrue();
    }

    // assemblies

    /** Case A15, where the assembly is held outside of Klyngeflow. */
    @Test
    void whatIsRejectedOnPaperCallsAnExtraordinaryAssemblyWithThatOneItem_once() {
        story.isReadyForTheAssembly(2026);
        assembly.goesOnIn(story);
        story.answersTask(
                "sekretaer",
                "recordDecision",
                Map.of("decision", "NO", "decidedOn", "2027-01-10", "minutes", "Referat i foreningens mappe"));

        assertThat(years.state(story.cluster(), 2026)).isEqualTo(YearState.LOCKED);
        story.waitsFor("reworkAccounts", "planAssembly");
        CalledAssembly called = assembly.assembly();
        assertThat(called.matter().kind()).isEqualTo(AssemblyKind.EXTRAORDINARY);
        assertThat(called.matter().item()).isEqualTo(AssemblyItem.ACCOUNTS);
        assertThat(called.matter().accountingYear()).isEqualTo(2026);

        story.answersTask("formand", "reworkAccounts", Map.of("reworked", "YES"));
        story.theBalanceIsExplained("kasserer");
        story.theAuditorApproves("revisor", 2026);
        story.theBoardSigns(2026);
        story.answersTask(
                "sekretaer",
                "recordDecision",
                Map.of("decision", "NO", "decidedOn", "2027-01-10", "minutes", "Referat i foreningens mappe"));
        assertThat(assembly.all()).as("one that is called already is enough").hasSize(1);
    }

    @Test
    void whatAnAssemblyInKlyngeflowRejectsIsNotCalledTwice() {
        story.isReadyForTheAssembly(2026);
        assembly.goesOnIn(story);
        assembly.isCalledFor18March();
        assembly.come(15);
        assembly.votes("accounts", 3, 12);
        theRestIsDecided();
        assembly.theChairEndsIt();
        assembly.theSecretaryGoesOn();

        assertThat(story.openTasks().stream().map(task -> task.getTaskDefinitionKey()))
                .contains("reworkAccounts", "planAssembly");
        assertThat(assembly.all().stream().filter(each -> !each.isOrdinary())).hasSize(1);
    }

    @Test
    void aDecisionThatComesBeforeTheCaseWaitsForItIsNotLost() {
        story.isAudited(2026);
        assembly.goesOnIn(story);
        assembly.isCalledFor18March();
        assembly.come(15);
        assembly.decides("accounts", "UNOPPOSED");
        theRestIsDecided();
        assembly.theChairEndsIt();
        assembly.theSecretaryGoesOn();
        assertThat(years.state(story.cluster(), 2026)).isEqualTo(YearState.LOCKED);

        story.theBoardSigns(2026);
        assertThat(years.isClosed(story.cluster(), 2026)).isTrue();
        story.tookThePath("decisionFound", "yearClosed");
    }

    @Test
    void aDecisionAboutAnEarlierDraftIsNoneAboutThisOne() {
        story.isAudited(2026);
        assembly.goesOnIn(story);
        assembly.isCalledFor18March();
        assembly.come(15);
        assembly.decides("accounts", "UNOPPOSED");
        theRestIsDecided();
        assembly.theChairEndsIt();
        assembly.theSecretaryGoesOn();
        story.daysPass(1);
        story.isPostedLate("2100", "5800", 5_000, story.person("kasserer"));

        story.theAuditorApproves("revisor", 2026);
        story.theBoardSigns(2026);
        assertThat(story.openTasks().stream().map(task -> task.getTaskDefinitionKey()))
                .contains("recordDecision");
    }

    private void theRestIsDecided() {
        assembly.decides("budget", "UNOPPOSED");
        assembly.decides("election-TREASURER", "TO_ELECTION");
        assembly.decides("election-AUDITOR", "TO_ELECTION");
    }

    private String text(String documentId) {
        try (PDDocument pdf = Loader.loadPDF(documents.content(story.cluster(), documentId))) {
            return new PDFTextStripper().getText(pdf);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
