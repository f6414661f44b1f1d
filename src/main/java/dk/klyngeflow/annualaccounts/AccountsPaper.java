package dk.klyngeflow.annualaccounts;

import dk.klyngeflow.accounts.Account;
import dk.klyngeflow.accounts.AccountingYears;
import dk.klyngeflow.accounts.BudgetLeft;
import dk.klyngeflow.accounts.Budgets;
import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.accounts.YearFigures;
import dk.klyngeflow.accounts.YearSnapshots;
import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.documents.Spreadsheets;
import dk.klyngeflow.documents.Spreadsheets.Oere;
import dk.klyngeflow.documents.Spreadsheets.Sheet;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.members.Clusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The annual accounts as a paper and as tables: last year's figures are those of its snapshot, and totals come from øre. */
@Component
class AccountsPaper {

    private final YearFigures figures;
    private final YearSnapshots snapshots;
    private final Budgets budgets;
    private final ChartOfAccounts chart;
    private final AccountingYears years;
    private final AnnualNotes notes;
    private final Clusters clusters;
    private final PdfMaker pdfMaker;
    private final Spreadsheets spreadsheets;
    private final CopenhagenTime time;

    AccountsPaper(
            YearFigures figures,
            YearSnapshots snapshots,
            Budgets budgets,
            ChartOfAccounts chart,
            AccountingYears years,
            AnnualNotes notes,
            Clusters clusters,
            PdfMaker pdfMaker,
            Spreadsheets spreadsheets,
            CopenhagenTime time) {
        this.figures = figures;
        this.snapshots = snapshots;
        this.budgets = budgets;
        this.chart = chart;
        this.years = years;
        this.notes = notes;
        this.clusters = clusters;
        this.pdfMaker = pdfMaker;
        this.spreadsheets = spreadsheets;
        this.time = time;
    }

    /** @param budget null when none was set @param before null when there is no closed year before */
    record Line(
            String account,
            long oere,
            @Nullable Long budget,
            @Nullable Long before,
            boolean isTotal) {

        public String actualText() {
            return Money.format(oere);
        }

        public String budgetText() {
            return budget == null ? "" : Money.format(budget);
        }

        public String beforeText() {
            return before == null ? "" : Money.format(before);
        }
    }

    /** As it is printed. */
    record Paper(
            String cluster,
            int year,
            int version,
            String made,
            boolean hasBefore,
            List<Line> result,
            Balance balance,
            List<AnnualNotes.Note> notes) {}

    /** Both sides, which are equal. */
    record Balance(List<Line> assets, List<Line> debts) {}

    Paper paper(String clusterId, int year, int version) {
        YearFigures.Figures now = figures.of(clusterId, year);
        Optional<YearSnapshots.Frozen> before = snapshots.frozen(clusterId, year - 1);
        List<Line> result = result(clusterId, now, before);
        Long resultBefore = result.get(result.size() - 1).before();
        return new Paper(
                clusters.get(clusterId).name(),
                year,
                version,
                DanishTime.DAY.format(time.today()),
                before.isPresent(),
                result,
                new Balance(assets(clusterId, now, before), debts(clusterId, now, before, resultBefore)),
                notes.of(clusterId, year, before.isPresent()));
    }

    private List<Line> result(String clusterId, YearFigures.Figures now, Optional<YearSnapshots.Frozen> before) {
        Map<String, Long> planned = budgets.year(clusterId, now.year()).stream()
                .filter(BudgetLeft::hasBudget)
                .collect(Collectors.toMap(each -> each.account().number(), BudgetLeft::budget));
        List<Line> lines = new ArrayList<>();
        Line income = part(clusterId, Account.Kind.INCOME, "Indtægter i alt", now, before, planned, lines);
        Line expenses = part(clusterId, Account.Kind.EXPENSE, "Udgifter i alt", now, before, planned, lines);
        lines.add(new Line(
                "Årets resultat (" + now.resultTitle() + ")",
                now.result(),
                income.budget() == null && expenses.budget() == null
                        ? null
                        : orZero(income.budget()) - orZero(expenses.budget()),
                before.isEmpty() ? null : Long.valueOf(orZero(income.before()) - orZero(expenses.before())),
                true));
        return lines;
    }

    private static long orZero(@Nullable Long oere) {
        return oere == null ? 0 : oere;
    }

    /** Adds the accounts of one kind and their total, which is given back. */
    private Line part(
            String clusterId,
            Account.Kind kind,
            String title,
            YearFigures.Figures now,
            Optional<YearSnapshots.Frozen> before,
            Map<String, Long> planned,
            List<Line> lines) {
        int sign = kind == Account.Kind.EXPENSE ? 1 : -1;
        List<Line> part = new ArrayList<>();
        for (Account account : chart.accounts(clusterId)) {
            String number = account.number();
            Long then = before.map(YearSnapshots.Frozen::byAccount)
                    .map(each -> each.get(number))
                    .orElse(null);
            boolean hasFigures =
                    now.byAccount().getOrDefault(number, 0L) != 0 || planned.containsKey(number) || orZero(then) != 0;
            if (account.kind() == kind && hasFigures) {
                part.add(new Line(
                        account.label(),
                        sign * now.byAccount().getOrDefault(number, 0L),
                        planned.get(number),
                        before.isEmpty() ? null : Long.valueOf(sign * orZero(then)),
                        false));
            }
        }
        Line total =
                total(title, part, kind == Account.Kind.INCOME ? now.income() : now.expenses(), before.isPresent());
        lines.addAll(part);
        lines.add(total);
        return total;
    }

    private static Line total(String title, List<Line> part, long oere, boolean hasBefore) {
        return new Line(
                title,
                oere,
                part.stream().allMatch(line -> line.budget() == null)
                        ? null
                        : Long.valueOf(sum(part, line -> orZero(line.budget()))),
                hasBefore ? Long.valueOf(sum(part, line -> orZero(line.before()))) : null,
                true);
    }

    private static long sum(List<Line> part, Function<Line, Long> of) {
        return part.stream().mapToLong(of::apply).sum();
    }

    private List<Line> assets(String clusterId, YearFigures.Figures now, Optional<YearSnapshots.Frozen> before) {
        List<Line> lines = balance(clusterId, now.assets(), before.map(YearSnapshots.Frozen::assets), "");
        lines.add(new Line(
                "Aktiver i alt",
                now.assetsTotal(),
                null,
                before.map(each -> sum(each.assets())).orElse(null),
                true));
        return lines;
    }

    /** What the cluster owes, an overdraft among it, and its equity, negative when it owes more than it has. */
    private List<Line> debts(
            String clusterId,
            YearFigures.Figures now,
            Optional<YearSnapshots.Frozen> before,
            @Nullable Long resultBefore) {
        List<Line> lines = balance(clusterId, now.debts(), before.map(YearSnapshots.Frozen::debts), " (overtræk)");
        Long then = before.map(each -> sum(each.assets()) - sum(each.debts())).orElse(null);
        lines.add(new Line(
                "Egenkapital primo",
                now.equityStart(),
                null,
                then == null ? null : Long.valueOf(then - orZero(resultBefore)),
                false));
        lines.add(new Line("Årets resultat", now.result(), null, resultBefore, false));
        lines.add(new Line("Egenkapital ultimo", now.equityEnd(), null, then, true));
        lines.add(new Line(
                "Gæld og egenkapital i alt",
                now.liabilitiesTotal(),
                null,
                before.map(each -> sum(each.assets())).orElse(null),
                true));
        return lines;
    }

    private List<Line> balance(
            String clusterId, Map<String, Long> now, Optional<Map<String, Long>> before, String assetInDebt) {
        Map<String, Account> accounts = new TreeMap<>();
        chart.accounts(clusterId).forEach(account -> accounts.put(account.number(), account));
        TreeSet<String> numbers = new TreeSet<>(now.keySet());
        before.ifPresent(then -> numbers.addAll(then.keySet()));
        List<Line> lines = new ArrayList<>();
        for (String number : numbers) {
            Account account = accounts.get(number);
            String label = account == null ? number : account.label();
            boolean isOverdrawn = account != null && account.kind() == Account.Kind.ASSET;
            lines.add(new Line(
                    label + (isOverdrawn ? assetInDebt : ""),
                    now.getOrDefault(number, 0L),
                    null,
                    before.map(then -> then.getOrDefault(number, 0L)).orElse(null),
                    false));
        }
        return lines;
    }

    private static long sum(Map<String, Long> accounts) {
        return accounts.values().stream().mapToLong(Long::longValue).sum();
    }

    byte[] pdf(Paper paper) {
        return pdfMaker.pdf("annual-accounts", paper);
    }

    byte[] xlsx(Paper paper) {
        List<List<@Nullable Object>> said = new ArrayList<>();
        paper.notes().forEach(note -> note.lines().forEach(line -> said.add(Arrays.asList(note.title(), line))));
        return spreadsheets.xlsx(
                sheet("Resultat", paper.result()),
                sheet("Aktiver", paper.balance().assets()),
                sheet("Gæld og egenkapital", paper.balance().debts()),
                new Sheet("Noter", List.of("Note", "Tekst"), said));
    }

    private static Sheet sheet(String name, List<Line> lines) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        lines.forEach(line -> rows.add(Arrays.asList(
                line.account(),
                new Oere(line.oere()),
                line.budget() == null ? null : new Oere(line.budget()),
                line.before() == null ? null : new Oere(line.before()))));
        return new Sheet(name, List.of("Konto", "I år", "Budget", "Sidste år"), rows);
    }

    /** The newest draft of the ledger's. */
    int ledgerDraft(String clusterId, int year) {
        return years.draft(clusterId, year);
    }
}
