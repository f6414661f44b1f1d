package dk.klyngeflow.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.accounts.Ledger;
import dk.klyngeflow.accounts.Voucher;
import dk.klyngeflow.bills.InvoiceStatus;
import dk.klyngeflow.security.Browser;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A voucher that a case depends on is not taken back past it, and says who caused it and what it is about. */
@KlyngeflowTest
class VoucherOfACaseTest {

    @LocalServerPort
    int port;

    @Autowired
    InvoiceStory story;

    @Autowired
    Ledger ledger;

    @BeforeEach
    void post() {
        story.aClusterWithItsOwnAccount();
        story.arrives(SmallInvoice.SAMPLE);
        story.secretaryChecks("2100");
        story.coordinatorApproves();
        story.dueJobsRun();
        story.waitsFor("confirmPayment");
    }

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void whileItMayBePaidOnlyTheCaseTakesItBack() {
        String voucher = Objects.requireNonNull(story.invoice().voucherId());
        assertThat(page("kasserer", voucher))
                .contains(
                        "venter på betaling",
                        "Betal og bekræft",
                        story.invoice().id());
        HttpResponse<String> refused = reverses("sekretaer", voucher);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("venter på betaling");
        assertThat(ledger.find(story.cluster(), voucher).orElseThrow().reversedBy())
                .isNull();
        story.waitsFor("confirmPayment");

        story.answers("kasserer", "confirmPayment", Map.of("decision", "NOT_PAID", "comment", "Forkert konto"));
        story.waitsFor("checkInvoice");
        assertThat(story.balance(ChartOfAccounts.CREDITORS)).isZero();
    }

    @Test
    void whenItIsPaidPostingAndPaymentGoBackTogetherAndTheCaseBeginsAgain() {
        story.isPaid("kasserer");
        story.hasEnded();
        String posting = Objects.requireNonNull(story.invoice().voucherId());
        assertThat(reverses("sekretaer", posting).statusCode()).isBetween(200, 303);
        assertThat(story.balance("2100")).isZero();
        assertThat(story.balance(ChartOfAccounts.BANK)).isZero();
        assertThat(story.balance(ChartOfAccounts.CREDITORS)).isZero();
        story.waitsFor("checkInvoice");
        assertThat(story.invoice().status()).isEqualTo(InvoiceStatus.CHECK);

        story.secretaryChecks("2200");
        story.coordinatorApproves();
        story.dueJobsRun();
        story.isPaid("kasserer");
        assertThat(story.balance("2200")).isEqualTo(story.invoice().posting());
        assertThat(story.balance(ChartOfAccounts.CREDITORS)).isZero();
    }

    @Test
    void theBooksNameWhoCausedIt_andTheInvoiceShowsVatAndVouchers() {
        Voucher posting = ledger.find(
                        story.cluster(), Objects.requireNonNull(story.invoice().voucherId()))
                .orElseThrow();
        assertThat(posting.postedBy()).isEqualTo(story.person("koordinator"));
        story.isPaid("kasserer");
        Voucher payment = ledger.find(
                        story.cluster(), Objects.requireNonNull(story.invoice().settlementId()))
                .orElseThrow();
        assertThat(payment.postedBy()).isEqualTo(story.person("kasserer"));
        assertThat(page("sekretaer", posting.id())).doesNotContain("Ukendt");
        Browser secretary = Browser.loggedIn(port, story.person("sekretaer"), story.person("sekretaer"));
        assertThat(secretary
                        .get("/bilag/" + story.cluster() + "/" + story.invoice().id())
                        .body())
                .contains("Heraf moms", "Bilag " + posting.label(), "Bilag " + payment.label());
    }

    private String page(String role, String voucher) {
        return Browser.loggedIn(port, story.person(role), story.person(role))
                .get("/regnskab/" + story.cluster() + "/bilag/" + voucher)
                .body();
    }

    private HttpResponse<String> reverses(String role, String voucher) {
        Browser browser = Browser.loggedIn(port, story.person(role), story.person(role));
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"")
                .matcher(browser.get("/bilag/" + story.cluster()).body());
        assertThat(token.find()).isTrue();
        return browser.submit(
                "/regnskab/" + story.cluster() + "/bilag/" + voucher,
                "grund=Forkert+konto&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
    }
}
