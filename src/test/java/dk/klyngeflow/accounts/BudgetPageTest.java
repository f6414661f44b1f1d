package dk.klyngeflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.demo.DemoCluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.security.Browser;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Budget and guidance are changed by those who decide on the money; vouchers are taken back, never changed. */
@KlyngeflowTest
class BudgetPageTest {

    private static final String CLUSTER = "budgetklyngen";
    private static final String OTHER = "anden-budgetklynge";
    private static final String BUDGET = "/regnskab/" + CLUSTER + "/budget";

    @LocalServerPort
    int port;

    @Autowired
    DemoCluster people;

    @Autowired
    Clusters clusters;

    @Autowired
    ChartOfAccounts chart;

    @Autowired
    Ledger ledger;

    @Autowired
    Budgets budgets;

    @Autowired
    TestClock clock;

    @BeforeEach
    void open() {
        clock.reset();
        if (clusters.find(CLUSTER).isEmpty()) {
            people.open(CLUSTER, "b1-", PaymentMode.OWN_ACCOUNT);
            people.open(OTHER, "b2-", PaymentMode.OWN_ACCOUNT);
            chart.open(CLUSTER);
            chart.open(OTHER);
        }
    }

    @Test
    void theTreasurerSetsBudgetAndGuidance() {
        Browser treasurer = Browser.loggedIn(port, "b1-kasserer", "b1-kasserer");

        HttpResponse<String> answer = post(
                treasurer,
                BUDGET,
                Map.of("year", "2026", "budget-2200", "28.000,00", "maa-2200", "Højst 150 kr. pr. person."));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(budgets.left(CLUSTER, "2200", 2026).budget()).isEqualTo(28_000_00);
        assertThat(chart.find(CLUSTER, "2200").orElseThrow().guidance()).isEqualTo("Højst 150 kr. pr. person.");
        assertThat(treasurer.get(BUDGET).body())
                .contains("28.000,00", "Budgettet er sidst ændret af Kirsten Ahlmark den 07.09.2026");
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsSaved() {
        Browser coordinator = Browser.loggedIn(port, "b1-koordinator", "b1-koordinator");

        HttpResponse<String> answer = post(
                coordinator,
                BUDGET,
                Map.of(
                        "year",
                        "2026",
                        "budget-2300",
                        "5.000,00",
                        "budget-3100",
                        "-1,00",
                        "budget-2100",
                        "mange penge"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains(
                        "kan ikke være negativt",
                        "Skriv beløbet i kroner og øre",
                        "mange penge",
                        "Intet er gemt endnu");
        assertThat(budgets.left(CLUSTER, "2300", 2026).hasBudget()).isFalse();
    }

    @Test
    void othersMayLookButNotTouch() {
        for (String role : List.of("sekretaer", "revisor", "formand")) {
            Browser person = Browser.loggedIn(port, "b1-" + role, "b1-" + role);
            assertThat(person.get("/regnskab/" + CLUSTER).body()).doesNotContain("Ret budget");
            assertThat(person.get(BUDGET).statusCode()).isEqualTo(403);
        }
        Browser foreign = Browser.loggedIn(port, "b2-koordinator", "b2-koordinator");
        assertThat(foreign.get(BUDGET).statusCode()).isEqualTo(404);
    }

    @Test
    void aVoucherIsTakenBackWithAReasonByWhomMay() {
        Voucher voucher = voucher("2200:mad");
        String page = "/regnskab/" + CLUSTER + "/bilag/" + voucher.id();
        Browser auditor = Browser.loggedIn(port, "b1-revisor", "b1-revisor");
        assertThat(auditor.get(page).body())
                .contains("Bilag " + voucher.label())
                .doesNotContain("Tilbagefør bilaget");
        assertThat(post(auditor, page, Map.of("grund", "Forkert konto")).statusCode())
                .isEqualTo(403);
        Browser secretary = Browser.loggedIn(port, "b1-sekretaer", "b1-sekretaer");
        assertThat(post(secretary, page, Map.of("grund", " ")).body()).contains("Skriv, hvorfor bilaget tilbageføres");

        HttpResponse<String> answer = post(secretary, page, Map.of("grund", "Forkert konto"));
        HttpResponse<String> again = post(secretary, page, Map.of("grund", "Forkert konto"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(answer.headers().firstValue("Location"));
        Voucher taken = ledger.find(CLUSTER, voucher.id()).orElseThrow();
        assertThat(taken.reversedBy()).isNotNull();
        assertThat(secretary.get(page).body()).contains("Tilbageført med").doesNotContain("Tilbagefør bilaget");
    }

    @Test
    void aVoucherOfAnotherClusterIsNotThere() {
        Voucher voucher = voucher("2200:andet");
        Browser foreign = Browser.loggedIn(port, "b2-sekretaer", "b2-sekretaer");

        assertThat(foreign.get("/regnskab/" + OTHER + "/bilag/" + voucher.id()).statusCode())
                .isEqualTo(404);
        assertThat(foreign.get("/regnskab/" + OTHER + "/bilag/findes-ikke").statusCode())
                .isEqualTo(404);
    }

    private Voucher voucher(String source) {
        return ledger.post(new Posting(
                CLUSTER,
                LocalDate.of(2026, 9, 1),
                "Mad",
                source,
                null,
                "b1-sekretaer",
                List.of(Line.debit("2200", 100_00), Line.credit(ChartOfAccounts.CREDITORS, 100_00))));
    }

    private static HttpResponse<String> post(Browser browser, String path, Map<String, String> fields) {
        String token = Browser.token(browser.get("/adgangskode").body());
        String body = Browser.form(fields);
        return browser.submit(path, body + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
    }
}
