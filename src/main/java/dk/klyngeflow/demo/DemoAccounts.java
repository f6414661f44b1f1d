package dk.klyngeflow.demo;

import dk.klyngeflow.accounts.AccountingYears;
import dk.klyngeflow.annualaccounts.AccountsOfYear;
import dk.klyngeflow.annualaccounts.AuditChecklist;
import dk.klyngeflow.annualaccounts.Draft;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.WorkingDays;
import java.time.LocalDate;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Last year's annual accounts: drafted, audited, signed by the board, sealed and approved, as in every cluster. */
@Component
@Profile("demo")
class DemoAccounts {

    private static final String TREASURER = "kasserer";
    private static final String AUDITOR = "revisor";
    private static final String ON_PAPER = "De er afstemt på papir, før klyngen begyndte at bruge Klyngeflow.";

    private final AccountsOfYear accounts;
    private final AuditChecklist checklist;
    private final AccountingYears years;
    private final CopenhagenTime time;
    private final TransactionTemplate transaction;

    DemoAccounts(
            AccountsOfYear accounts,
            AuditChecklist checklist,
            AccountingYears years,
            CopenhagenTime time,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.checklist = checklist;
        this.years = years;
        this.time = time;
        this.transaction = transaction;
    }

    /** What the rest of the story builds on: nothing is posted in that year any more. */
    void lock(int year) {
        transaction.executeWithoutResult(status -> {
            accounts.begin(DemoCluster.ID, year);
            accounts.goWithoutStatements(DemoCluster.ID, year, ON_PAPER);
            accounts.lock(DemoCluster.ID, year, TREASURER);
        });
    }

    /** The papers take a second or two, which nobody waits for; a start that was cut short is made good by the next. */
    void closeInTheBackground(int year) {
        Thread closing = new Thread(() -> closeOnce(year), "demo-accounts");
        closing.setDaemon(true);
        closing.start();
    }

    /** Only the year that was locked here: those that a newcomer closes are hers. */
    private void closeOnce(int year) {
        if (years.lockedWithout(DemoCluster.ID, year).equals(ON_PAPER) && !accounts.isClosed(DemoCluster.ID, year)) {
            transaction.executeWithoutResult(status -> close(year));
        }
    }

    private void close(int year) {
        Draft draft = accounts.draft(DemoCluster.ID, year);
        accounts.check(DemoCluster.ID, year, checklist.of(DemoCluster.ID), AUDITOR);
        accounts.approveAsAuditor(DemoCluster.ID, year, draft.sha256(), AUDITOR);
        accounts.board(DemoCluster.ID, year)
                .forEach(member -> accounts.approveAsBoard(DemoCluster.ID, year, draft.sha256(), member));
        accounts.seal(DemoCluster.ID, year);
        accounts.close(DemoCluster.ID, year, assemblyAfter(year), TREASURER);
    }

    private LocalDate assemblyAfter(int year) {
        LocalDate assembly = WorkingDays.after(LocalDate.of(year + 1, 3, 18), 0);
        LocalDate today = time.today();
        return assembly.isAfter(today) ? today : assembly;
    }
}
