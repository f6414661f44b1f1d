package dk.klyngeflow.bankstatements;

import dk.klyngeflow.accounts.Ledger;
import dk.klyngeflow.accounts.Movement;
import dk.klyngeflow.accounts.YearHindrance;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.PaymentMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Explains what the bank says by what the ledger says, and keeps a year from being locked before that is done. */
@Component
class BankPositions implements YearHindrance {

    private static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

    private final BankStatements statements;
    private final OpenItems open;
    private final Reconciliation reconciliation;
    private final Ledger ledger;
    private final Clusters clusters;

    BankPositions(
            BankStatements statements,
            OpenItems open,
            Reconciliation reconciliation,
            Ledger ledger,
            Clusters clusters) {
        this.statements = statements;
        this.open = open;
        this.reconciliation = reconciliation;
        this.ledger = ledger;
        this.clusters = clusters;
    }

    BankPosition at(String clusterId, LocalDate day) {
        String bank = StatementIntake.ledgerAccount(clusters.get(clusterId));
        List<BankLine> lines = statements.lines(clusterId, bank);
        LocalDate first = lines.isEmpty() ? day : lines.get(0).day();
        List<BankLine> until =
                lines.stream().filter(line -> !line.day().isAfter(day)).toList();
        Map<String, OpenItem> items = new HashMap<>();
        List<String> order = new ArrayList<>();
        open.items(clusterId, bank, day).stream()
                // what was there before the first line was settled before it
                .filter(item -> !item.day().isBefore(first))
                .forEach(item -> {
                    items.put(item.voucherId(), item);
                    order.add(item.voucherId());
                });
        List<BankLine> alone = new ArrayList<>();
        Set<Proposal> counted = new HashSet<>();
        long proposed = 0;
        Map<String, Proposal> proposals = reconciliation.proposals(clusterId);
        for (BankLine line : until) {
            Proposal proposal = proposals.get(line.id());
            boolean isPaired = proposal != null
                    && !proposal.takes().isEmpty()
                    && proposal.takes().stream()
                            .allMatch(take -> items.containsKey(take.voucherId())
                                    && Math.abs(items.get(take.voucherId()).oere()) >= Math.abs(take.oere()));
            if (line.isOpen() && !isPaired) {
                alone.add(line);
            } else if (line.isOpen() && proposal != null && counted.add(proposal)) {
                proposed += line.amountOere();
                for (Proposal.Take take : proposal.takes()) {
                    proposed -= take.oere();
                    items.computeIfPresent(take.voucherId(), (id, item) -> less(item, take.oere()));
                }
            }
        }
        List<OpenItem> onTheWay =
                order.stream().map(items::get).filter(item -> item.oere() != 0).toList();
        BankLine last = until.stream()
                .filter(line -> line.balanceOere() != null)
                .reduce((earlier, later) -> later)
                .orElse(null);
        Long balance = last == null ? null : last.balanceOere();
        long ledgerOere = ledger.balances(clusterId, day).getOrDefault(bank, 0L);
        return new BankPosition(
                day,
                balance != null,
                balance == null ? 0 : balance,
                ledgerOere,
                onTheWay,
                proposed,
                List.copyOf(alone));
    }

    private static OpenItem less(OpenItem item, long oere) {
        return new OpenItem(
                item.voucherId(), item.label(), item.day(), item.text(), item.oere() - oere, item.payment());
    }

    @Override
    public List<String> in(String clusterId, int year) {
        String bank = StatementIntake.ledgerAccount(clusters.get(clusterId));
        List<String> hindrances = new ArrayList<>();
        statements.lines(clusterId, bank).stream()
                .filter(line -> line.isOpen() && line.day().getYear() == year)
                .map(line -> "Banklinjen fra " + DanishTime.DAY_IN_FIGURES.format(line.day()) + " på "
                        + Money.kroner(line.amountOere()) + " („" + line.text() + "“) er ikke afstemt.")
                .forEach(hindrances::add);
        BankPosition position = at(clusterId, LocalDate.of(year, 12, 31));
        if (hindrances.isEmpty() && position.isTold() && position.unexplainedOere() != 0) {
            hindrances.add("Der er en forskel på " + Money.kroner(position.unexplainedOere())
                    + " mellem banken og regnskabet, som intet bilag forklarer.");
        }
        return hindrances;
    }

    /** The bank has not said what was on the account at the end of the year, though something went over it. */
    @Override
    public List<String> excusable(String clusterId, int year) {
        String bank = StatementIntake.ledgerAccount(clusters.get(clusterId));
        LocalDate last = LocalDate.of(year, 12, 31);
        boolean isUsed = ledger.movements(clusterId, bank).stream()
                        .anyMatch(movement -> movement.day().getYear() == year)
                || ledger.balances(clusterId, last).getOrDefault(bank, 0L) != 0;
        List<YearMonth> missing = isUsed ? months(clusterId).of(year) : List.of();
        return missing.isEmpty()
                ? List.of()
                : List.of("Der mangler kontoudtog for " + MissingMonths.inWords(missing) + ".");
    }

    /** Whose statements are not the cluster's to ask for. */
    boolean isPlosAccount(String clusterId) {
        Cluster cluster = clusters.get(clusterId);
        return cluster.paymentMode() == PaymentMode.PLO && cluster.iban() == null;
    }

    /** Of which days and months the bank has said everything, and of which it has not. */
    MissingMonths months(String clusterId) {
        String bank = StatementIntake.ledgerAccount(clusters.get(clusterId));
        List<Movement> booked = ledger.movements(clusterId, bank);
        long now = ledger.balances(clusterId, FOR_EVER).getOrDefault(bank, 0L);
        long opened = now - booked.stream().mapToLong(Movement::oere).sum();
        return new MissingMonths(statements.all(clusterId), bank, opened, booked);
    }
}
