package dk.klyngeflow.year;

import dk.klyngeflow.accounts.BudgetLeft;
import dk.klyngeflow.accounts.Budgets;
import dk.klyngeflow.accounts.PatientRate;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.Practices;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proposes the budget of a year: the rate times the patients, and what was spent last year on the meetings and the office. */
@Component
class BudgetProposals {

    /** What the board decides on; the other accounts are on the page of the budget. */
    enum Line {
        GRANTS(PatientRate.ACCOUNT),
        ROOMS("2100"),
        CATERING("2200"),
        SPEAKERS("2300"),
        COORDINATOR_FEE("3100"),
        HELP("3400");

        private final String account;

        Line(String account) {
            this.account = account;
        }
    }

    private final Practices practices;
    private final Budgets budgets;
    private final ClusterSettings settings;
    private final YearPlan plan;
    private final CopenhagenTime time;

    BudgetProposals(
            Practices practices, Budgets budgets, ClusterSettings settings, YearPlan plan, CopenhagenTime time) {
        this.practices = practices;
        this.budgets = budgets;
        this.settings = settings;
        this.plan = plan;
        this.time = time;
    }

    /** One account beside last year's. */
    record Row(String account, String lastYear, String proposed) {}

    /** Amounts in øre. @param why how the income is reckoned @param warning empty when every practice has told its patients */
    record Proposal(
            long grants,
            long rooms,
            long catering,
            long speakers,
            long coordinatorFee,
            long help,
            String why,
            Notes notes) {}

    record Notes(String warning, String result, List<Row> rows) {}

    Proposal of(String clusterId, int year) {
        long rate = settings.get(clusterId, PatientRate.PER_PATIENT, LocalDate.of(year, 1, 1));
        Practices.Patients patients = practices.patients(clusterId);
        long grants = rate * patients.patients();
        List<BudgetLeft> last = budgets.year(clusterId, year - 1);
        long rooms = spent(last, Line.ROOMS);
        long catering = spent(last, Line.CATERING);
        long speakers = spent(last, Line.SPEAKERS);
        long fee = spent(last, Line.COORDINATOR_FEE);
        long help = spent(last, Line.HELP);
        long result = grants - rooms - catering - speakers - fee - help;
        return new Proposal(
                grants,
                rooms,
                catering,
                speakers,
                fee,
                help,
                Money.kroner(rate) + " × " + patients.inWords() + " = " + Money.kroner(grants),
                new Notes(
                        patients.unknown() == 0
                                ? ""
                                : patients.unknown() + " af " + patients.practices()
                                        + " praksis har ikke oplyst antal patienter; de tæller som 0.",
                        (result < 0 ? "Underskud " : "Overskud ") + Money.kroner(Math.abs(result)),
                        last.stream()
                                .map(left ->
                                        new Row(left.account().label(), Money.kroner(left.spent()), budgeted(left)))
                                .toList()));
    }

    private static String budgeted(BudgetLeft left) {
        return left.hasBudget() ? Money.kroner(left.budget()) : "intet budget";
    }

    private static long spent(List<BudgetLeft> year, Line line) {
        return year.stream()
                .filter(left -> left.account().number().equals(line.account))
                .mapToLong(left -> Math.max(0, left.spent()))
                .sum();
    }

    /** From now on the accounts go by it; the assembly approves it afterwards. */
    @Transactional
    public void approve(String clusterId, int year, String itemId, Map<Line, @Nullable Long> decided, String by) {
        decided.forEach((line, oere) -> {
            if (oere != null) {
                budgets.set(clusterId, line.account, year, oere, by);
            }
        });
        plan.done(plan.get(clusterId, year, itemId), time.today(), by);
    }
}
