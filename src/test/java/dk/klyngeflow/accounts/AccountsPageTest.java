package dk.klyngeflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.documents.Archivable;
import dk.klyngeflow.invoices.CountedSql;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.security.TwoClusters;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@KlyngeflowTest
class AccountsPageTest {

    private static final String[] READ = {
        "/regnskab/one",
        "/api/clusters/one/accounts/vouchers",
        "/api/clusters/one/accounts/budget",
        "/api/clusters/one/accounts/budget/2200",
        "/api/clusters/one/accounts/vouchers.pdf",
        "/api/clusters/one/accounts/vouchers.xlsx",
    };

    @LocalServerPort
    int port;

    @Autowired
    TwoClusters clusters;

    @Autowired
    ChartOfAccounts chart;

    @Autowired
    Ledger ledger;

    @Autowired
    Budgets budgets;

    @Autowired
    VoucherList list;

    @Autowired
    TestClock clock;

    @BeforeEach
    void open() {
        clock.reset();
        clusters.open();
        chart.open(TwoClusters.ONE);
        chart.open(TwoClusters.TWO);
        ledger.post(new Posting(
                TwoClusters.ONE,
                LocalDate.of(2026, 3, 14),
                "Smørrebrød & rødgrød til mødet <b>",
                "accounts-page:1",
                null,
                "one-secretary",
                List.of(Line.debit("2200", 27_600_00), Line.credit(ChartOfAccounts.CREDITORS, 27_600_00))));
        budgets.set(TwoClusters.ONE, "2200", 2026, 40_000_00, "one-secretary");
    }

    /** However many vouchers: the cluster, its years, who is treasurer, the budget with what is promised, the vouchers and their accounts. */
    @Test
    void theYearCostsNoMoreForMoreVouchers() {
        Browser secretary = Browser.loggedIn(port, "two-secretary", "two-secretary");
        int few = statements(secretary);
        for (int number = 0; number < 5; number++) {
            ledger.post(new Posting(
                    TwoClusters.TWO,
                    LocalDate.of(2026, 4, 1),
                    "Endnu et bilag",
                    "accounts-page:more:" + number,
                    null,
                    "two-secretary",
                    List.of(Line.debit("2200", 100), Line.credit(ChartOfAccounts.CREDITORS, 100))));
        }

        assertThat(statements(secretary)).isEqualTo(few).isLessThanOrEqualTo(7);
    }

    private int statements(Browser browser) {
        assertThat(browser.get("/regnskab/two").statusCode()).isEqualTo(200);
        List<String> sent =
                CountedSql.during(() ->
                                assertThat(browser.get("/regnskab/two").body()).contains("Regnskab"))
                        .stream()
                        .filter(sql -> sql.contains("klyngeflow."))
                        // her name in the head, asked once in ten seconds
                        .filter(sql -> !sql.contains("from klyngeflow.person where person_id = "))
                        .toList();
        assertThat(sent).isNotEmpty();
        return sent.size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-coordinator", "one-secretary", "one-board", "one-auditor", "admin"})
    void staffAndAdministratorsMayRead(String who) {
        Browser browser = Browser.loggedIn(port, who, who);
        for (String path : READ) {
            assertThat(browser.get(path).statusCode()).as(who + " " + path).isEqualTo(200);
        }
    }

    @Test
    void othersMayNot() {
        Browser member = Browser.loggedIn(port, "one-member", "one-member");
        Browser foreigner = Browser.loggedIn(port, "two-secretary", "two-secretary");
        Browser admin = Browser.loggedIn(port, "admin", "admin");
        for (String path : READ) {
            assertThat(member.get(path).statusCode()).as(path).isEqualTo(403);
            assertThat(foreigner.get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(admin.get(path.replace("one", "none")).statusCode())
                    .as(path)
                    .isEqualTo(404);
            assertThat(Browser.anonymous(port).get(path).statusCode()).as(path).isIn(302, 401);
        }
        assertThat(Browser.basic(port, "one-member", "one-member")
                        .get("/api/clusters/one/accounts/accounts")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Browser.basic(port, "two-member", "two-member")
                        .get("/api/clusters/one/accounts/accounts")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void refusesStrangeYearsInDanish() {
        Browser secretary = Browser.basic(port, "one-secretary", "one-secretary");
        for (String year : List.of("0", "99999", "x")) {
            HttpResponse<String> answer =
                    secretary.send("GET", "/api/clusters/one/accounts/vouchers?year=" + year, null);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("message").doesNotContain("Exception");
        }
        assertThat(secretary.get("/api/clusters/one/accounts/budget/0000").statusCode())
                .isEqualTo(404);
    }

    @Test
    void showsBudgetAndVouchersOnAPage() {
        String page = Browser.loggedIn(port, "one-secretary", "one-secretary")
                .get("/regnskab/one")
                .body();
        assertThat(page.replace('\u00a0', ' '))
                .contains(
                        "2200 Forplejning",
                        "12.400,00 kr. tilbage af 40.000,00 kr.",
                        "width:69%",
                        "2026-1",
                        "14.03.2026")
                .contains("Smørrebrød &amp; rødgrød til mødet &lt;b&gt;")
                .contains("/api/clusters/one/accounts/vouchers.pdf?year=2026")
                .contains("Udgifter")
                .doesNotContain("<b>");
        String other = Browser.loggedIn(port, "one-secretary", "one-secretary")
                .get("/regnskab/one?year=2031")
                .body();
        assertThat(other).contains("Der er hverken budget eller bilag");
    }

    @Test
    void answersAmountsInOere() {
        Browser secretary = Browser.basic(port, "one-secretary", "one-secretary");
        assertThat(secretary.get("/api/clusters/one/accounts/budget/2200").body())
                .contains("\"account\":\"2200\"", "\"budget\":4000000", "\"spent\":2760000", "\"left\":1240000");
        assertThat(secretary.get("/api/clusters/one/accounts/vouchers").body())
                .contains(
                        "\"label\":\"2026-1\"",
                        "\"date\":\"2026-03-14\"",
                        "\"amount\":2760000",
                        "\"postedBy\":\"Navn one-secretary\"");
        assertThat(secretary.get("/api/clusters/one/accounts/accounts").body())
                .contains("\"number\":\"2200\"", "\"guidance\":")
                .doesNotContain("\"5800\"");
        assertThat(secretary.get("/api/clusters/one/accounts/accounts?all=true").body())
                .contains("\"5800\"");
    }

    @Test
    void makesAPdfWithDanishLetters() throws Exception {
        byte[] pdf = list.pdf(TwoClusters.ONE, 2026);
        Archivable.assertArchivable(pdf);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replace('\u00a0', ' '))
                    .contains(
                            "Bilagsliste 2026", "Smørrebrød & rødgrød til mødet <b>", "27.600,00", "12.400,00", "69 %");
        }
    }

    @Test
    void makesASpreadsheetThatCanBeReckonedWith() throws Exception {
        byte[] xlsx = list.xlsx(TwoClusters.ONE, 2026);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(0)).isEqualTo("Bilag");
            assertThat(rows.get(1).getCellText(0)).isEqualTo("2026-1");
            assertThat(rows.get(1).getCellAsNumber(6).orElseThrow()).isEqualByComparingTo("27600.00");
            assertThat(workbook.getSheets().map(sheet -> sheet.getName()).toList())
                    .containsExactly("Bilag", "Budget", "Saldi");
        }
        assertThat(new String(xlsx, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    }
}
