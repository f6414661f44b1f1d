package dk.klyngeflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.security.Refused;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KlyngeflowTest
class BudgetsTest {

    @Autowired
    Budgets budgets;

    @Autowired
    Ledger ledger;

    @Autowired
    ChartOfAccounts chart;

    @Autowired
    AccountingYears years;

    @Autowired
    YearClosing closing;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    String cluster = "";

    @BeforeEach
    void openCluster() {
        clock.reset();
        cluster = TestClusters.open(jdbc, chart);
    }

    @Test
    void whatIsTakenBackFromAClosedYearMakesThisYearsBudgetNoFreer() {
        budgets.set(cluster, "2200", 2026, 40_000_00, "kasserer");
        post("2200", 27_600_00, "this year");
        Voucher lastYears = ledger.post(new Posting(
                cluster,
                LocalDate.of(2025, 11, 3),
                "Sidste år",
                "last year",
                null,
                "sekretaer",
                List.of(Line.debit("2200", 20_000_00), Line.credit(ChartOfAccounts.CREDITORS, 20_000_00))));
        closing.lock(cluster, 2025, "revisor", "Afstemt på papir");
        closing.close(cluster, 2025, "revisor");

        Voucher reversal = ledger.reverse(cluster, lastYears.id(), "Skulle ikke betales", "sekretaer");

        assertThat(reversal.year()).isEqualTo(2026);
        assertThat(budgets.left(cluster, "2200", 2026).left()).isEqualTo(12_400_00);
        assertThat(budgets.left(cluster, "2200", 2025).spent()).isEqualTo(20_000_00);
        assertThat(budgets.year(cluster, 2026)).anyMatch(left -> left.left() == 12_400_00);
    }

    @Test
    void whatIsTakenBackInItsOwnYearIsFreeAgain() {
        budgets.set(cluster, "2200", 2026, 40_000_00, "kasserer");
        Voucher voucher = post("2200", 27_600_00, "this year");

        ledger.reverse(cluster, voucher.id(), "Forkert", "sekretaer");

        assertThat(budgets.left(cluster, "2200", 2026).left()).isEqualTo(40_000_00);
    }

    @Test
    void saysWhatIsLeft() {
        budgets.set(cluster, "2200", 2026, 40_000_00, "kasserer");
        post("2200", 27_600_00, "a");
        BudgetLeft left = budgets.left(cluster, "2200", 2026);
        assertThat(left.left()).isEqualTo(12_400_00);
        assertThat(left.percentUsed()).isEqualTo(69);
        assertThat(left.label().replace('\u00a0', ' '))
                .isEqualTo("2200 Forplejning: 12.400,00 kr. tilbage af 40.000,00 kr. (69 % brugt)");
        BudgetLeft committed = budgets.left(cluster, "2200", 2026, 13_000_00);
        assertThat(committed.isOverspent()).isTrue();
        assertThat(committed.barPercent()).isEqualTo(100);
        assertThat(committed.label().replace('\u00a0', ' '))
                .isEqualTo("2200 Forplejning: 600,00 kr. over budgettet på 40.000,00 kr. (102 % brugt)");
    }

    @Test
    void countsTheYearOnlyAndTheNewestFigure() {
        budgets.set(cluster, "2200", 2026, 1_00, "kasserer");
        budgets.set(cluster, "2200", 2026, 500_00, "kasserer");
        budgets.set(cluster, "2200", 2027, 700_00, "kasserer");
        post("2200", 100_00, "a");
        assertThat(budgets.left(cluster, "2200", 2026).left()).isEqualTo(400_00);
        assertThat(budgets.left(cluster, "2200", 2027).left()).isEqualTo(700_00);
    }

    @Test
    void takesIncomeAsPositive() {
        budgets.set(cluster, "1100", 2026, 175_000_00, "kasserer");
        ledger.post(new Posting(
                cluster,
                LocalDate.of(2026, 2, 1),
                "Klyngemidler",
                "i",
                null,
                "kasserer",
                List.of(Line.debit(ChartOfAccounts.PLO, 87_500_00), Line.credit("1100", 87_500_00))));
        BudgetLeft left = budgets.left(cluster, "1100", 2026);
        assertThat(left.spent()).isEqualTo(87_500_00);
        assertThat(left.percentUsed()).isEqualTo(50);
    }

    @Test
    void showsAccountsWithoutABudgetToo() {
        budgets.set(cluster, "2100", 2026, 10_00, "kasserer");
        post("2200", 100_00, "a");
        assertThat(budgets.year(cluster, 2026))
                .extracting(left -> left.account().number())
                .containsExactly("2100", "2200");
        BudgetLeft without = budgets.left(cluster, "2200", 2026);
        assertThat(without.hasBudget()).isFalse();
        assertThat(without.isOverspent()).isFalse();
        assertThat(without.percentUsed()).isZero();
        assertThat(without.label()).contains("intet budget i 2026");
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> budgets.set(cluster, "2200", 2026, -1, "x")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> budgets.set(cluster, "5800", 2026, 1, "x")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> budgets.set("another", "2200", 2026, 1, "x")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> budgets.left(cluster, "0000", 2026)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> budgets.left("another", "2200", 2026)).isInstanceOf(Refused.class);
    }

    @Test
    void keepsTheClustersOwnGuidance() {
        chart.guide(cluster, "2200", "Højst 150 kr. pr. person, vedtaget 3. marts.", "kasserer");
        chart.open(cluster);
        assertThat(chart.find(cluster, "2200").orElseThrow().guidance()).contains("Højst 150 kr.");
        assertThat(chart.expenses(cluster))
                .allSatisfy(account -> assertThat(account.guidance()).isNotEmpty());
        assertThatThrownBy(() -> chart.guide("another", "2200", "x", "kasserer"))
                .isInstanceOf(Refused.class);
    }

    private Voucher post(String account, long oere, String source) {
        return ledger.post(new Posting(
                cluster,
                LocalDate.of(2026, 3, 1),
                "Mad",
                source,
                null,
                "sekretaer",
                List.of(Line.debit(account, oere), Line.credit(ChartOfAccounts.CREDITORS, oere))));
    }
}
