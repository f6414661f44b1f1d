package dk.klyngeflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.security.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@KlyngeflowTest
class LedgerTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 7);

    @Autowired
    Ledger ledger;

    @Autowired
    ChartOfAccounts chart;

    @Autowired
    AccountingYears years;

    @Autowired
    YearClosing closing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TestClock clock;

    String cluster = "";

    @BeforeEach
    void openCluster() {
        clock.reset();
        cluster = TestClusters.open(jdbc, chart);
    }

    @Test
    void numbersVouchersFromOneInEachYearAndCluster() {
        assertThat(post("a", 100_00).label()).isEqualTo("2026-1");
        assertThat(post("b", 200_00).label()).isEqualTo("2026-2");
        assertThat(ledger.post(posting("c", LocalDate.of(2025, 12, 31), 1)).label())
                .isEqualTo("2025-1");
        String other = TestClusters.open(jdbc, chart);
        assertThat(ledger.post(new Posting(other, DAY, "Kaffe", "a", null, "sekretaer", lines(5)))
                        .label())
                .isEqualTo("2026-1");
    }

    @Test
    void readsBackWhatWasPosted() {
        Voucher posted = ledger.post(new Posting(
                cluster,
                DAY,
                "Smørrebrød æøå",
                "invoice:1",
                "document-1",
                "sekretaer",
                List.of(
                        new Line("2200", 800_00, 0, "Maden"),
                        Line.debit("2100", 200_00),
                        Line.credit(ChartOfAccounts.CREDITORS, 1000_00))));
        Voucher found = ledger.find(cluster, posted.id()).orElseThrow();
        assertThat(found).isEqualTo(posted);
        assertThat(found.amount()).isEqualTo(1000_00);
        assertThat(found.postedAt()).isEqualTo(TestClock.START);
        assertThat(ledger.findBySource(cluster, "invoice:1")).contains(found);
        assertThat(ledger.vouchers(cluster, 2026)).containsExactly(found);
        assertThat(ledger.balances(cluster, DAY))
                .containsOnly(entry("2100", 200_00), entry("2200", 800_00), entry("6800", -1000_00));
        assertThat(ledger.balances(cluster, DAY.minusDays(1))).isEmpty();
    }

    @Test
    void postsOneSourceOnlyOnce() {
        Voucher first = post("invoice:1", 100_00);
        assertThat(ledger.post(posting("invoice:1", DAY.plusDays(3), 100_00))).isEqualTo(first);
        assertThat(ledger.vouchers(cluster, 2026)).hasSize(1);
        assertThatThrownBy(() -> post("invoice:1", 100_01))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("other amounts");
    }

    @Test
    void reversesInsteadOfChanging() {
        Voucher first = post("invoice:1", 100_00);
        clock.set(Instant.parse("2026-10-01T08:00:00Z"));
        Voucher reversal = ledger.reverse(cluster, first.id(), "Bogført på forkert konto", "kasserer");
        assertThat(reversal.label()).isEqualTo("2026-2");
        assertThat(reversal.date()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(reversal.text()).isEqualTo("Tilbageførsel af bilag 2026-1: Bogført på forkert konto");
        assertThat(reversal.reverses()).isEqualTo(first.id());
        assertThat(ledger.find(cluster, first.id()).orElseThrow().reversedBy()).isEqualTo(reversal.id());
        assertThat(ledger.balances(cluster, LocalDate.of(2026, 12, 31)).values())
                .containsOnly(0L);
        assertThat(ledger.reverse(cluster, first.id(), "igen", "kasserer")).isEqualTo(reversal);
        assertThatThrownBy(() -> ledger.reverse(cluster, reversal.id(), "nej", "kasserer"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("selv en tilbageførsel");
    }

    @Test
    void knowsNothingOfOtherClusters() {
        Voucher voucher = post("a", 100_00);
        String other = TestClusters.open(jdbc, chart);
        assertThat(ledger.find(other, voucher.id())).isEmpty();
        assertThat(ledger.findBySource(other, "a")).isEmpty();
        assertThat(ledger.vouchers(other, 2026)).isEmpty();
        assertThatThrownBy(() -> ledger.reverse(other, voucher.id(), "x", "y"))
                .isInstanceOf(Refused.class)
                .extracting("status")
                .isEqualTo(404);
    }

    @Test
    void refusesWhatDoesNotBalanceAndUnknownAccounts() {
        assertThatThrownBy(() -> ledger.post(new Posting(
                        cluster,
                        DAY,
                        "x",
                        "x",
                        null,
                        "s",
                        List.of(Line.debit("2200", 100), Line.credit(ChartOfAccounts.CREDITORS, 99)))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("ikke ens");
        assertThatThrownBy(() -> ledger.post(new Posting(cluster, DAY, "x", "x", null, "s", List.of())))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> ledger.post(new Posting(
                        cluster, DAY, "x", "x", null, "s", List.of(Line.debit("9999", 1), Line.credit("6800", 1)))))
                .isInstanceOf(Refused.class)
                .hasMessage("Konto 9999 findes ikke i klyngens kontoplan.");
        assertThatThrownBy(() -> new Line("2200", 0, 0, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Line("2200", 5, 5, null)).isInstanceOf(IllegalArgumentException.class);
        assertThat(post("ok", 1).number()).isEqualTo(1);
    }

    @Test
    void takesCreditNotesAsSignedLines() {
        Voucher voucher = ledger.post(new Posting(
                cluster,
                DAY,
                "Kreditnota",
                "k",
                null,
                "s",
                List.of(Line.signed("2200", -50_00), Line.signed(ChartOfAccounts.CREDITORS, 50_00))));
        assertThat(voucher.lines()).containsExactly(Line.credit("2200", 50_00), Line.debit("6800", 50_00));
    }

    @Test
    void refusesAClosedYearAndThoseBeforeIt() {
        ledger.post(posting("a", LocalDate.of(2025, 5, 1), 100));
        closing.lock(cluster, 2025, "revisor", "Afstemt på papir");
        closing.close(cluster, 2025, "revisor");
        closing.close(cluster, 2025, "revisor");
        assertThat(years.isClosed(cluster, 2025)).isTrue();
        assertThat(years.isClosed(cluster, 2024)).isTrue();
        assertThat(years.isClosed(cluster, 2026)).isFalse();
        assertThatThrownBy(() -> ledger.post(posting("b", LocalDate.of(2025, 12, 31), 100)))
                .isInstanceOf(Refused.class)
                .hasMessage("Regnskabsåret 2025 er lukket. Bogfør i et åbent år.");
        assertThatThrownBy(() -> ledger.post(posting("b", LocalDate.of(2024, 12, 31), 100)))
                .isInstanceOf(Refused.class);
        assertThat(years.postingDate(cluster, LocalDate.of(2025, 12, 31))).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(years.postingDate(cluster, DAY)).isEqualTo(DAY);
        assertThat(years.known(cluster).years()).containsExactly(2026, 2025);
        assertThat(ledger.post(posting("a", LocalDate.of(2025, 5, 1), 100)).label())
                .as("what was posted is still found by its source")
                .isEqualTo("2025-1");
        assertThatThrownBy(() -> closing.close(cluster, 2026, "revisor"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("ikke slut");
    }

    @Test
    void leavesNoGapWhenATransactionIsRolledBack() {
        post("a", 100);
        transactions.executeWithoutResult(status -> {
            post("b", 100);
            status.setRollbackOnly();
        });
        assertThat(post("c", 100).number()).isEqualTo(2);
    }

    private Voucher post(String source, long oere) {
        return ledger.post(posting(source, DAY, oere));
    }

    private Posting posting(String source, LocalDate day, long oere) {
        return new Posting(cluster, day, "Kaffe og kage", source, null, "sekretaer", lines(oere));
    }

    private static List<Line> lines(long oere) {
        return List.of(Line.debit("2200", oere), Line.credit(ChartOfAccounts.CREDITORS, oere));
    }

    private static java.util.Map.Entry<String, Long> entry(String account, long oere) {
        return java.util.Map.entry(account, oere);
    }
}
