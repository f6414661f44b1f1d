package dk.klyngeflow.keyfigures;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.invoices.CountedSql;
import dk.klyngeflow.pages.YearlyFigures;
import dk.klyngeflow.pages.YearlyFigures.KeyFigure;
import dk.klyngeflow.pages.YearlyFigures.Yearly;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.security.TwoClusters;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@KlyngeflowTest
class KeyFiguresPageTest {

    /** One of each room that has cases or years, the cluster, the mails, and the name in the head. */
    private static final int STATEMENTS = 14;

    @LocalServerPort
    int port;

    @Autowired
    YearsOfCases years;

    @Autowired
    ClusterFigures figures;

    @Autowired
    TwoClusters clusters;

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Autowired
    KeptYears kept;

    @Autowired
    ObjectProvider<YearlyFigures> rooms;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    dk.klyngeflow.TestClock clock;

    @Test
    void saysWhereEachCaseStandsAndSinceWhen() {
        String cluster = years.cluster(1);

        String page = text(page(cluster, "sekretaer"));

        assertThat(page)
                .contains("4 sager i gang", "ingen opgaver over tiden")
                .contains("Møde 2026-07: =HYPERLINK(\"http://x\") Planlægges 20.07.2026 48 dage")
                .contains("Faktura F2026-0901 Til kontrol 02.08.2026 35 dage")
                .contains("Faktura F2026-0902 Til godkendelse 03.08.2026 34 dage");
        assertThat(page.indexOf("2026-07"))
                .as("what stands still longest is first")
                .isLessThan(page.indexOf("F2026-0901"));
        assertThat(page(cluster, "sekretaer"))
                .contains("href=\"/moeder/" + cluster + "/2026-07\"", "href=\"/bilag/" + cluster + "/F2026-0901\"");
    }

    @Test
    void reckonsTheYearsFromItsOwnTables() {
        String cluster = years.cluster(3);

        Map<List<Object>, Yearly> known = figures.of(cluster).years().stream()
                .collect(java.util.stream.Collectors.toMap(each -> List.of(each.figure(), each.year()), each -> each));

        // six meetings of 29: 20 answered, 15 came; dates asked 60 days before, invited 40 days before
        expect(known, KeyFigure.MEETINGS_HELD, 2025, 6, 6);
        expect(known, KeyFigure.DAYS_TO_INVITATION, 2025, 200, 6);
        expect(known, KeyFigure.REPLIES, 2025, 6 * 20, 6 * 29);
        expect(known, KeyFigure.ATTENDANCE, 2025, 6 * 15, 6 * 29);
        // whoever was asked about dates is forgotten, how many they were is not; a poll is of the year in which it was
        // asked
        expect(known, KeyFigure.DATE_ANSWERS, 2024, 6 * 21, 6 * 28);
        expect(known, KeyFigure.DATE_ANSWERS, 2025, 4 * 21 + 2 * 20, 4 * 28 + 2 * 29);
        expect(known, KeyFigure.DATE_ANSWERS, 2026, 4 * 20, 4 * 29);
        expect(known, KeyFigure.INVOICES_PAID, 2024, 40, 40);
        expect(known, KeyFigure.DAYS_TO_PAID, 2024, 125, 40);
        expect(known, KeyFigure.EXPENSES, 2026, 40_000_00, 1);
        expect(known, KeyFigure.BUDGET, 2026, 50_000_00, 1);
        expect(known, KeyFigure.INCOME, 2026, 0, 1);
        assertThat(text(page(cluster, "formand")))
                .contains("12,5 dage", "20,0 dage", "52 % af 174", "69 % af 174", "75 % af 168", "40.000,00 kr.");
    }

    private static void expect(Map<List<Object>, Yearly> known, KeyFigure figure, int year, long value, long outOf) {
        Yearly found = Objects.requireNonNull(known.get(List.of(figure, year)), figure + " " + year);
        Assertions.assertThat(List.of(found.value(), found.outOf()))
                .as(figure + " " + year)
                .isEqualTo(List.of(value, outOf));
    }

    /** However many years lie behind: no statement more, and nothing of the engine's history. */
    @Test
    void tenYearsCostNoStatementMore() {
        String young = years.cluster(1);
        String old = years.cluster(10);

        List<String> first = statements(young);
        List<String> tenth = statements(old);

        assertThat(tenth).hasSameSizeAs(first).hasSizeLessThanOrEqualTo(STATEMENTS);
        assertThat(tenth).noneMatch(sql -> sql.toUpperCase(Locale.ROOT).contains("ACT_HI_"));
    }

    private List<String> statements(String cluster) {
        Browser browser = Browser.loggedIn(port, cluster + "-koordinator", cluster + "-koordinator");
        String path = "/noegletal/" + cluster;
        assertThat(browser.get(path).statusCode()).isEqualTo(200);
        return CountedSql.during(() -> assertThat(browser.get(path).body()).contains("Klyngens tal")).stream()
                .filter(sql -> sql.contains("klyngeflow."))
                // her name in the head, asked once in ten seconds
                .filter(sql -> !sql.contains("from klyngeflow.person where person_id = "))
                .toList();
    }

    @Test
    void whatIsOverdueIsCountedByDutyAndACaseWithoutRowsStandsWhereItsTaskIs() {
        clusters.open();
        String key = "noegletal-" + java.util.UUID.randomUUID();
        cases.start("access-probe", TwoClusters.ONE, key, Map.of());
        var task = tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult();
        task.setDueDate(java.util.Date.from(clock.instant()));
        tasks.saveTask(task);
        clock.advance(Duration.ofDays(3));

        String page = text(Browser.loggedIn(port, "one-secretary", "one-secretary")
                .get("/noegletal/one")
                .body());

        assertThat(page).containsPattern("Kontroll[a-zæøå ]+ \\d+ 07.09.2026").contains("Opgave ");
        tasks.setVariable(task.getId(), "done", true);
        tasks.complete(task.getId());
    }

    @ParameterizedTest
    @CsvSource({"koordinator,200", "sekretaer,200", "formand,200", "revisor,403", "m5,403"})
    void staffSeeTheirOwnClusterAndNobodyElseIts(String who, int status) {
        String cluster = years.cluster(1);
        clusters.open();
        Browser browser = Browser.loggedIn(port, cluster + "-" + who, cluster + "-" + who);
        for (String file : List.of("", "/sager.csv", "/aar.csv")) {
            assertThat(browser.get("/noegletal/" + cluster + file).statusCode())
                    .as(file)
                    .isEqualTo(status);
            assertThat(browser.get("/noegletal/one" + file).statusCode())
                    .as(file)
                    .isEqualTo(404);
            assertThat(browser.get("/noegletal/none" + file).statusCode())
                    .as(file)
                    .isEqualTo(404);
        }
        assertThat(browser.get("/noegletal").statusCode()).isEqualTo(403);
        assertThat(browser.get("/noegletal.csv").statusCode()).isEqualTo(403);
    }

    @Test
    void theAdministratorSeesAllClustersWithoutWhoAnswersAndComes() {
        String cluster = years.cluster(2);
        Browser admin = Browser.loggedIn(port, "admin", "admin");

        String page = text(admin.get("/noegletal").body());

        assertThat(page)
                .contains("Klyngen " + cluster
                        + " 4 20.07.2026 0 0 0 6 (6) 20,0 dage (20,0 dage) 40 (40) 12,5 dage (12,5 dage)")
                .doesNotContain("Fremmøde", "Svar på indkaldelser", "Svar om datoer");
        assertThat(figures.across(2025).years())
                .noneMatch(yearly -> yearly.figure().staysInside())
                .anyMatch(yearly -> yearly.clusterId().equals(Yearly.ALL) && yearly.figure() == KeyFigure.DAYS_TO_PAID);
        assertThat(admin.get("/noegletal/" + cluster).statusCode()).isEqualTo(200);
        assertThat(admin.get("/noegletal.csv").body())
                .contains("\"Klyngen " + cluster + "\";2026;4;0;0;0;6;20,00;40;12,50;40000,00;50000,00");
    }

    /** A year that is over is as it was kept last night, this year as it is now; both as they would be reckoned. */
    @Test
    void theYearsThatAreOverAreKeptAtNight() {
        years.cluster(3);
        kept.keep();
        List<Yearly> asKept = kept.all();
        assertThat(asKept).as("as reckoned").containsExactlyInAnyOrderElementsOf(reckoned());

        years.cluster(3);

        assertThat(kept.all())
                .filteredOn(each -> each.year() < 2026)
                .containsExactlyInAnyOrderElementsOf(
                        asKept.stream().filter(each -> each.year() < 2026).toList());
        assertThat(kept.all())
                .filteredOn(each -> each.year() == 2026)
                .isNotEmpty()
                .noneMatch(asKept::contains);
        kept.keep();
        assertThat(kept.all()).containsExactlyInAnyOrderElementsOf(reckoned());
        jdbc.update("delete from klyngeflow.kept_year where year = 2025");
        assertThat(kept.all()).as("a year that has not been kept").containsExactlyInAnyOrderElementsOf(reckoned());
        jdbc.update("delete from klyngeflow.kept_year");
        assertThat(kept.all()).containsExactlyInAnyOrderElementsOf(reckoned());
    }

    private List<Yearly> reckoned() {
        return rooms.orderedStream().flatMap(room -> room.together(0).stream()).toList();
    }

    @Test
    void whatIsTakenHomeHasInertCellsAndDecimalCommas() {
        String cluster = years.cluster(1);
        Browser board = Browser.loggedIn(port, cluster + "-formand", cluster + "-formand");

        String stand = board.get("/noegletal/" + cluster + "/sager.csv").body();
        String year = board.get("/noegletal/" + cluster + "/aar.csv").body();

        assertThat(stand).contains("\uFEFF\"Slags\";\"Sag\";\"Hvor den står\";\"Siden\"");
        assertThat(stand).contains("\"Møde\";\"2026-07: =HYPERLINK(\"\"http://x\"\")\";\"Planlægges\"");
        assertThat(Pattern.compile("(?m)(^|;)\"?[=+@-]").matcher(stand).find()).isFalse();
        assertThat(year)
                .contains("2026;\"Fra regning til betaling\";12,50;\"dage, medianen\";40")
                .contains("2026;\"Fremmøde\";51,72;\"procent\";174")
                .contains("2026;\"Udgifter\";40000,00;\"kr.\";\r\n");
    }

    @Test
    void itsPicturesSayWhatTheyShow() {
        String page = page(years.cluster(2), "koordinator");

        assertThat(page).contains("<title id=\"dage-t\">Hvor mange dage det tager</title>");
        assertThat(page)
                .contains("2025: Fra regning til betaling 12,5 dage, Fra datoer til indkaldelse 20,0 dage; 2026:")
                .contains(
                        "<desc id=\"svar-d\">",
                        "<desc id=\"penge-d\">2025: Udgifter 40.000,00\u00a0kr., Budget for udgifter 50.000,00\u00a0kr.");
    }

    private String page(String cluster, String who) {
        return Browser.loggedIn(port, cluster + "-" + who, cluster + "-" + who)
                .get("/noegletal/" + cluster)
                .body();
    }

    private static String text(String page) {
        return page.replaceAll("(?s)<svg.*?</svg>", " ")
                .replaceAll("<[^>]*>", " ")
                .replace("&quot;", "\"")
                .replace('\u00a0', ' ')
                .replaceAll("\\s+", " ");
    }
}
