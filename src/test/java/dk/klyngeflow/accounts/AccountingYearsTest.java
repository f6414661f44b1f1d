package dk.klyngeflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.security.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** OPEN → LOCKED → CLOSED, and what the database itself refuses. */
@KlyngeflowTest
class AccountingYearsTest {

    @Autowired
    Ledger ledger;

    @Autowired
    ChartOfAccounts chart;

    @Autowired
    AccountingYears years;

    @Autowired
    YearClosing closing;

    @Autowired
    YearApprovals approvals;

    @Autowired
    YearFigures figures;

    @Autowired
    YearSnapshots snapshots;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    String cluster = "";

    @BeforeEach
    void openCluster() {
        clock.reset();
        cluster = TestClusters.open(jdbc, chart);
    }

    /** Case A11. */
    @Test
    void inALockedYearOnlyAReasonPostsAndItMakesANewDraft() {
        in(2027);
        Voucher first = post("a", 2026, 100);
        closing.lock(cluster, 2026, "kasserer", "Afstemt på papir");
        approvals.approve(cluster, 2026, 1, "formand");
        approvals.approve(cluster, 2026, 1, "revisor");
        assertThat(approvals.valid(cluster, 2026)).containsExactly("formand", "revisor");

        assertThatThrownBy(() -> post("b", 2026, 100))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("låst");
        Voucher late = ledger.postLate(posting("b", LocalDate.of(2026, 12, 15), 100), "Glemt kvittering");

        assertThat(late.number()).isEqualTo(first.number() + 1);
        assertThat(years.draft(cluster, 2026)).isEqualTo(2);
        assertThat(approvals.valid(cluster, 2026)).isEmpty();
        assertThatThrownBy(() -> approvals.approve(cluster, 2026, 1, "formand")).hasMessageContaining("ændret");
        approvals.approve(cluster, 2026, 2, "formand");
        assertThat(approvals.valid(cluster, 2026)).containsExactly("formand");
        Voucher reversal = ledger.reverseLate(cluster, first.id(), "Forkert", "kasserer");
        assertThat(reversal.date()).isEqualTo("2026-12-31");
        Voucher byAProcess = ledger.reverse(cluster, late.id(), "Ikke betalt", "system");
        assertThat(byAProcess.date().getYear()).isEqualTo(2027);
        assertThat(byAProcess.text()).contains("vedr. bilag " + late.label());
        assertThat(years.postingDate(cluster, LocalDate.of(2026, 12, 30))).isEqualTo("2027-01-01");
    }

    /** Case A13. */
    @Test
    void aClosedYearStaysAsItWas() {
        in(2027);
        Voucher voucher = post("a", 2026, 100);
        closing.lock(cluster, 2026, "kasserer", "Afstemt på papir");
        closing.close(cluster, 2026, "dirigent");
        String hash = snapshots.hashOf(cluster, 2026).orElseThrow();
        YearFigures.Figures before = figures.of(cluster, 2026);

        Voucher reversal = ledger.reverse(cluster, voucher.id(), "Forkert", "kasserer");

        assertThat(reversal.year()).isEqualTo(2027);
        assertThat(reversal.text()).contains("vedr. bilag 2026-1");
        assertThat(figures.of(cluster, 2026)).isEqualTo(before);
        assertThat(snapshots.differing()).noneMatch(each -> each.clusterId().equals(cluster));
        assertThat(snapshots.hashOf(cluster, 2026)).contains(hash);
        assertThatThrownBy(() -> ledger.postLate(posting("c", LocalDate.of(2026, 12, 31), 1), "Sent"))
                .hasMessageContaining("lukket");
    }

    /** Case A14. */
    @Test
    void yearsCloseInOrderWhenTheyAreOverAndOnce() throws InterruptedException {
        in(2027);
        post("a", 2025, 100);
        post("b", 2026, 100);
        assertThatThrownBy(() -> closing.lock(cluster, 2027, "x", "Afstemt på papir"))
                .hasMessageContaining("ikke slut");
        assertThatThrownBy(() -> closing.close(cluster, 2026, "x")).hasMessageContaining("ikke låst");
        assertThatThrownBy(() -> closing.lock(cluster, 2026, "x", "Afstemt på papir"))
                .as("also by the button of the bank's page")
                .hasMessageContaining("2025 er ikke låst");
        closing.lock(cluster, 2025, "x", "Afstemt på papir");
        closing.lock(cluster, 2026, "x", "Afstemt på papir");
        assertThatThrownBy(() -> closing.close(cluster, 2026, "x")).hasMessageContaining("2025 er ikke lukket");
        closing.close(cluster, 2025, "x");
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> two = List.of(closer("en", start), closer("to", start));
        two.forEach(Thread::start);
        start.countDown();
        for (Thread each : two) {
            each.join();
        }
        assertThat(years.state(cluster, 2026)).isEqualTo(YearState.CLOSED);
        assertThat(jdbc.sql("select count(*) from klyngeflow.year_snapshot where cluster_id = :c and year = 2026")
                        .param("c", cluster)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private Thread closer(String by, CountDownLatch start) {
        return new Thread(() -> {
            try {
                start.await();
                closing.close(cluster, 2026, by);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Whoever writes. */
    @Test
    void theDatabaseRefusesWhatTheRulesRefuse() {
        in(2027);
        post("a", 2025, 100);
        post("b", 2026, 100);
        refused(
                "update klyngeflow.accounting_year set closed_by = 'x', closed_at = '2027-02-01' where year = 2026",
                "not locked");
        sql(
                "update klyngeflow.accounting_year set locked_by = 'x', locked_at = '2027-02-01', draft = 1 where year = 2026");
        refused(
                "update klyngeflow.accounting_year set closed_by = 'x', closed_at = '2027-02-01' where year = 2026",
                "before");
        refused(
                "update klyngeflow.accounting_year set closed_by = 'x', closed_at = '2026-12-31' where year = 2026",
                "not over");
        refused("update klyngeflow.accounting_year set locked_by = null, locked_at = null where year = 2026", "locked");
        refused("update klyngeflow.accounting_year set draft = 0 where year = 2026", "locked");
        refused(
                "insert into klyngeflow.accounting_year (year, cluster_id, closed_by, closed_at) select 2024, cluster_id, 'x', '2027-02-01' from klyngeflow.accounting_year where year = 2026",
                "not locked");
        refused(
                "insert into klyngeflow.voucher (voucher_id, year, day, text, source_key, posted_by, posted_at, cluster_id)"
                        + " select 'late-" + cluster
                        + "', 2026, '2026-12-15', 't', 'late', 'x', now(), cluster_id from klyngeflow.accounting_year where year = 2026",
                "locked");
    }

    /** Case A20. */
    @Test
    void aDeficitAndAnOverdraftAreShownAsTheyAre() {
        ledger.post(new Posting(
                cluster,
                LocalDate.of(2025, 12, 31),
                "Primo",
                "o",
                null,
                "s",
                List.of(Line.debit("5800", 848001), Line.credit("7100", 848001))));
        ledger.post(new Posting(
                cluster,
                LocalDate.of(2026, 3, 1),
                "Mad",
                "m",
                null,
                "s",
                List.of(Line.debit("2200", 1488518), Line.credit("5800", 1488518))));
        ledger.post(new Posting(
                cluster,
                LocalDate.of(2026, 3, 2),
                "Regning",
                "r",
                null,
                "s",
                List.of(Line.debit("2100", 1072020), Line.credit("6800", 1072020))));

        YearFigures.Figures year = figures.of(cluster, 2026);

        assertThat(year.result()).isEqualTo(-2560538);
        assertThat(year.resultTitle()).isEqualTo("Underskud");
        assertThat(year.debts()).isEqualTo(Map.of("5800", 640517L, "6800", 1072020L));
        assertThat(year.equityEnd()).isEqualTo(-1712537);
        assertThat(year.assetsTotal()).isEqualTo(year.liabilitiesTotal()).isZero();
    }

    /** Case A18. */
    @Test
    void ratesAreReckonedToTheOere() {
        assertThat(Money.times(365, 31_117, 1)).isEqualTo(11357705);
        assertThat(Money.times(107202, 12 * 60, 60)).isEqualTo(1286424);
        assertThat(Money.times(107202, 30, 60)).isEqualTo(53601);
        assertThat(Money.times(107202, 20, 60)).isEqualTo(35734);
    }

    /** Two years one after the other, with figures carried over. */
    @Test
    void figuresAreCarriedOverWithoutAVoucher() {
        in(2028);
        ledger.post(new Posting(
                cluster,
                LocalDate.of(2026, 3, 1),
                "Penge",
                "p",
                null,
                "s",
                List.of(Line.debit("5800", 5000), Line.credit("1100", 5000))));
        post("a", 2026, 100);
        post("b", 2027, 300);
        for (int year : List.of(2026, 2027)) {
            int vouchers = ledger.vouchers(cluster, year).size();
            closing.lock(cluster, year, "x", "Afstemt på papir");
            closing.close(cluster, year, "x");
            assertThat(ledger.vouchers(cluster, year)).hasSize(vouchers);
        }
        assertThat(figures.of(cluster, 2027).equityStart()).isEqualTo(4900);
        assertThat(figures.of(cluster, 2027).equityEnd()).isEqualTo(4600);
        assertThat(figures.opening(cluster, 2028))
                .containsEntry("7200", -4600L)
                .containsEntry("5800", 5000L)
                .containsEntry("6800", -400L);
    }

    private void in(int year) {
        clock.set(Instant.parse(year + "-02-01T10:00:00Z"));
    }

    private void sql(String statement) {
        jdbc.sql(statement + " and cluster_id = :cluster")
                .param("cluster", cluster)
                .update();
    }

    private void refused(String statement, String why) {
        assertThatThrownBy(() -> sql(statement)).as(statement).hasStackTraceContaining(why);
    }

    private Voucher post(String source, int year, long oere) {
        return ledger.post(posting(source, LocalDate.of(year, 5, 1), oere));
    }

    private Posting posting(String source, LocalDate day, long oere) {
        return new Posting(
                cluster,
                day,
                "Mad",
                source,
                null,
                "s",
                List.of(Line.debit("2200", oere), Line.credit(ChartOfAccounts.CREDITORS, oere)));
    }
}
