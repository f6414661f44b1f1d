package dk.klyngeflow.accounts;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each cluster means to spend and earn per account and year. */
@Component
public class Budgets {

    private final JdbcClient jdbc;

    Budgets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sets or changes one figure; who and when is kept. @param oere not negative */
    public void set(String clusterId, String account, int year, long oere, String by) {
        throw new UnsupportedOperationException(clusterId + account + year + oere + by + jdbc);
    }

    /** @throws LedgerRefused when the account is unknown */
    public BudgetLeft left(String clusterId, String account, int year) {
        return left(clusterId, account, year, 0);
    }

    /** @param committedOere approved but not yet posted, known to the caller */
    public BudgetLeft left(String clusterId, String account, int year, long committedOere) {
        throw new UnsupportedOperationException(clusterId + account + year + committedOere);
    }

    /** All income and expense accounts that have a budget or an entry in the year. */
    public List<BudgetLeft> year(String clusterId, int year) {
        throw new UnsupportedOperationException(clusterId + year);
    }
}
