package dk.klyngeflow.accounts;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /regnskab/{cluster}}: what is left of the budget, and the vouchers of a year. */
@Controller
class AccountsPage {

    private final BookYears books;
    private final AccountingYears years;
    private final Budgets budgets;
    private final VoucherList list;

    AccountsPage(BookYears books, AccountingYears years, Budgets budgets, VoucherList list) {
        this.books = books;
        this.years = years;
        this.budgets = budgets;
        this.list = list;
    }

    @GetMapping("/regnskab/{cluster}")
    String show(@PathVariable String cluster, @RequestParam(required = false) @Nullable Integer year, Model model) {
        BookYears.Opened opened = books.opened(cluster, year);
        int shown = opened.year();
        AccountingYears.Known known = years.known(cluster);
        List<BudgetLine> lines =
                budgets.year(cluster, shown).stream().map(BudgetLine::new).toList();
        VoucherList.Content content = list.content(cluster, shown);
        model.addAttribute("cluster", opened.cluster());
        model.addAttribute("year", shown);
        model.addAttribute("years", known.years());
        model.addAttribute("closed", known.isClosed(shown));
        model.addAttribute(
                "groups",
                Stream.of(group("Udgifter", lines, false), group("Indtægter", lines, true))
                        .filter(group -> !group.lines().isEmpty())
                        .toList());
        model.addAttribute("mayChange", books.mayChange(cluster));
        model.addAttribute("count", content.vouchers().size());
        model.addAttribute("rows", list.rows(content, list.accountNames(cluster)));
        return "accounts";
    }

    /** @param title Danish */
    record Group(String title, List<BudgetLine> lines) {}

    private static Group group(String title, List<BudgetLine> lines, boolean income) {
        return new Group(
                title, lines.stream().filter(line -> line.income() == income).toList());
    }
}
