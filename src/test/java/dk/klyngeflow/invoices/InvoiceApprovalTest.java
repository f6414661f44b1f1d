package dk.klyngeflow.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.InvoiceStatus;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.security.Refused;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way an invoice can go. */
@KlyngeflowTest
class InvoiceApprovalTest {

    private static final String ROOM = "2100";
    private static final String OIOUBL = "oioubl2-BASPRO_01_01_00_Invoice_v2p2.xml";

    @Autowired
    InvoiceStory story;

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void goesFromFileToLedgerThroughThreePeople() {
        story.aClusterWithItsOwnAccount();
        story.arrives(OIOUBL);
        story.waitsFor("checkInvoice");
        assertThat(story.openTask().getName())
                .startsWith("Nordklyngen · Kontrollér og kontér bilag · A00095678, 6.312,50");
        assertThat(story.openTask().getAssignee()).isEqualTo(story.person("sekretaer"));
        story.secretaryChecks(ROOM);
        story.coordinatorApproves();
        story.dueJobsRun();
        story.waitsFor("confirmPayment");
        assertThat(story.balance(ROOM)).isEqualTo(631_250);
        assertThat(story.balance(ChartOfAccounts.CREDITORS)).isEqualTo(-631_250);
        assertThat(story.invoice().paymentFileId()).isNotNull();
        story.isPaid("kasserer");
        story.hasEnded();
        assertThat(story.invoice().status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(story.balance(ChartOfAccounts.CREDITORS)).isZero();
        assertThat(story.balance(ChartOfAccounts.BANK)).isEqualTo(-631_250);
        story.tookThePath("registerInvoice", "findNextApproval", "postInvoice", "createPaymentFile", "invoicePaid");
    }

    @Test
    void isSentToPloAsOnePackage() {
        story.aClusterWhosePaymentsPloMakes();
        story.arrives(OIOUBL);
        story.secretaryChecks(ROOM);
        story.coordinatorApproves();
        story.dueJobsRun();
        story.hasEnded();
        assertThat(story.invoice().status()).isEqualTo(InvoiceStatus.SENT_TO_PLO);
        assertThat(story.invoice().packageId()).isNotNull();
        assertThat(story.balance(ChartOfAccounts.PLO)).isEqualTo(-631_250);
        story.tookThePath("sendPloPackage", "invoiceSentToPlo");
    }

    @Test
    void isApprovedByTheBoardToo_whenItIsLarge() {
        story.aClusterWithItsOwnAccount();
        story.set(InvoiceSettings.COORDINATOR_LIMIT, 631_249L);
        story.arrives(OIOUBL);
        story.secretaryChecks(ROOM);
        story.waitsFor("approveAsCoordinator");
        story.coordinatorApproves();
        story.waitsFor("approveAsBoard");
        story.boardApproves();
        story.dueJobsRun();
        story.waitsFor("confirmPayment");
    }

    @Test
    void needsNoBoard_whenItIsExactlyOnTheLimit() {
        story.aClusterWithItsOwnAccount();
        story.set(InvoiceSettings.COORDINATOR_LIMIT, 631_250L);
        story.arrives(OIOUBL);
        story.secretaryChecks(ROOM);
        story.coordinatorApproves();
        story.dueJobsRun();
        story.waitsFor("confirmPayment");
    }

    @Test
    void isDecidedByTheMembers_whenItIsVeryLarge() {
        story.aClusterWithItsOwnAccount();
        story.set(InvoiceSettings.COORDINATOR_LIMIT, 100_000L);
        story.set(InvoiceSettings.BOARD_LIMIT, 200_000L);
        story.arrives(OIOUBL);
        story.secretaryChecks(ROOM);
        story.coordinatorApproves();
        story.boardApproves();
        story.waitsFor("recordMembersDecision");
        story.answers(
                "koordinator",
                "recordMembersDecision",
                Map.of("decision", "APPROVE", "decidedOn", "2026-09-01", "comment", "Vedtaget på klyngemødet"));
        story.dueJobsRun();
        story.waitsFor("confirmPayment");
    }

    @Test
    void isAskedAbout_answered_andGoesOn() {
        story.aClusterWithItsOwnAccount();
        story.arrives(OIOUBL);
        story.answers("sekretaer", "checkInvoice", Map.of("decision", "QUERY", "question", "Hvilket møde var det?"));
        story.waitsFor("awaitAnswer");
        story.answers("sekretaer", "awaitAnswer", Map.of("decision", "ANSWERED", "answer", "Mødet den 1. september"));
        story.waitsFor("checkInvoice");
        story.tookThePath("askSender", "awaitAnswer");
    }

    @Test
    void keepsWhatWasTyped_whenItIsAskedAbout() {
        story.aClusterWithItsOwnAccount();
        story.arrives("regning.pdf", DuplicatesTest.pdf());
        Map<String, Object> half = new HashMap<>();
        half.put("decision", "QUERY");
        half.put("question", "Hvilket møde var det?");
        half.put("supplierName", "Bageriet ved Broen");
        half.put("supplierMail", "bager@broen.example");
        half.put("payable", 1_250_00L);
        half.put("dueDate", "ikke en dato");
        half.put("account", "2200");

        story.answers("sekretaer", "checkInvoice", half);

        Invoice kept = story.invoice();
        assertThat(kept.supplierName()).isEqualTo("Bageriet ved Broen");
        assertThat(kept.payableMinor()).isEqualTo(1_250_00);
        assertThat(kept.account()).isEqualTo("2200");
        assertThat(kept.dueDate()).isNull();
        assertThat(kept.contentHash()).isEmpty();
        story.dueJobsRun();
        story.answers("sekretaer", "awaitAnswer", Map.of("decision", "ANSWERED", "answer", "Mødet den 1. september"));
        story.waitsFor("checkInvoice");
        assertThat(story.invoice().supplierMail()).isEqualTo("bager@broen.example");
    }

    @Test
    void isRejected_whenNoAnswerComes() {
        story.aClusterWithItsOwnAccount();
        story.arrives(OIOUBL);
        story.answers("sekretaer", "checkInvoice", Map.of("decision", "QUERY", "question", "Hvad er det?"));
        story.answers("sekretaer", "awaitAnswer", Map.of("decision", "REJECT", "reason", "Intet svar"));
        story.hasEnded();
        assertThat(story.invoice().status()).isEqualTo(InvoiceStatus.REJECTED);
    }

    @Test
    void isRejectedInTheCheck_withAReason() {
        story.aClusterWithItsOwnAccount();
        story.arrives(OIOUBL);
        assertThatThrownBy(() -> story.answers("sekretaer", "checkInvoice", Map.of("decision", "REJECT")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Begrundelsen mangler");
        story.answers("sekretaer", "checkInvoice", Map.of("decision", "REJECT", "reason", "Ikke til os"));
        story.hasEnded();
        story.tookThePath("checkRejected", "rejectInvoice", "rejectionDone");
    }

    @Test
    void isRejectedByAnApprover() {
        story.aClusterWithItsOwnAccount();
        story.arrives(OIOUBL);
        story.secretaryChecks(ROOM);
        story.answers("koordinator", "approveAsCoordinator", Map.of("decision", "REJECT", "comment", "For dyrt"));
        story.hasEnded();
        assertThat(story.invoice().status()).isEqualTo(InvoiceStatus.REJECTED);
    }

    @Test
    void startsOver_whenTheAmountIsChangedAfterAnApproval() {
        story.aClusterWithItsOwnAccount();
        story.set(InvoiceSettings.COORDINATOR_LIMIT, 100_000L);
        story.arrives(OIOUBL);
        story.secretaryChecks(ROOM);
        story.coordinatorApproves();
        story.answers("formand", "approveAsBoard", Map.of("decision", "BACK", "comment", "Forkert konto"));
        story.waitsFor("checkInvoice");
        story.secretaryChecks("4300");
        story.waitsFor("approveAsCoordinator");
    }

    @Test
    void goesStraightToTheBoard_whenNothingWasChangedAfterItWasSentBack() {
        story.aClusterWithItsOwnAccount();
        story.set(InvoiceSettings.COORDINATOR_LIMIT, 100_000L);
        story.arrives(OIOUBL);
        story.secretaryChecks(ROOM);
        story.coordinatorApproves();
        story.answers("formand", "approveAsBoard", Map.of("decision", "BACK", "comment", "Er kontoen rigtig?"));
        story.secretaryChecks(ROOM);
        story.waitsFor("approveAsBoard");
    }

    @Test
    void isWithdrawnBeforePayment_butNotAfter() {
        story.aClusterWithItsOwnAccount();
        story.arrives(OIOUBL);
        story.secretaryChecks(ROOM);
        story.theSenderWithdraws();
        story.hasEnded();
        assertThat(story.invoice().status()).isEqualTo(InvoiceStatus.WITHDRAWN);
        assertThatThrownBy(story::theSenderWithdraws)
                .isInstanceOf(Refused.class)
                .hasMessageContaining("kan ikke");
    }

    @Test
    void isTakenInOnce() {
        story.aClusterWithItsOwnAccount();
        Invoice first = story.arrives(OIOUBL);
        assertThatThrownBy(() -> story.arrives(OIOUBL))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("allerede modtaget")
                .hasMessageContaining(first.id());
    }

    @Test
    void comesAgain_afterItWasRejected() {
        story.aClusterWithItsOwnAccount();
        story.arrives(OIOUBL);
        story.answers("sekretaer", "checkInvoice", Map.of("decision", "REJECT", "reason", "Forkert beløb"));
        story.arrives(OIOUBL);
        story.waitsFor("checkInvoice");
    }

    @Test
    void reducesWhatWasPosted_whenItIsACreditNote() {
        story.aClusterWithItsOwnAccount();
        story.arrives("oioubl2-BASPRO_03_01_06_CreditNote_v2p2.xml");
        long amount = story.invoice().payableMinor();
        story.secretaryChecks(ROOM);
        story.coordinatorApproves();
        story.dueJobsRun();
        story.waitsFor("settleCredit");
        assertThat(story.balance(ROOM)).isEqualTo(-amount);
        assertThat(story.invoice().status()).isEqualTo(InvoiceStatus.CREDIT);
    }

    @Test
    void needsAnAmountInKroner_whenTheCurrencyIsAnother() {
        story.aClusterWithItsOwnAccount();
        story.arrives("peppol-base-example.xml");
        assertThat(story.invoice().currency()).isEqualTo("EUR");
        assertThat(story.openTask().getName()).endsWith("Snippet1, 1.656,25 EUR");
        Map<String, Object> without = new HashMap<>(story.coding(ROOM));
        without.remove("amountDkk");
        assertThatThrownBy(() -> story.answers("sekretaer", "checkInvoice", without))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("kroner");
        story.secretaryChecks(ROOM);
        assertThat(story.invoice().amountOere()).isEqualTo(74_600L);
    }

    @Test
    void isLookedAtByAPerson_whenItCannotBeRead() {
        story.aClusterWithItsOwnAccount();
        story.arrives("noget.bin", "ikke en faktura".getBytes(StandardCharsets.UTF_8));
        story.waitsFor("lookAtFile");
        story.answers("sekretaer", "lookAtFile", Map.of("decision", "DISCARD", "comment", "Reklame"));
        story.hasEnded();
        assertThat(story.invoice().status()).isEqualTo(InvoiceStatus.DISCARDED);
    }

    @Test
    void isTypedIn_whenAPersonCanReadIt() {
        story.aClusterWithItsOwnAccount();
        story.arrives("brev.txt", "Faktura 17: 100 kr.".getBytes(StandardCharsets.UTF_8));
        story.answers("sekretaer", "lookAtFile", Map.of("decision", "TYPE_IN"));
        story.waitsFor("checkInvoice");
    }

    @Test
    void isPostedAgain_whenTheBankCouldNotPay() {
        story.aClusterWithItsOwnAccount();
        story.arrives(OIOUBL);
        story.secretaryChecks(ROOM);
        story.coordinatorApproves();
        story.dueJobsRun();
        story.answers("kasserer", "confirmPayment", Map.of("decision", "NOT_PAID", "comment", "Kontoen findes ikke"));
        story.waitsFor("checkInvoice");
        assertThat(story.balance(ROOM)).isZero();
        Map<String, Object> corrected = new HashMap<>(story.coding(ROOM));
        corrected.put("payTo", "4321 0087654321");
        story.answers("sekretaer", "checkInvoice", corrected);
        story.coordinatorApproves();
        story.dueJobsRun();
        story.isPaid("kasserer");
        assertThat(story.balance(ROOM)).isEqualTo(631_250);
        assertThat(story.balance(ChartOfAccounts.BANK)).isEqualTo(-631_250);
    }

    @Test
    void isNeverApprovedTwiceByOnePerson() {
        story.aClusterWithItsOwnAccount();
        story.set(InvoiceSettings.COORDINATOR_LIMIT, 100_000L);
        story.arrives(OIOUBL);
        story.secretaryChecks(ROOM);
        story.coordinatorApproves();
        assertThatThrownBy(() -> story.answers("koordinator", "approveAsBoard", Map.of("decision", "APPROVE")))
                .isInstanceOf(RuntimeException.class);
        story.waitsFor("approveAsBoard");
    }

    @Test
    void isLiftedToCoordinatorAndBoard_whenNobodyActs() {
        story.aClusterWithItsOwnAccount();
        story.arrives("oioubl3-invoice.xml");
        story.daysPass(8);
        assertThat(story.candidates()).contains(story.person("koordinator"));
        story.daysPass(4);
        assertThat(story.candidates()).contains(story.person("formand"), story.person("kasserer"));
        story.tookThePath("nobodyActed", "escalateInvoice");
        story.waitsFor("checkInvoice");
    }
}
