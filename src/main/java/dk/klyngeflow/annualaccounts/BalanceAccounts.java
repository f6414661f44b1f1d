package dk.klyngeflow.annualaccounts;

import dk.klyngeflow.accounts.Account;
import dk.klyngeflow.accounts.AccountingYears;
import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.accounts.Ledger;
import dk.klyngeflow.accounts.Movement;
import dk.klyngeflow.bankstatements.BankAtYearEnd;
import dk.klyngeflow.engine.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What every account of the balance stands for at the end of a year, explained to the øre or not yet. */
@Component
class BalanceAccounts {

    private final Ledger ledger;
    private final ChartOfAccounts chart;
    private final AccountingYears years;
    private final BankAtYearEnd bank;
    private final AnnualRows rows;

    BalanceAccounts(Ledger ledger, ChartOfAccounts chart, AccountingYears years, BankAtYearEnd bank, AnnualRows rows) {
        this.ledger = ledger;
        this.chart = chart;
        this.years = years;
        this.bank = bank;
        this.rows = rows;
    }

    /**
     * One account.
     *
     * @param oere debit minus credit at the end of the year
     * @param how Danish, what it stands for, one a line; empty while nobody has said
     * @param isByHand whether the treasurer says it
     */
    record Standing(Account account, long oere, List<String> how, boolean isByHand) {

        boolean isExplained() {
            return !how.isEmpty();
        }
    }

    /** A bill that nobody had paid. */
    record Unpaid(String text, long oere) {}

    List<Standing> of(String clusterId, int year) {
        Map<String, Long> balances = ledger.balances(clusterId, LocalDate.of(year, 12, 31));
        Map<String, AnnualRows.Explanation> said = new HashMap<>();
        rows.explanations(clusterId, year).forEach(each -> said.put(each.account(), each));
        BankAtYearEnd.Told told = bank.at(clusterId, year);
        List<Standing> standings = new ArrayList<>();
        for (Account account : chart.accounts(clusterId)) {
            long oere = balances.getOrDefault(account.number(), 0L);
            boolean isOfBalance = account.kind() == Account.Kind.ASSET || account.kind() == Account.Kind.LIABILITY;
            if (!isOfBalance || oere == 0 && !(told.isTold() && account.number().equals(told.account()))) {
                continue;
            }
            if (account.number().equals(told.account())) {
                standings.add(new Standing(account, oere, ofBank(clusterId, year, told), false));
            } else if (account.number().equals(ChartOfAccounts.CREDITORS)) {
                standings.add(new Standing(
                        account,
                        oere,
                        unpaid(clusterId, year).stream()
                                .map(each -> each.text() + ": " + Money.kroner(each.oere()))
                                .toList(),
                        false));
            } else {
                AnnualRows.Explanation explanation = said.get(account.number());
                standings.add(new Standing(
                        account,
                        oere,
                        explanation != null && explanation.oere() == oere ? List.of(explanation.text()) : List.of(),
                        true));
            }
        }
        return standings;
    }

    private List<String> ofBank(String clusterId, int year, BankAtYearEnd.Told told) {
        if (!told.isTold()) {
            String without = years.lockedWithout(clusterId, year);
            return without.isEmpty() ? List.of() : List.of("Uden kontoudtog: " + without);
        }
        if (told.unexplainedOere() != 0) {
            return List.of();
        }
        List<String> how = new ArrayList<>();
        how.add("Bankens saldo: " + Money.kroner(told.bankOere()));
        told.onTheWay().forEach(each -> how.add("Undervejs: " + each));
        how.add("Uforklaret: " + Money.kroner(0));
        return how;
    }

    /** What is posted as owed and not settled at the end of the year; together they are the balance. */
    List<Unpaid> unpaid(String clusterId, int year) {
        LocalDate last = LocalDate.of(year, 12, 31);
        Map<String, String> matters = new HashMap<>();
        Map<String, Long> sums = new LinkedHashMap<>();
        Map<String, String> texts = new HashMap<>();
        for (Movement movement : ledger.movements(clusterId, ChartOfAccounts.CREDITORS)) {
            if (movement.day().isAfter(last)) {
                continue;
            }
            String reversed = movement.reverses() == null ? null : matters.get(movement.reverses());
            String matter = reversed == null ? matter(movement.sourceKey()) : reversed;
            matters.put(movement.voucherId(), matter);
            sums.merge(matter, -movement.oere(), Long::sum);
            texts.putIfAbsent(matter, "Bilag " + movement.label() + ", " + movement.text());
        }
        long opening = -ledger.balances(clusterId, last).getOrDefault(ChartOfAccounts.CREDITORS, 0L)
                - sums.values().stream().mapToLong(Long::longValue).sum();
        List<Unpaid> unpaid = new ArrayList<>();
        if (opening != 0) {
            unpaid.add(new Unpaid("Fra åbningen af regnskabet", opening));
        }
        sums.forEach((matter, oere) -> {
            if (oere != 0) {
                unpaid.add(new Unpaid(texts.getOrDefault(matter, matter), oere));
            }
        });
        return unpaid;
    }

    /** {@code invoice:F2026-0003:1} and {@code settlement:F2026-0003:1} are one bill. */
    private static String matter(String sourceKey) {
        String[] parts = sourceKey.split(":", 2);
        return parts.length == 2 && (parts[0].equals("invoice") || parts[0].equals("settlement"))
                ? parts[1]
                : sourceKey;
    }
}
