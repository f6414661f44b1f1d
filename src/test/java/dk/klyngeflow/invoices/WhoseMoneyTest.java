package dk.klyngeflow.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.accounts.Budgets;
import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.documents.Document;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.People;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody approves her own money or what she has sent in herself, however it is dressed up, and nothing counts before it is approved. */
@KlyngeflowTest
class WhoseMoneyTest {

    @Autowired
    InvoiceStory story;

    @Autowired
    InvoiceIntake intake;

    @Autowired
    InvoiceArrivals arrivals;

    @Autowired
    People people;

    @Autowired
    ChartOfAccounts chart;

    @Autowired
    Budgets budgets;

    @BeforeEach
    void open() {
        story.aClusterWithItsOwnAccount();
    }

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Kirsten Ahlmark       | Kirsten Ahlmark                   | true
            Kirsten Ahlmark       | AHLMARK, Kirsten                  | true
            Kirsten Marie Ahlmark | Lægerne v/Kirsten Ahlmark I/S     | true
            Kirsten Ahlmark       | K. Ahlmark                        | true
            Kirsten Ahlmark       | Ahlmark Catering                  | false
            Kirsten Ahlmark       | Kirsten Bro                       | false
            Kirsten               | Kirsten                           | false
            Ib Bo                 | Ibsens Bog og Idé                 | false
            """)
    void aNameIsKnownInAnyOrderAndWithMore(String person, String payee, boolean isHers) {
        assertThat(Stakes.isSameName(person, payee)).isEqualTo(isHers);
    }

    @Test
    void theCoordinatorDoesNotApproveABillInHerOwnMail() {
        sentBy("sekretaer");
        Map<String, Object> coding = typed("2100", "1.000,00");
        coding.put("supplierMail", mailOf("koordinator"));
        story.answers("sekretaer", "checkInvoice", coding);
        isKeptFrom("koordinator", "approveAsCoordinator");
        story.answers("formand", "approveAsCoordinator", Map.of("decision", "APPROVE"));
        story.waitsFor("approveAsBoard");
        isKeptFrom("koordinator", "approveAsBoard");
    }

    @Test
    void norOneToTheAccountOfHerEarlierClaims() {
        story.claims(
                "koordinator",
                Map.of(
                        "claimKind", "FEE",
                        "claimAmount", "100,00",
                        "claimText", "Planlægning",
                        "claimDate", "2026-09-01",
                        "claimPayTo", "4321 0087654321"));
        sentBy("sekretaer");
        Map<String, Object> coding = typed("2100", "1.000,00");
        coding.put("payTo", "DK21 4321 0087 6543 21".replace("DK21", iban()));
        story.answers("sekretaer", "checkInvoice", coding);
        isKeptFrom("koordinator", "approveAsCoordinator");
    }

    @Test
    void whoSentItInDoesNotApproveIt() {
        sentBy("koordinator");
        story.answers("sekretaer", "checkInvoice", typed("2100", "1.000,00"));
        isKeptFrom("koordinator", "approveAsCoordinator");
        story.answers("formand", "approveAsCoordinator", Map.of("decision", "APPROVE"));
        story.dueJobsRun();
        story.waitsFor("confirmPayment");
    }

    @Test
    void theSecretaryDoesNotCheckWhatGoesToHerself() {
        sentBy("koordinator");
        Map<String, Object> coding = typed("2100", "1.000,00");
        coding.put("supplierMail", mailOf("sekretaer"));
        assertThatThrownBy(() -> story.answers("sekretaer", "checkInvoice", coding))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("En anden skal kontrollere det");
    }

    @Test
    void theCoordinatorsFeeIsForTheBoardAlone_andTheBoardCanSayTheSameOfAnyAccount() {
        sentBy("sekretaer");
        story.answers("sekretaer", "checkInvoice", typed("3100", "1.000,00"));
        story.waitsFor("approveAsBoard");
        isKeptFrom("koordinator", "approveAsBoard");
        story.boardApproves();
        story.dueJobsRun();
        story.waitsFor("confirmPayment");

        chart.reserveForBoard(story.cluster(), "4200", true, story.person("formand"));
        sentBy("sekretaer");
        story.answers("sekretaer", "checkInvoice", typed("4200", "1.001,00"));
        story.waitsFor("approveAsBoard");
    }

    @Test
    void aCreditNoteThatNobodyHasApprovedFreesNoBudget() {
        budgets.set(story.cluster(), "2100", 2026, 100_000, story.person("kasserer"));
        sentBy("sekretaer");
        Map<String, Object> credit = typed("2100", "5.000,00");
        credit.put("kind", Invoice.CREDIT_NOTE);
        story.answers("sekretaer", "checkInvoice", credit);
        story.waitsFor("approveAsCoordinator");
        assertThat(budgets.left(story.cluster(), "2100", 2026).left()).isEqualTo(100_000);

        Invoice creditNote = story.invoice();
        sentBy("sekretaer");
        story.answers("sekretaer", "checkInvoice", typed("2100", "1.200,00"));
        story.coordinatorApproves();
        story.waitsFor("approveAsBoard");
        assertThat(story.invoice().approvalLevel()).as("over budget: the board").isEqualTo(3);
        assertThat(budgets.left(story.cluster(), "2100", 2026).committed()).isEqualTo(120_000);

        story.isAbout(creditNote);
        assertThat(creditNote.label()).startsWith("Kreditnota ").endsWith("-5.000,00 kr.");
        story.coordinatorApproves();
        story.dueJobsRun();
        assertThat(budgets.left(story.cluster(), "2100", 2026).left())
                .as("approved and posted it counts")
                .isEqualTo(100_000 + 500_000 - 120_000);
    }

    private void sentBy(String role) {
        Document document = intake.keep(story.cluster(), "regning.pdf", DuplicatesTest.pdf(), story.person(role));
        story.isAbout(arrivals.arrived(story.cluster(), document.id(), story.person(role)));
    }

    private Map<String, Object> typed(String account, String amount) {
        Map<String, Object> coding = new HashMap<>(story.coding(account));
        coding.put("supplierName", "Kaffe & Kage");
        coding.put("supplierCvr", "99887796");
        coding.put("invoiceNumber", story.invoice().id());
        coding.put("payable", amount);
        coding.put("issueDate", "2026-09-01");
        return coding;
    }

    private void isKeptFrom(String role, String task) {
        story.waitsFor(task);
        assertThat(story.holders()).doesNotContain(story.person(role)).isNotEmpty();
        assertThatThrownBy(() -> story.answers(role, task, Map.of("decision", "APPROVE")))
                .hasMessageContaining("en anden end dig");
    }

    private String mailOf(String role) {
        return people.find(story.person(role)).orElseThrow().mail();
    }

    private static String iban() {
        return new dk.klyngeflow.payments.DanishAccount("4321", "0087654321")
                .iban()
                .number()
                .substring(0, 4);
    }
}
