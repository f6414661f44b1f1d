package dk.klyngeflow.assembly;

import dk.klyngeflow.accounts.PostedLate;
import dk.klyngeflow.annualaccounts.AccountsOfYear;
import dk.klyngeflow.annualaccounts.BoardSigned;
import dk.klyngeflow.bankstatements.StatementTaken;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.BoardHelp;
import dk.klyngeflow.members.ClusterSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins the accounts of a year, and tells its case what has happened elsewhere. */
@Component
class AnnualAccountsPlanning {

    private static final String BY = "generalforsamling";
    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);
    private static final int DAYS_TO_LOOK_AGAIN = 7;

    private final AccountsOfYear accounts;
    private final AccountsLetters letters;
    private final ClusterSettings settings;
    private final BoardHelp board;
    private final Cases cases;
    private final CopenhagenTime time;

    AnnualAccountsPlanning(
            AccountsOfYear accounts,
            AccountsLetters letters,
            ClusterSettings settings,
            BoardHelp board,
            Cases cases,
            CopenhagenTime time) {
        this.accounts = accounts;
        this.letters = letters;
        this.settings = settings;
        this.board = board;
        this.cases = cases;
        this.time = time;
    }

    record Begun(
            boolean isUnderWay, boolean areStatementsMissing, String label, String businessKey, Instant taskDueAt) {}

    static String key(String clusterId, int year) {
        return clusterId + "/regnskab-" + year;
    }

    @Transactional
    Begun begin(String clusterId, int year) {
        boolean isUnderWay = accounts.isClosed(clusterId, year) || !accounts.begin(clusterId, year);
        return new Begun(
                isUnderWay,
                !accounts.missingStatements(clusterId, year).isEmpty(),
                "Årsregnskab " + year,
                key(clusterId, year) + (isUnderWay ? "/igen" : ""),
                due(clusterId));
    }

    private Instant due(String clusterId) {
        return in(settings.get(clusterId, AssemblySettings.ASSEMBLY_TASK_DAYS));
    }

    private Instant in(int days) {
        return CopenhagenTime.at(time.today().plusDays(days), AFTERNOON);
    }

    /** @return when the auditor should have seen it */
    Instant draft(String clusterId, int year) {
        accounts.draft(clusterId, year);
        return due(clusterId);
    }

    void close(String clusterId, int year, String decidedOn) {
        accounts.close(clusterId, year, LocalDate.parse(decidedOn), BY);
    }

    Instant offerOverdue(String clusterId, String businessKey) {
        if (cases.isOverdue(clusterId, businessKey, time.now())) {
            board.ask(clusterId, businessKey);
        }
        return in(DAYS_TO_LOOK_AGAIN);
    }

    @EventListener
    void taken(StatementTaken taken) {
        for (int year : accounts.begun(taken.clusterId())) {
            if (accounts.missingStatements(taken.clusterId(), year).isEmpty()) {
                tell(AnnualAccounts.STATEMENTS_ARRIVED, taken.clusterId(), year);
            }
        }
    }

    @EventListener
    void posted(PostedLate late) {
        letters.tellOfVoid(late);
        boolean isAllExplained =
                accounts.unexplained(late.clusterId(), late.year()).isEmpty();
        cases.tellWhere(
                AnnualAccounts.POSTED_LATE,
                late.clusterId(),
                AnnualAccountsVariables.ACCOUNTING_YEAR.name(),
                (long) late.year(),
                Map.of(
                        AnnualAccountsVariables.IS_ALL_EXPLAINED.name(),
                        isAllExplained,
                        AnnualAccountsVariables.TASK_DUE_AT.name(),
                        AnnualAccountsVariables.TASK_DUE_AT.write(due(late.clusterId()))));
    }

    @EventListener
    void signed(BoardSigned signed) {
        tell(AnnualAccounts.BOARD_SIGNED, signed.clusterId(), signed.year());
    }

    private void tell(String message, String clusterId, int year) {
        cases.tellWhere(message, clusterId, AnnualAccountsVariables.ACCOUNTING_YEAR.name(), (long) year, Map.of());
    }
}
