package dk.klyngeflow.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.accounts.Budgets;
import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.InvoiceStatus;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.security.Browser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Money that a supplier owes is taken from the next bills or claimed back, never left, and looks like what it is everywhere. */
@KlyngeflowTest
class CreditNoteTest {

    @LocalServerPort
    int port;

    @Autowired
    InvoiceStory story;

    @Autowired
    Credits credits;

    @Autowired
    Budgets budgets;

    @Autowired
    Documents documents;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        story.aClusterWithItsOwnAccount();
    }

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void isTakenFromTheNextBills_untilNothingIsLeft() {
        Invoice credit = posted(Invoice.CREDIT_NOTE, "K-1", "1.000,00");
        story.waitsFor("settleCredit");
        assertThat(story.invoice().status()).isEqualTo(InvoiceStatus.CREDIT);
        assertThat(story.openTask().getName()).contains("Kreditnota K-1", "-1.000,00 kr.");

        Invoice small = posted(Invoice.INVOICE, "B-1", "600,00");
        story.hasEnded();
        assertThat(small.status()).as("nothing is left to pay").isEqualTo(InvoiceStatus.SETTLED);
        assertThat(credits.left(credit)).isEqualTo(40_000);

        Invoice large = posted(Invoice.INVOICE, "B-2", "900,00");
        story.waitsFor("confirmPayment");
        assertThat(credits.toPay(large)).isEqualTo(50_000);
        story.isPaid("kasserer");
        assertThat(story.balance(ChartOfAccounts.BANK)).isEqualTo(-50_000);
        assertThat(story.balance(ChartOfAccounts.CREDITORS)).isZero();
        story.isAbout(credit);
        story.hasEnded();
        assertThat(story.invoice().status()).isEqualTo(InvoiceStatus.SETTLED);
    }

    @Test
    void isThereAgainWhenTheBillCouldNotBePaid() {
        Invoice credit = posted(Invoice.CREDIT_NOTE, "K-1", "100,00");
        posted(Invoice.INVOICE, "B-1", "600,00");
        story.answers("kasserer", "confirmPayment", Map.of("decision", "NOT_PAID", "comment", "Forkert konto"));
        assertThat(credits.left(credit)).isEqualTo(10_000);
        story.isAbout(credit);
        story.waitsFor("settleCredit");
        assertThat(story.invoice().status()).isEqualTo(InvoiceStatus.CREDIT);
    }

    @Test
    void isPaidBackByTheSupplier() {
        posted(Invoice.CREDIT_NOTE, "K-1", "100,00");
        story.answers("sekretaer", "settleCredit", Map.of("refundedOn", "2026-09-07"));
        story.hasEnded();
        assertThat(story.invoice().status()).isEqualTo(InvoiceStatus.REFUNDED);
        assertThat(story.balance(ChartOfAccounts.BANK)).isEqualTo(10_000);
        assertThat(story.balance(ChartOfAccounts.CREDITORS)).isZero();
    }

    @Test
    void isOfferedToTheCoordinatorTooWhenNothingComes() {
        posted(Invoice.CREDIT_NOTE, "K-1", "100,00");
        story.waitsFor("settleCredit");
        story.daysPass(36);
        assertThat(news("koordinator")).isEmpty();
        story.daysPass(2);

        story.tookThePath("nothingRefunded", "escalateCredit", "creditEscalated");
        story.waitsFor("settleCredit");
        assertThat(story.holders()).contains(story.person("koordinator"), story.person("sekretaer"));
        assertThat(news("koordinator"))
                .as("with the morning's list, not in a mail of its own")
                .containsExactly(
                        "Pengene er hverken betalt tilbage eller trukket fra en ny regning i over en måned, så du kan også tage opgaven.");
        assertThat(story.happened()).anyMatch(text -> text.contains("Koordinator"));

        story.answers("koordinator", "settleCredit", Map.of("refundedOn", "2026-10-14"));
        story.hasEnded();
        assertThat(story.invoice().status()).isEqualTo(InvoiceStatus.REFUNDED);
    }

    @Test
    void isToldToPloAsACreditNoteAndNeverAsSomethingToPay() throws Exception {
        story.aClusterWhosePaymentsPloMakes();
        budgets.set(story.cluster(), "2100", 2026, 500_000, story.person("kasserer"));
        posted(Invoice.INVOICE, "B-1", "900,00");
        assertThat(budgets.left(story.cluster(), "2100", 2026).left()).isEqualTo(410_000);
        posted(Invoice.CREDIT_NOTE, "K-1", "100,00");

        story.hasEnded();
        assertThat(story.invoice().status()).isEqualTo(InvoiceStatus.SENT_TO_PLO);
        assertThat(budgets.left(story.cluster(), "2100", 2026).left()).isEqualTo(420_000);
        assertThat(story.balance(ChartOfAccounts.PLO)).isEqualTo(-80_000);
        assertThat(story.balance(ChartOfAccounts.CREDITORS)).isZero();
        Map<String, Object> told =
                jdbc.sql("""
                        select model ->> 'kind' as kind, model ->> 'givesBack' as back, model ->> 'amount' as amount
                        from klyngeflow.mail_outbox where cluster_id = :cluster and purpose = 'plo-package'
                        order by mail_id desc limit 1""").param("cluster", story.cluster()).query().singleRow();
        assertThat(told).containsEntry("kind", "Kreditnota").containsEntry("back", "ja");
        try (PDDocument paper = Loader.loadPDF(documents.content(
                story.cluster(), String.valueOf(story.invoice().packageId())))) {
            String cover = new PDFTextStripper().getText(paper);
            assertThat(cover)
                    .contains("Kreditnota til modregning", "Der skal ikke betales noget", "-100,00")
                    .doesNotContain("til betaling", "Betales til");
        }
    }

    /** It has a date of payment in its file, and there is nothing to pay; so has what says that it is no bill. */
    @ParameterizedTest
    @ValueSource(strings = {"peppol-invoice-with-credit-code-381.xml", "peppol-proforma-325.xml"})
    void nobodyIsHurriedToPayWhatIsNotToBePaid(String file) {
        story.arrives(file);
        story.waitsFor("checkInvoice");
        story.daysPass(60);

        assertThat(news("koordinator")).isNotEmpty();
        assertThat(jdbc.sql("select why from klyngeflow.task_news where cluster_id = :cluster")
                        .param("cluster", story.cluster())
                        .query(String.class)
                        .list())
                .noneMatch(why -> why.contains("betales") || why.contains("Betalingsfrist"));
    }

    private List<String> news(String role) {
        return jdbc.sql("select why from klyngeflow.task_news where cluster_id = :cluster and person_id = :person")
                .param("cluster", story.cluster())
                .param("person", story.person(role))
                .query(String.class)
                .list();
    }

    @Test
    void anotherSuppliersBillIsPaidInFull() {
        posted(Invoice.CREDIT_NOTE, "K-1", "100,00");
        arrives("B-9", "600,00", Invoice.INVOICE);
        Map<String, Object> coding = typed("B-9", "600,00", Invoice.INVOICE);
        coding.put("supplierName", "En anden");
        coding.put("supplierCvr", "29403473");
        story.answers("sekretaer", "checkInvoice", coding);
        story.coordinatorApproves();
        story.dueJobsRun();
        assertThat(credits.toPay(story.invoice())).isEqualTo(60_000);
    }

    @Test
    void showsItsKindAndSignInTheListAndOnItsPage() {
        Invoice credit = posted(Invoice.CREDIT_NOTE, "K-1", "1.000,00");
        Browser secretary = Browser.loggedIn(port, story.person("sekretaer"), story.person("sekretaer"));
        assertThat(secretary.get("/bilag/" + story.cluster()).body()).contains("Kreditnota", "-1.000,00 kr.");
        assertThat(secretary
                        .get("/bilag/" + story.cluster() + "/" + credit.id())
                        .body())
                .contains("Kreditnota", "-1.000,00 kr.", "Til gode hos leverandøren");
    }

    private Invoice posted(String kind, String number, String amount) {
        arrives(number, amount, kind);
        story.answers("sekretaer", "checkInvoice", typed(number, amount, kind));
        story.coordinatorApproves();
        story.dueJobsRun();
        return story.invoice();
    }

    private void arrives(String number, String amount, String kind) {
        story.arrives(kind + number + amount.replace(",", "") + ".pdf", DuplicatesTest.pdf());
    }

    private Map<String, Object> typed(String number, String amount, String kind) {
        Map<String, Object> coding = new HashMap<>(story.coding("2100"));
        coding.put("supplierName", "Kaffe & Kage");
        coding.put("supplierCvr", "99887796");
        coding.put("invoiceNumber", number);
        coding.put("kind", kind);
        coding.put("payable", amount);
        coding.put("issueDate", "2026-09-01");
        return coding;
    }
}
