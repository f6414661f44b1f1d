package dk.klyngeflow.accounts;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts of each cluster. */
@Component
public class ChartOfAccounts {

    /** The cluster's own bank account. */
    public static final String BANK = "5800";
    /** What PLO holds for the cluster. */
    public static final String PLO = "5810";
    /** What is owed to suppliers and claimants. */
    public static final String CREDITORS = "6800";
    /** What was there before the books were opened. */
    public static final String OPENING = "7100";

    private final JdbcClient jdbc;

    ChartOfAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives a new cluster the standard chart; accounts that are there already stay as they are. */
    public void open(String clusterId) {
        throw new UnsupportedOperationException(clusterId + jdbc);
    }

    /** All accounts by number. */
    public List<Account> accounts(String clusterId) {
        throw new UnsupportedOperationException(clusterId);
    }

    /** The accounts an invoice can be coded to. */
    public List<Account> expenses(String clusterId) {
        throw new UnsupportedOperationException(clusterId);
    }

    public Optional<Account> find(String clusterId, String number) {
        throw new UnsupportedOperationException(clusterId + number);
    }

    /** Changes the cluster's own guidance on what money may be used for. */
    public void guide(String clusterId, String number, String guidance) {
        throw new UnsupportedOperationException(clusterId + number + guidance);
    }
}
