package dk.klyngeflow.bankstatements;

import dk.klyngeflow.accounts.AccountingYears;
import dk.klyngeflow.accounts.Ledger;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the bank said at the end of a year, for whoever makes the accounts of it. */
@Component
public class BankAtYearEnd {

    private final BankPositions positions;
    private final BankStatements statements;
    private final Ledger ledger;
    private final AccountingYears years;
    private final Clusters clusters;

    BankAtYearEnd(
            BankPositions positions,
            BankStatements statements,
            Ledger ledger,
            AccountingYears years,
            Clusters clusters) {
        this.years = years;
        this.ledger = ledger;
        this.positions = positions;
        this.statements = statements;
        this.clusters = clusters;
    }

    /**
     * @param account of the chart
     * @param isTold whether the bank has said what was on the account
     * @param onTheWay Danish, what the ledger has and the bank not yet, with its amount
     */
    public record Told(
            String account,
            boolean isTold,
            long bankOere,
            long ledgerOere,
            List<String> onTheWay,
            long onTheWayOere,
            long unexplainedOere) {}

    public Told at(String clusterId, int year) {
        BankPosition position = positions.at(clusterId, LocalDate.of(year, 12, 31));
        return new Told(
                StatementIntake.ledgerAccount(clusters.get(clusterId)),
                position.isTold(),
                position.bankOere(),
                position.ledgerOere(),
                position.onTheWay().stream()
                        .map(item -> "Bilag " + item.label() + " af " + DanishTime.DAY_IN_FIGURES.format(item.day())
                                + ", " + item.text() + ": " + Money.kroner(item.oere()))
                        .toList(),
                position.onTheWayOere(),
                position.unexplainedOere());
    }

    /** Danish, from which day to which there are statements that touch a month; empty when there are none. */
    public String told(String clusterId, YearMonth month) {
        return positions.months(clusterId).told().stream()
                .filter(span ->
                        !span.from().isAfter(month.atEndOfMonth()) && !span.to().isBefore(month.atDay(1)))
                .map(ToldDays.Span::inWords)
                .collect(Collectors.joining(", "));
    }

    /** Whether the bank has not said all of a month, of an account that was in use by then, in a year that still takes it in; PLO's own account is not the cluster's to ask about. */
    public boolean isWanted(String clusterId, YearMonth month) {
        Cluster cluster = clusters.get(clusterId);
        if (positions.isPlosAccount(clusterId) || !years.isOpen(clusterId, month.getYear())) {
            return false;
        }
        String account = StatementIntake.ledgerAccount(cluster);
        LocalDate last = month.atEndOfMonth();
        List<BankStatement> read = statements.all(clusterId);
        return positions.months(clusterId).isMissing(month)
                && (read.stream().anyMatch(each -> !each.fromDay().isAfter(last))
                        || ledger.movements(clusterId, account).stream()
                                .anyMatch(each -> !each.day().isAfter(last))
                        || ledger.balances(clusterId, last).getOrDefault(account, 0L) != 0);
    }
}
