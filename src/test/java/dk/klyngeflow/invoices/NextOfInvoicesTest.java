package dk.klyngeflow.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.pages.WhatNext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The words that whoever completes a task of an invoice reads: task and answer on the left, sentence on the right. */
@KlyngeflowTest
class NextOfInvoicesTest {

    private static final String REJECTED = "Bilaget er afvist. Afsenderen får begrundelsen, og der bliver ikke betalt.";

    @Autowired
    NextOfInvoices next;

    @Autowired
    InvoiceStory story;

    private final SoftAssertions sentences = new SoftAssertions();
    private final Set<String> spoken = new TreeSet<>();

    @Test
    void everyTaskSaysInWhoseHandsTheBillIsNow() {
        story.aClusterWithItsOwnAccount();
        story.arrives(SmallInvoice.SAMPLE, SmallInvoice.numbered("S-1"));
        after(
                InvoiceApproval.KEY,
                Map.of(),
                "Bilaget er modtaget. Næste skridt er „Kontrollér og kontér bilag“ hos Signe Vestrup, senest mandag den 7. september.");
        after(
                "lookAtFile",
                Map.of("isInvoiceAfterAll", true),
                "Filen er et bilag. Næste skridt er „Kontrollér og kontér bilag“ hos Signe Vestrup, senest mandag den 7. september.");
        after("lookAtFile", Map.of("isInvoiceAfterAll", false), "Filen er lagt til side; der sker ikke mere i sagen.");
        after(
                "checkInvoice",
                Map.of("checkDecision", "QUERY"),
                "Afsenderen er spurgt. Du har en opgave om svaret, til det er kommet. Næste skridt er „Kontrollér og kontér bilag“ hos Signe Vestrup, senest mandag den 7. september.");
        after("checkInvoice", Map.of("checkDecision", "REJECT"), REJECTED);
        after(
                "awaitAnswer",
                Map.of("isAnswered", true),
                "Svaret ligger ved bilaget. Næste skridt er „Kontrollér og kontér bilag“ hos Signe Vestrup, senest mandag den 7. september.");
        after("awaitAnswer", Map.of("isAnswered", false), REJECTED);
        for (String task : List.of("approveAsCoordinator", "approveAsBoard", "recordMembersDecision")) {
            after(
                    task,
                    Map.of("approvalDecision", "BACK"),
                    "Bilaget er sendt tilbage. Næste skridt er „Kontrollér og kontér bilag“ hos Signe Vestrup, senest mandag den 7. september.");
            after(task, Map.of("approvalDecision", "REJECT"), REJECTED);
        }
        after(
                "confirmPayment",
                Map.of("isPaid", false),
                "Bogføringen bliver tilbageført. Næste skridt er „Kontrollér og kontér bilag“ hos Signe Vestrup, senest mandag den 7. september.");
        story.secretaryChecks("2100");
        after(
                "checkInvoice",
                Map.of("checkDecision", "APPROVE"),
                "Bilaget er kontrolleret. Næste skridt er „Godkend bilag som koordinator“ hos Karen Holmgård, senest mandag den 7. september.");
        story.coordinatorApproves();
        story.dueJobsRun();
        for (String task : List.of("approveAsCoordinator", "approveAsBoard", "recordMembersDecision")) {
            after(
                    task,
                    Map.of("approvalDecision", "APPROVE"),
                    "Bilaget er godkendt af dig. Næste skridt er „Betal og bekræft“ hos Kirsten Ahlmark, senest mandag den 7. september.");
        }
        story.isPaid("kasserer");
        after(
                "confirmPayment",
                Map.of("isPaid", true),
                "Betalingen er noteret og bogføres; sagen er slut, og bilaget står som betalt.");
        after(
                "settleCredit",
                Map.of(),
                "Tilbagebetalingen er noteret og bogføres; kreditnotaen er brugt, og sagen er slut.");
        after(
                "approveAsCoordinator",
                Map.of("approvalDecision", "APPROVE"),
                "Bilaget er godkendt af dig. Sagen er slut: betalt.");
        sentences.assertAll();
        assertThat(spoken).as("every task has a row").isEqualTo(new TreeSet<>(next.keys()));
    }

    @Test
    void whoApprovesIsToldThatPloPays() {
        story.aClusterWhosePaymentsPloMakes();
        story.arrives(SmallInvoice.SAMPLE, SmallInvoice.numbered("S-2"));
        story.secretaryChecks("2100");
        story.coordinatorApproves();
        after(
                "approveAsCoordinator",
                Map.of("approvalDecision", "APPROVE"),
                "Bilaget er godkendt af dig. Det går nu videre til godkendelse eller til PLO, som betaler; du hører fra os, hvis det kommer tilbage.");
        sentences.assertAll();
    }

    private void after(String task, Map<String, Object> answers, String sentence) {
        spoken.add(task);
        String key = story.cluster() + "/" + story.invoice().id();
        sentences
                .assertThat(next.after(new WhatNext.Done(task, story.cluster(), key, answers)))
                .as(task + " " + answers)
                .hasValue(sentence);
    }
}
