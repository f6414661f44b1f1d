package dk.klyngeflow.accounts;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /regnskab/{cluster}/budget}: the year's budget and what each account may be used for; what was before is kept. */
@Controller
@RequestMapping("/regnskab/{cluster}/budget")
class BudgetPage {

    /** Of one account in one year; no cluster has as much in all. */
    private static final long HIGHEST_OERE = 10_000_000_00L;

    private static final int YEARS_AHEAD = 2;
    private static final int YEARS_BACK = 5;
    private static final String BUDGET = "budget-";
    private static final String GUIDANCE = "maa-";
    /** Sent along with the box, so that a box without its mark differs from a form without the box. */
    private static final String BOARD_ONLY = "bestyrelse-";

    private static final String BOARD_ONLY_SHOWN = "bestyrelse-vist-";

    private final BookYears books;
    private final Clusters clusters;
    private final AccountingYears years;
    private final ChartOfAccounts chart;
    private final Budgets budgets;
    private final CurrentPerson person;
    private final CopenhagenTime time;

    BudgetPage(
            BookYears books,
            Clusters clusters,
            AccountingYears years,
            ChartOfAccounts chart,
            Budgets budgets,
            CurrentPerson person,
            CopenhagenTime time) {
        this.time = time;
        this.books = books;
        this.clusters = clusters;
        this.years = years;
        this.chart = chart;
        this.budgets = budgets;
        this.person = person;
    }

    /** @param budget as people write it, empty when there is none; @param changed who changed it last and when, in Danish */
    record Row(
            String number,
            String label,
            boolean income,
            String budget,
            String guidance,
            boolean boardOnly,
            String changed,
            @Nullable String error) {}

    @GetMapping
    String show(@PathVariable String cluster, @RequestParam(required = false) @Nullable Integer year, Model model) {
        int shown = books.openToChange(cluster, year);
        fill(cluster, shown, Map.of(), Map.of(), model);
        return "budget";
    }

    @PostMapping
    @Transactional
    public ModelAndView save(
            @PathVariable String cluster,
            @RequestParam("year") int year,
            @RequestParam Map<String, String> typed,
            Model model) {
        int shown = books.openToChange(cluster, year);
        if (years.isClosed(cluster, shown)) {
            throw Refused.conflict("Året " + shown + " er lukket, så dets budget kan ikke ændres.", Map.of());
        }
        int now = time.today().getYear();
        if (shown > now + YEARS_AHEAD || shown < now - YEARS_BACK) {
            throw Refused.badRequest("Der kan ikke lægges budget for " + shown + ". Vælg et år fra "
                    + (now - YEARS_BACK) + " til " + (now + YEARS_AHEAD) + ".");
        }
        Map<String, String> errors = new LinkedHashMap<>();
        List<Runnable> changes = new ArrayList<>();
        for (Budgets.Planned before : budgets.planned(cluster, shown)) {
            change(cluster, shown, before, typed, errors, changes);
        }
        if (!errors.isEmpty()) {
            fill(cluster, shown, typed, errors, model);
            return new ModelAndView("budget", model.asMap(), HttpStatus.BAD_REQUEST);
        }
        changes.forEach(Runnable::run);
        return new ModelAndView("redirect:/regnskab/{cluster}/budget?gemt&year=" + shown);
    }

    private void change(
            String cluster,
            int year,
            Budgets.Planned before,
            Map<String, String> typed,
            Map<String, String> errors,
            List<Runnable> changes) {
        String number = before.account().number();
        String guidance = typed.getOrDefault(GUIDANCE + number, before.account().guidance())
                .strip()
                .replace("\r\n", "\n");
        if (guidance.length() > ChartOfAccounts.LONGEST_GUIDANCE) {
            errors.put(number, "Teksten må højst fylde 2.000 tegn.");
        } else if (!guidance.equals(before.account().guidance())) {
            changes.add(() -> chart.guide(cluster, number, guidance, person.requireId()));
        }
        boolean boardOnly = typed.containsKey(BOARD_ONLY + number);
        if (typed.containsKey(BOARD_ONLY_SHOWN + number)
                && boardOnly != before.account().isBoardOnly()) {
            if (books.mayReserveForBoard(cluster)) {
                changes.add(() -> chart.reserveForBoard(cluster, number, boardOnly, person.requireId()));
            } else {
                errors.put(number, "Kun bestyrelsen kan ændre, om bestyrelsen skal godkende.");
            }
        }
        String text = typed.getOrDefault(BUDGET + number, "").strip();
        if (text.isEmpty()) {
            if (before.oere() != null && typed.containsKey(BUDGET + number)) {
                errors.put(number, "Et budget kan ikke slettes. Skriv 0,00, hvis der ikke må bruges noget.");
            }
            return;
        }
        try {
            long oere = Money.parse(text);
            if (oere < 0) {
                errors.put(number, "Et budget kan ikke være negativt.");
            } else if (oere > HIGHEST_OERE) {
                errors.put(number, "Et budget kan højst være " + Money.kroner(HIGHEST_OERE) + " Ret beløbet.");
            } else if (before.oere() == null || before.oere() != oere) {
                changes.add(() -> budgets.set(cluster, number, year, oere, person.requireId()));
            }
        } catch (FormRefused refused) {
            errors.put(number, "Skriv beløbet i kroner og øre, for eksempel 16.000,00.");
        }
    }

    private void fill(String cluster, int year, Map<String, String> typed, Map<String, String> errors, Model model) {
        model.addAttribute("cluster", clusters.get(cluster));
        model.addAttribute("year", year);
        model.addAttribute("closed", years.isClosed(cluster, year));
        model.addAttribute("wrong", !errors.isEmpty());
        model.addAttribute("mayReserve", books.mayReserveForBoard(cluster));
        model.addAttribute(
                "rows",
                budgets.planned(cluster, year).stream()
                        .map(planned -> row(planned, typed, errors))
                        .toList());
    }

    private Row row(Budgets.Planned planned, Map<String, String> typed, Map<String, String> errors) {
        Account account = planned.account();
        Long oere = planned.oere();
        return new Row(
                account.number(),
                account.label(),
                account.kind() == Account.Kind.INCOME,
                typed.getOrDefault(BUDGET + account.number(), oere == null ? "" : Money.format(oere)),
                typed.getOrDefault(GUIDANCE + account.number(), account.guidance()),
                typed.containsKey(BOARD_ONLY_SHOWN + account.number())
                        ? typed.containsKey(BOARD_ONLY + account.number())
                        : account.isBoardOnly(),
                books.changed(planned.setBy(), planned.setAt()),
                errors.get(account.number()));
    }
}
