package dk.klyngeflow.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.security.Browser;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Money that a supplier owes is taken from the next bills or claimed back, never left, and looks like what it is everywhere. */
@KlyngeflowTest
class CreditNoteTest {

    @LocalServerPort
    int port;

    @Autowired
    InvoiceStory story;

    @Autowired
    Credits credits;

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
