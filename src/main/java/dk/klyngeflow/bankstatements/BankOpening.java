package dk.klyngeflow.bankstatements;

import dk.klyngeflow.accounts.AccountingYears;
import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.accounts.Ledger;
import dk.klyngeflow.accounts.Line;
import dk.klyngeflow.accounts.Movement;
import dk.klyngeflow.accounts.Posting;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.security.Refused;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was in the bank before the books: a cluster is mostly older than they are, and its first statement begins with what it had. Until that
 * is posted bank and books differ by it for ever, and no year is locked.
 */
@Component
class BankOpening {

    private static final Logger LOG = LoggerFactory.getLogger(BankOpening.class);
    private static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

    private final BankStatements statements;
    private final Ledger ledger;
    private final AccountingYears years;
    private final Clusters clusters;

    BankOpening(BankStatements statements, Ledger ledger, AccountingYears years, Clusters clusters) {
        this.statements = statements;
        this.ledger = ledger;
        this.years = years;
        this.clusters = clusters;
    }

    /** @param day the last before the first statement @param oere what the bank had then and the books have not */
    record Missing(LocalDate day, long oere) {}

    /** Nothing when the books were opened, when the first statement tells no balance, and when the year of its day is locked. */
    Optional<Missing> missing(String clusterId) {
        String bank = StatementIntake.ledgerAccount(clusters.get(clusterId));
        Optional<BankStatement> first =
                statements.all(clusterId).stream().min(Comparator.comparing(BankStatement::fromDay));
        Long begins = first.map(BankStatement::openingOere).orElse(null);
        if (begins == null || isOpened(clusterId, bank)) {
            return Optional.empty();
        }
        LocalDate day = first.get().fromDay().minusDays(1);
        long oere = begins - ledger.balances(clusterId, day).getOrDefault(bank, 0L);
        return oere == 0 || !years.isOpen(clusterId, day.getYear())
                ? Optional.empty()
                : Optional.of(new Missing(day, oere));
    }

    private boolean isOpened(String clusterId, String bank) {
        long booked = ledger.movements(clusterId, bank).stream()
                .mapToLong(Movement::oere)
                .sum();
        return ledger.balances(clusterId, FOR_EVER).getOrDefault(bank, 0L) != booked;
    }

    /**
     * Opens the books with it.
     *
     * @param shown what the page said, which is what is posted
     * @throws Refused in Danish when it is another by now
     */
    @Transactional
    void post(String clusterId, long shown, String by) {
        years.lockBooks(clusterId);
        statements.lock(clusterId);
        Missing missing = missing(clusterId)
                .filter(now -> now.oere() == shown)
                .orElseThrow(() -> Refused.conflict(
                        "Saldoen er bogført eller ændret, siden siden blev vist. Se på tallene igen.", Map.of()));
        String bank = StatementIntake.ledgerAccount(clusters.get(clusterId));
        ledger.post(new Posting(
                clusterId,
                missing.day(),
                "Saldo i banken, før regnskabet begynder",
                "bank-opening:" + UUID.randomUUID(),
                null,
                by,
                List.of(Line.signed(bank, missing.oere()), Line.signed(ChartOfAccounts.OPENING, -missing.oere()))));
        LOG.info("the books of {} are opened with what was in the bank", clusterId);
    }
}
