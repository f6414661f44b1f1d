package dk.klyngeflow.accounts;

import dk.klyngeflow.accounts.YearAtAGlance.Glance;
import dk.klyngeflow.accounts.YearAtAGlance.Outlook;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.pages.BarChart;
import dk.klyngeflow.pages.BarChart.Bar;
import dk.klyngeflow.pages.BarChart.Drawn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /regnskab/{cluster}}: the year at a glance, what is left of the budget, and the vouchers of a year. */
@Controller
class AccountsPage {

    private final BookYears books;
    private final YearAtAGlance glances;
    private final VoucherList list;
    private final CopenhagenTime time;

    AccountsPage(BookYears books, YearAtAGlance glances, VoucherList list, CopenhagenTime time) {
        this.books = books;
        this.glances = glances;
        this.list = list;
        this.time = time;
    }

    /** @param title Danish */
    record Group(String title, List<BudgetLine> lines) {}

    /** One account, or all of a kind; amounts as people read them, empty where there is nothing. */
    public record Line(
            String account,
            String budget,
            String booked,
            String committed,
            String toCome,
            String expected,
            String before,
            boolean isTotal) {}

    /** @param forecast empty for a year that is over or has not begun */
    public record Brief(
            String income,
            String expenses,
            String result,
            String bank,
            String plo,
            String forecast,
            String forecastResult,
            long meetings) {}

    /** @param svg empty when there is nothing to draw */
    public record Side(String title, String svg, List<Line> lines) {}

    @GetMapping("/regnskab/{cluster}")
    String show(@PathVariable String cluster, @RequestParam(required = false) @Nullable Integer year, Model model) {
        int shown = books.openToRead(cluster, year);
        Glance glance = glances.of(cluster, shown);
        VoucherList.Content content = list.content(cluster, shown);
        List<BudgetLine> lines = glance.accounts().stream()
                .map(Outlook::left)
                .filter(left -> left.hasBudget() || left.spent() != 0 || left.committed() != 0)
                .map(BudgetLine::new)
                .toList();
        boolean isRunning = shown == time.today().getYear();
        model.addAttribute("cluster", Map.of("id", cluster, "name", glance.clusterName()));
        model.addAttribute("year", shown);
        model.addAttribute("years", glance.years());
        model.addAttribute("closed", shown <= glance.lastClosed());
        model.addAttribute("running", isRunning);
        model.addAttribute("brief", brief(glance, isRunning));
        model.addAttribute(
                "sides",
                Stream.of(
                                side("udgifter", "Udgifter", Account.Kind.EXPENSE, glance),
                                side("indtaegter", "Indtægter", Account.Kind.INCOME, glance))
                        .filter(side -> !side.lines().isEmpty())
                        .toList());
        model.addAttribute(
                "groups",
                Stream.of(group("Udgifter", lines, false), group("Indtægter", lines, true))
                        .filter(group -> !group.lines().isEmpty())
                        .toList());
        model.addAttribute("mayChange", books.mayChange(cluster, glance.isTreasurer()));
        model.addAttribute("count", content.vouchers().size());
        model.addAttribute("rows", list.rows(content, glance.names()));
        return "accounts";
    }

    private static Group group(String title, List<BudgetLine> lines, boolean income) {
        return new Group(
                title, lines.stream().filter(line -> line.income() == income).toList());
    }

    private static Brief brief(Glance glance, boolean isRunning) {
        long income = glance.sum(Account.Kind.INCOME, each -> each.left().spent());
        long expenses = glance.sum(Account.Kind.EXPENSE, each -> each.left().spent());
        long expectedIncome = glance.sum(Account.Kind.INCOME, Outlook::expected);
        long expectedExpenses = glance.sum(Account.Kind.EXPENSE, Outlook::expected);
        return new Brief(
                of(income, glance.sum(Account.Kind.INCOME, each -> each.left().budget())),
                of(
                        expenses,
                        glance.sum(Account.Kind.EXPENSE, each -> each.left().budget())),
                result(income - expenses),
                Money.kroner(glance.cash().bank()),
                glance.cash().plo() == 0 ? "" : Money.kroner(glance.cash().plo()),
                isRunning ? Money.kroner(expectedIncome) + " ind og " + Money.kroner(expectedExpenses) + " ud" : "",
                result(expectedIncome - expectedExpenses),
                glance.meetingsToCome());
    }

    private static String of(long amount, long budget) {
        return Money.kroner(amount) + (budget == 0 ? ", intet budget" : " af " + Money.kroner(budget));
    }

    private static String result(long oere) {
        return oere < 0 ? "underskud på " + Money.kroner(-oere) : "overskud på " + Money.kroner(oere);
    }

    private static Side side(String id, String title, Account.Kind kind, Glance glance) {
        List<Outlook> accounts = glance.accounts().stream()
                .filter(each -> each.left().account().kind() == kind)
                .toList();
        List<Line> lines =
                new ArrayList<>(accounts.stream().map(AccountsPage::line).toList());
        if (lines.size() > 1) {
            lines.add(total(title + " i alt", kind, glance));
        }
        List<BarChart.Row> rows = accounts.stream()
                .map(each -> new BarChart.Row(
                        each.left().account().label(),
                        new Bar(each.left().spent(), Money.kroner(each.left().spent())),
                        new Bar(
                                each.left().budget(),
                                each.left().hasBudget()
                                        ? Money.kroner(each.left().budget())
                                        : "intet budget")))
                .toList();
        return new Side(
                title,
                rows.isEmpty() ? "" : BarChart.svg(id, new Drawn(title + " mod budget", "bogført", "budget", rows)),
                lines);
    }

    private static Line line(Outlook outlook) {
        BudgetLeft left = outlook.left();
        return new Line(
                left.account().label(),
                left.hasBudget() ? Money.format(left.budget()) : "",
                Money.format(left.spent()),
                orNothing(left.committed()),
                orNothing(outlook.agreed() + outlook.meetings()),
                Money.format(outlook.expected()),
                orNothing(outlook.before()),
                false);
    }

    private static Line total(String title, Account.Kind kind, Glance glance) {
        return new Line(
                title,
                Money.format(glance.sum(kind, each -> each.left().budget())),
                Money.format(glance.sum(kind, each -> each.left().spent())),
                orNothing(glance.sum(kind, each -> each.left().committed())),
                orNothing(glance.sum(kind, each -> each.agreed() + each.meetings())),
                Money.format(glance.sum(kind, Outlook::expected)),
                orNothing(glance.sum(kind, Outlook::before)),
                true);
    }

    private static String orNothing(long oere) {
        return oere == 0 ? "" : Money.format(oere);
    }
}
