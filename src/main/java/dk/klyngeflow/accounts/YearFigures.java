package dk.klyngeflow.accounts;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Result, balance and opening balances of a year, derived from the vouchers: no voucher closes a year, so none can carry a wrong figure
 * over. Reports cut income and expenses at the year; what the years before have left is equity.
 */
@Component
public class YearFigures {

    /** The account that the results of the years before are shown on. */
    public static final String RETAINED = "7200";

    private final JdbcClient jdbc;
    private final ChartOfAccounts chart;
    private final Ledger ledger;

    YearFigures(JdbcClient jdbc, ChartOfAccounts chart, Ledger ledger) {
        this.jdbc = jdbc;
        this.chart = chart;
        this.ledger = ledger;
    }

    /**
     * Amounts in øre.
     *
     * @param byAccount debit minus credit of each account of income and expense that was used
     * @param assets by account, what stands as debit; a bank account in overdraft is among the debts
     * @param debts by account, as positive amounts
     * @param equityStart before the result; negative when the cluster owed more than it had
     */
    public record Figures(
            int year,
            Map<String, Long> byAccount,
            long income,
            long expenses,
            Map<String, Long> assets,
            Map<String, Long> debts,
            long equityStart) {

        public long result() {
            return income - expenses;
        }

        /** "Overskud" or "Underskud". */
        public String resultTitle() {
            return result() < 0 ? "Underskud" : "Overskud";
        }

        public long equityEnd() {
            return equityStart + result();
        }

        public long assetsTotal() {
            return sum(assets);
        }

        /** Debts and equity, which are as much as the assets. */
        public long liabilitiesTotal() {
            return sum(debts) + equityEnd();
        }

        private static long sum(Map<String, Long> accounts) {
            return accounts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public Figures of(String clusterId, int year) {
        Map<String, Account.Kind> kinds = kinds(clusterId);
        Map<String, Long> used = ofYear(clusterId, year);
        Map<String, Long> byAccount = new TreeMap<>();
        long income = 0;
        long expenses = 0;
        for (Map.Entry<String, Long> each : used.entrySet()) {
            Account.Kind kind = kinds.get(each.getKey());
            if (kind == Account.Kind.INCOME) {
                income -= each.getValue();
                byAccount.put(each.getKey(), each.getValue());
            } else if (kind == Account.Kind.EXPENSE) {
                expenses += each.getValue();
                byAccount.put(each.getKey(), each.getValue());
            }
        }
        Map<String, Long> assets = new TreeMap<>();
        Map<String, Long> debts = new TreeMap<>();
        long equityEnd = 0;
        for (Map.Entry<String, Long> each :
                ledger.balances(clusterId, LocalDate.of(year, 12, 31)).entrySet()) {
            Account.Kind kind = kinds.get(each.getKey());
            long oere = each.getValue();
            if (kind != Account.Kind.ASSET && kind != Account.Kind.LIABILITY) {
                equityEnd -= oere;
            } else if (oere > 0) {
                assets.put(each.getKey(), oere);
            } else if (oere < 0) {
                debts.put(each.getKey(), -oere);
            }
        }
        return new Figures(year, Map.copyOf(byAccount), income, expenses, assets, debts, equityEnd - income + expenses);
    }

    /** What the year begins with: debit minus credit of every account; income and expenses begin at 0, what they left is equity. */
    public Map<String, Long> opening(String clusterId, int year) {
        Map<String, Account.Kind> kinds = kinds(clusterId);
        Map<String, Long> before = ledger.balances(clusterId, LocalDate.of(year - 1, 12, 31));
        Map<String, Long> opening = new LinkedHashMap<>();
        long retained = 0;
        for (String account : kinds.keySet()) {
            long oere = before.getOrDefault(account, 0L);
            Account.Kind kind = kinds.get(account);
            boolean isOfOneYear = kind == Account.Kind.INCOME || kind == Account.Kind.EXPENSE;
            opening.put(account, isOfOneYear ? 0L : oere);
            retained += isOfOneYear ? oere : 0;
        }
        opening.merge(RETAINED, retained, Long::sum);
        return opening;
    }

    private Map<String, Account.Kind> kinds(String clusterId) {
        Map<String, Account.Kind> kinds = new LinkedHashMap<>();
        List<Account> accounts = chart.accounts(clusterId);
        accounts.forEach(account -> kinds.put(account.number(), account.kind()));
        return kinds;
    }

    private Map<String, Long> ofYear(String clusterId, int year) {
        Map<String, Long> used = new TreeMap<>();
        jdbc.sql("""
                        select account, sum(debit_oere - credit_oere) as oere from klyngeflow.entry
                        where cluster_id = :cluster and year = :year group by account""").param("cluster", clusterId).param("year", year).query(row -> {
            used.put(row.getString("account"), row.getLong("oere"));
        });
        return used;
    }
}
