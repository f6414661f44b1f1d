package dk.klyngeflow.bankstatements;

import dk.klyngeflow.accounts.Account;
import dk.klyngeflow.accounts.AccountingYears;
import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.accounts.Ledger;
import dk.klyngeflow.accounts.Line;
import dk.klyngeflow.accounts.Posting;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.security.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes lines of the bank for vouchers of the ledger, posts what only the bank knew, and takes both back until the year is locked. */
@Component
class Reconciliation {

    /** Where fees of the bank are posted. */
    static final String FEES = "4400";

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private final BankStatements statements;
    private final BankMatches matches;
    private final OpenItems open;
    private final Ledger ledger;
    private final ChartOfAccounts chart;
    private final AccountingYears years;
    private final Clusters clusters;
    private final CopenhagenTime time;

    Reconciliation(
            BankStatements statements,
            BankMatches matches,
            OpenItems open,
            Ledger ledger,
            ChartOfAccounts chart,
            AccountingYears years,
            Clusters clusters,
            CopenhagenTime time) {
        this.statements = statements;
        this.matches = matches;
        this.open = open;
        this.ledger = ledger;
        this.chart = chart;
        this.years = years;
        this.clusters = clusters;
        this.time = time;
    }

    private String bank(String clusterId) {
        return StatementIntake.ledgerAccount(clusters.get(clusterId));
    }

    /** By day, and in the order in which they came. */
    List<BankLine> lines(String clusterId) {
        return statements.lines(clusterId, bank(clusterId));
    }

    /** What may explain each open line, by its id. */
    Map<String, Proposal> proposals(String clusterId) {
        List<BankLine> lines = statements.lines(clusterId, bank(clusterId));
        return new Matching(
                        lines.stream().filter(BankLine::isOpen).toList(),
                        open.items(clusterId, bank(clusterId)),
                        learnt(clusterId, lines),
                        open.feeLimit(clusterId))
                .proposals();
    }

    /** What people have posted lines with these words to; the newest counts. */
    private Map<String, String> learnt(String clusterId, List<BankLine> lines) {
        Map<String, BankMatch> all = matches.all(clusterId);
        Map<String, String> learnt = new HashMap<>();
        for (BankLine line : lines) {
            BankMatch match = line.match() == null ? null : all.get(line.match());
            if (match != null && match.rule().equals("h") && match.account() != null) {
                learnt.put(Matching.habit(line.words(), line.amountOere()), match.account());
            }
        }
        return learnt;
    }

    /** Takes what is certain of the lines that have just come; anything else waits for a person. */
    @Transactional
    void takeWhatIsCertain(String clusterId, String uploadId) {
        lock(clusterId);
        List<String> fresh = statements.linesOf(clusterId, uploadId).stream()
                .map(BankLine::id)
                .toList();
        proposals(clusterId).forEach((line, proposal) -> {
            boolean isOpenYear = proposal.lines().stream()
                    .allMatch(each -> years.isOpen(clusterId, each.day().getYear()));
            if (proposal.isCertain() && fresh.contains(line) && isOpenYear) {
                matches.add(clusterId, UUID.randomUUID().toString(), proposal, null, null, time.now());
            }
        });
    }

    /** @param key of the proposal as it was shown */
    @Transactional
    void confirm(String clusterId, String lineId, String key, String by) {
        lock(clusterId);
        BankLine line = line(clusterId, lineId);
        Proposal proposal = proposals(clusterId).get(line.id());
        if (proposal == null || !proposal.key().equals(key)) {
            throw Refused.conflict("Forslaget er ændret, siden siden blev vist. Se på det igen.", Map.of());
        }
        take(clusterId, proposal, by);
    }

    /** Posts what only the bank knew, such as interest, and takes the line for it. */
    @Transactional
    void post(String clusterId, String lineId, String account, String by) {
        lock(clusterId);
        BankLine line = line(clusterId, lineId);
        boolean isKnown = chart.find(clusterId, account)
                .filter(found -> found.kind() != Account.Kind.EQUITY && !account.equals(bank(clusterId)))
                .isPresent();
        if (!isKnown) {
            throw Refused.badRequest("Vælg den konto, linjen skal bogføres på.");
        }
        take(
                clusterId,
                new Proposal("h", "Bogført på konto " + account + ".", List.of(line), List.of(), 0, account, false),
                by);
    }

    /** Takes a line for the vouchers a person has chosen; one of them may be paid in part. */
    @Transactional
    void choose(String clusterId, String lineId, List<String> voucherIds, String by) {
        lock(clusterId);
        BankLine line = line(clusterId, lineId);
        List<OpenItem> chosen = open.items(clusterId, bank(clusterId)).stream()
                .filter(item -> voucherIds.contains(item.voucherId()))
                .toList();
        if (chosen.isEmpty() || chosen.size() != voucherIds.stream().distinct().count()) {
            throw Refused.badRequest("Vælg de bilag, linjen betaler.");
        }
        long sum = chosen.stream().mapToLong(OpenItem::oere).sum();
        boolean isPart =
                chosen.size() == 1 && sum < 0 == line.amountOere() < 0 && Math.abs(line.amountOere()) < Math.abs(sum);
        if (sum != line.amountOere() && !isPart) {
            throw Refused.badRequest(
                    "Bilagene giver " + Money.kroner(sum) + ", men linjen er på " + Money.kroner(line.amountOere())
                            + " Forskellen er " + Money.kroner(Math.abs(sum - line.amountOere())));
        }
        List<Proposal.Take> takes = chosen.stream()
                .map(item -> new Proposal.Take(
                        item.voucherId(), item.label(), item.text(), isPart ? line.amountOere() : item.oere()))
                .toList();
        take(clusterId, new Proposal("valgt", "Valgt af et menneske.", List.of(line), takes, 0, "", false), by);
    }

    /** Frees the lines and the vouchers; what was posted for them is taken back on its own day. */
    @Transactional
    void undo(String clusterId, String matchId, String by) {
        lock(clusterId);
        BankMatch match = matches.find(clusterId, matchId).orElseThrow(Refused::notFound);
        for (String lineId : matches.linesOf(clusterId, matchId)) {
            BankLine line = statements.find(clusterId, lineId).orElseThrow(Refused::notFound);
            requireOpen(clusterId, line);
        }
        matches.remove(clusterId, matchId);
        if (match.voucherId() != null) {
            ledger.undo(clusterId, match.voucherId(), "Afstemningen er fortrudt", by);
        }
        LOG.info("bank match {} of {} undone", matchId, clusterId);
    }

    private void take(String clusterId, Proposal proposal, String by) {
        for (BankLine line : proposal.lines()) {
            if (!line.isOpen()) {
                throw Refused.conflict("Linjen er allerede afstemt.", Map.of());
            }
            requireOpen(clusterId, line);
        }
        String matchId = UUID.randomUUID().toString();
        String voucherId = null;
        long posted = proposal.takes().isEmpty() ? proposal.lines().get(0).amountOere() : proposal.feeOere();
        if (!proposal.account().isEmpty()) {
            BankLine line = proposal.lines().get(0);
            List<Line> entries = new ArrayList<>();
            entries.add(Line.signed(proposal.account(), -posted));
            entries.add(Line.signed(bank(clusterId), posted));
            String text = proposal.takes().isEmpty() ? line.text() : "Gebyr: " + line.text();
            voucherId = ledger.post(new Posting(
                            clusterId,
                            line.day(),
                            text.isBlank() ? "Bankpost" : text,
                            "bank:" + line.id() + ":" + matchId,
                            null,
                            by,
                            entries))
                    .id();
        }
        matches.add(clusterId, matchId, proposal, voucherId, by, time.now());
        if (voucherId != null) {
            matches.take(clusterId, matchId, voucherId, posted);
        }
        LOG.info("bank match {} of {} made by rule {}", matchId, clusterId, proposal.rule());
    }

    private void requireOpen(String clusterId, BankLine line) {
        if (!years.isOpen(clusterId, line.day().getYear())) {
            throw Refused.conflict(
                    "Regnskabsåret " + line.day().getYear() + " er låst, så afstemningen kan ikke ændres.", Map.of());
        }
    }

    /** The books first, as whoever locks a year does. */
    private void lock(String clusterId) {
        years.lockBooks(clusterId);
        statements.lock(clusterId);
    }

    private BankLine line(String clusterId, String lineId) {
        BankLine line = statements.find(clusterId, lineId).orElseThrow(Refused::notFound);
        if (!line.isOpen()) {
            throw Refused.conflict("Linjen er allerede afstemt.", Map.of());
        }
        return line;
    }
}
