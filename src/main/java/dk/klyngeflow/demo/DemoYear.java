package dk.klyngeflow.demo;

import dk.klyngeflow.accounts.Budgets;
import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.accounts.Ledger;
import dk.klyngeflow.accounts.Line;
import dk.klyngeflow.accounts.Posting;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.year.YearKind;
import dk.klyngeflow.year.YearsPast;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Nordklyngen's books: last year as it went and was closed, and this year's budget and opening. Amounts in øre. */
@Component
@Profile("demo")
class DemoYear {

    private static final String BY = "kasserer";

    private final Ledger ledger;
    private final Budgets budgets;
    private final DemoAccounts accounts;
    private final YearsPast wheel;
    private final CopenhagenTime time;

    DemoYear(Ledger ledger, Budgets budgets, DemoAccounts accounts, YearsPast wheel, CopenhagenTime time) {
        this.wheel = wheel;
        this.ledger = ledger;
        this.budgets = budgets;
        this.accounts = accounts;
        this.time = time;
    }

    void tell() {
        int thisYear = time.today().getYear();
        int lastYear = thisYear - 1;
        income(lastYear, 1, 20, "Klyngemidler, 41.460 patienter", 151_329_00);
        expense(lastYear, 2, 4, "Mødested Fyrtårnet 412", "2100", 3_125_00);
        expense(lastYear, 2, 11, "Strandkøkkenet Catering ApS 1988", "2200", 5_437_50);
        expense(lastYear, 3, 18, "Oplægsholder, polyfarmaci", "2300", 6_000_00);
        expense(lastYear, 5, 6, "Mødested Fyrtårnet 455", "2100", 3_125_00);
        expense(lastYear, 5, 13, "Strandkøkkenet Catering ApS 2104", "2200", 5_812_50);
        expense(lastYear, 6, 30, "Honorar til klyngekoordinator, 1. halvår", "3100", 32_160_60);
        expense(lastYear, 9, 9, "Mødested Fyrtårnet 501", "2100", 3_437_50);
        expense(lastYear, 9, 16, "Strandkøkkenet Catering ApS 2290", "2200", 6_000_00);
        expense(lastYear, 11, 12, "Sekretærbistand", "3400", 18_500_00);
        expense(lastYear, 12, 15, "Honorar til klyngekoordinator, 2. halvår", "3100", 32_160_60);
        budget(lastYear);
        accounts.lock(lastYear);
        income(thisYear, 1, 19, "Klyngemidler, 41.460 patienter", 151_329_00);
        budget(thisYear);
    }

    private void budget(int year) {
        budgets.set(DemoCluster.ID, "1100", year, 151_000_00, BY);
        budgets.set(DemoCluster.ID, "2100", year, 16_000_00, BY);
        budgets.set(DemoCluster.ID, "2200", year, 28_000_00, BY);
        budgets.set(DemoCluster.ID, "2300", year, 20_000_00, BY);
        budgets.set(DemoCluster.ID, "3100", year, 66_000_00, BY);
        budgets.set(DemoCluster.ID, "3400", year, 20_000_00, BY);
        budgets.set(DemoCluster.ID, "4300", year, 6_000_00, BY);
    }

    /** What this year's wheel shows as done; what lies ahead it plans itself. */
    void turnTheWheel() {
        int year = time.today().getYear();
        done(YearKind.REGISTER, 0, LocalDate.of(year, 1, 31), 11, "41.460 patienter i ni praksis.");
        done(YearKind.QUESTIONNAIRE, 0, LocalDate.of(year, 1, 30), 3, "Om møderne i " + (year - 1) + ".");
        done(YearKind.MEETING, 91, WorkingDays.after(LocalDate.of(year, 2, 10), 0), 0, "Emne: Polyfarmaci.");
        done(YearKind.BUDGET, 0, LocalDate.of(year, 3, 3), 15, "Bestyrelsen godkendte forslaget.");
        done(YearKind.ACCOUNTS, 0, LocalDate.of(year, 3, 4), 2, "For " + (year - 1) + ".");
        done(
                YearKind.ASSEMBLY,
                0,
                WorkingDays.after(LocalDate.of(year, 3, 18), 0),
                0,
                "Regnskab og budget blev godkendt.");
        done(YearKind.MEETING, 92, WorkingDays.after(LocalDate.of(year, 5, 12), 0), 0, "Emne: Blodtryk målt hjemme.");
        done(YearKind.MEETING, 93, WorkingDays.after(LocalDate.of(year, 9, 9), 0), 0, "Emne: KOL og spirometri.");
    }

    private void done(YearKind kind, int number, LocalDate due, int daysBefore, String note) {
        if (due.isBefore(time.today())) {
            wheel.done(DemoCluster.ID, kind, number, due, due.minusDays(daysBefore), note);
        }
    }

    private void income(int year, int month, int day, String text, long oere) {
        post(year, month, day, text, Line.debit(ChartOfAccounts.BANK, oere), Line.credit("1100", oere));
    }

    private void expense(int year, int month, int day, String text, String account, long oere) {
        post(year, month, day, text, Line.debit(account, oere), Line.credit(ChartOfAccounts.BANK, oere));
    }

    private void post(int year, int month, int day, String text, Line debit, Line credit) {
        ledger.post(new Posting(
                DemoCluster.ID,
                LocalDate.of(year, month, day),
                text,
                "demo:" + year + ":" + text,
                null,
                BY,
                List.of(debit, credit)));
    }
}
