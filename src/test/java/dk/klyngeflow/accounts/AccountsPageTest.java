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
import java.util.function.Supplier;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

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

    /** However many vouchers: the books at a glance, the vouchers, and what other rooms know is to come. */
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

        assertThat(statements(secretary)).isEqualTo(few).isEqualTo(3);
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

    @Autowired
    YearAtAGlance glances;

    @Autowired
    JdbcClient jdbc;

    /** Booked 30.000 over three meetings, a room agreed for one that comes, another that nothing is agreed on: 30 + 4 + 10 thousand. */
    @Test
    void theYearIsReckonedToItsEndFromMeetingsAndBookings() {
        String cluster = TestClusters.open(jdbc, chart);
        budgets.set(cluster, "2100", 2026, 50_000_00, "test");
        budgets.set(cluster, "1100", 2026, 60_000_00, "test");
        post(cluster, "2100", ChartOfAccounts.CREDITORS, 30_000_00);
        post(cluster, ChartOfAccounts.BANK, "1100", 20_000_00);
        meeting(cluster, 1, "CLOSED");
        meeting(cluster, 2, "HELD");
        meeting(cluster, 3, "MINUTED");
        meeting(cluster, 4, "CANCELLED");
        meeting(cluster, 5, "INVITED");
        meeting(cluster, 6, "PLANNING");
        booking(cluster, 5, "CONFIRMED", 4_000_00);
        booking(cluster, 4, "CANCELLED", 9_000_00);

        YearAtAGlance.Glance glance = as("admin", () -> glances.of(cluster, 2026));

        YearAtAGlance.Outlook rooms = of(glance, "2100");
        assertThat(rooms.agreed()).isEqualTo(4_000_00);
        assertThat(rooms.meetings()).isEqualTo(10_000_00);
        assertThat(rooms.expected()).isEqualTo(44_000_00);
        assertThat(of(glance, "1100").expected())
                .as("as budgeted, since no more has come")
                .isEqualTo(60_000_00);
        assertThat(glance.cash().bank()).isEqualTo(20_000_00);
        // its bill has come: agreed no longer, approved now
        jdbc.sql("""
                        insert into klyngeflow.invoice (cluster_id, invoice_id, status, source, kind, sender_id, supplier_name, meeting, account,
                          amount_oere, payable_minor, received_at)
                        values (:cluster, 'F2026-0001', 'APPROVAL', 'UPLOAD', 'INVOICE', 'test', 'kroen', '2026-05', '2100', 410000, 410000, now())""").param("cluster", cluster).update();
        YearAtAGlance.Outlook billed = of(as("admin", () -> glances.of(cluster, 2026)), "2100");
        assertThat(billed.agreed()).isZero();
        assertThat(billed.expected()).isEqualTo(44_100_00);
        // last year is over: nothing is expected of it, and this year's page shows what it came to
        assertThat(of(as("admin", () -> glances.of(cluster, 2027)), "2100").before())
                .isEqualTo(30_000_00);
        assertThat(of(as("admin", () -> glances.of(cluster, 2027)), "2100").expected())
                .isZero();
    }

    private static YearAtAGlance.Outlook of(YearAtAGlance.Glance glance, String account) {
        return glance.accounts().stream()
                .filter(each -> each.left().account().number().equals(account))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T as(String person, Supplier<T> work) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(person, "", "ROLE_USER"));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private void post(String cluster, String debit, String credit, long oere) {
        ledger.post(new Posting(
                cluster,
                LocalDate.of(2026, 3, 14),
                "Bilag",
                "glance:" + debit,
                null,
                "test",
                List.of(Line.debit(debit, oere), Line.credit(credit, oere))));
    }

    private void meeting(String cluster, int number, String status) {
        jdbc.sql("""
                        insert into klyngeflow.meeting (cluster_id, meeting_id, business_key, year, number, title, earliest_day, latest_day, minutes,
                          status, uid, created_by, created_at)
                        values (:cluster, :id, :cluster || '/2026-0' || :number, 2026, :number, '', date '2026-10-01', date '2026-10-30', 120, :status,
                          :cluster || :id, 'test', now())""")
                .param("cluster", cluster)
                .param("id", "m" + number)
                .param("number", number)
                .param("status", status)
                .update();
    }

    private void booking(String cluster, int meeting, String status, long oere) {
        jdbc.sql("""
                        insert into klyngeflow.booking (cluster_id, booking_id, case_key, kind, supplier_name, title, starts_at, ends_at, price_oere,
                          status, uid, asked_at)
                        values (:cluster, :id, :cluster || '/2026-0' || :meeting, 'ROOM', 'Kroen', '', timestamptz '2026-10-05 14:00Z',
                          timestamptz '2026-10-05 16:00Z', :oere, :status, :cluster || :id, now())""")
                .param("cluster", cluster)
                .param("id", "b" + meeting)
                .param("meeting", meeting)
                .param("oere", oere)
                .param("status", status)
                .update();
    }

    @Test
    void theYearStandsInOneLookWithItsPictures() {
        String page = Browser.loggedIn(port, "one-auditor", "one-auditor")
                .get("/regnskab/one")
                .body()
                .replace('\u00a0', ' ');

        assertThat(page)
                .contains("Året kort", "27.600,00 kr. af 40.000,00 kr.", "underskud på 27.600,00 kr.", "I banken nu")
                .contains("<title id=\"udgifter-t\">Udgifter mod budget</title>")
                .contains(
                        "<desc id=\"udgifter-d\">2200 Forplejning: bogført 27.600,00 kr., budget 40.000,00 kr.</desc>");
        assertThat(Browser.loggedIn(port, "one-auditor", "one-auditor")
                        .get("/regnskab/one?year=2025")
                        .body())
                .contains("I banken ved årets slutning")
                .doesNotContain("Ventet ved årets slutning");
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
