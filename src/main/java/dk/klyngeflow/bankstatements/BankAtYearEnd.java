package dk.klyngeflow.bankstatements;

import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.members.Clusters;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the bank said at the end of a year, for whoever makes the accounts of it. */
@Component
public class BankAtYearEnd {

    private final BankPositions positions;
    private final Clusters clusters;

    BankAtYearEnd(BankPositions positions, Clusters clusters) {
        this.positions = positions;
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

    /** Whether the bank has said nothing of a month in which it may have. */
    public boolean isMissing(String clusterId, YearMonth month) {
        return positions.isMissing(clusterId, month);
    }
}
