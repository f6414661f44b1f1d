package dk.klyngeflow.accounts;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.engine.TransactionMemory;
import dk.klyngeflow.security.Refused;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of each cluster. */
@Repository
public class ChartOfAccounts {

    /** The cluster's own bank account. */
    public static final String BANK = "5800";
    /** What PLO holds for the cluster. */
    public static final String PLO = "5810";
    /** What is owed to suppliers and claimants. */
    public static final String CREDITORS = "6800";
    /** What was there before the books were opened. */
    public static final String OPENING = "7100";

    static final int LONGEST_GUIDANCE = 2_000;

    static final Rows<Account> ROW = Rows.of(Account.class, "account");

    private static final String SELECT =
            "select cluster_id, number, name, kind, guidance, board_only from klyngeflow.account ";

    private final JdbcClient jdbc;
    private final CopenhagenTime time;
    private final TransactionMemory<List<String>, Optional<Account>> memory = new TransactionMemory<>();

    ChartOfAccounts(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Gives a new cluster the standard chart; accounts that are there already stay as they are. */
    @Transactional
    public void open(String clusterId) {
        StandardChart.ENTRIES.forEach(entry -> memory.forget(List.of(clusterId, entry.number())));
        List<StandardChart.Entry> standard = StandardChart.ENTRIES;
        jdbc.sql("""
                        insert into klyngeflow.account (cluster_id, number, name, kind, guidance, board_only)
                        select :cluster, number, name, kind, guidance, number = any(:boardOnly)
                        from unnest(:numbers::text[], :names::text[], :kinds::text[], :guidances::text[])
                          as entry (number, name, kind, guidance)
                        on conflict do nothing""")
                .param("cluster", clusterId)
                .param("boardOnly", StandardChart.BOARD_ONLY.toArray(String[]::new))
                .param(
                        "numbers",
                        standard.stream().map(StandardChart.Entry::number).toArray(String[]::new))
                .param("names", standard.stream().map(StandardChart.Entry::name).toArray(String[]::new))
                .param(
                        "kinds",
                        standard.stream().map(entry -> entry.kind().name()).toArray(String[]::new))
                .param(
                        "guidances",
                        standard.stream().map(StandardChart.Entry::guidance).toArray(String[]::new))
                .update();
    }

    /** All accounts by number. */
    public List<Account> accounts(String clusterId) {
        return jdbc.sql(SELECT + "where cluster_id = :cluster order by number")
                .param("cluster", clusterId)
                .query(ROW)
                .list();
    }

    /** The accounts an invoice can be coded to. */
    public List<Account> expenses(String clusterId) {
        return accounts(clusterId).stream()
                .filter(account -> account.kind() == Account.Kind.EXPENSE)
                .toList();
    }

    public Optional<Account> find(String clusterId, String number) {
        return memory.get(
                List.of(clusterId, number),
                () -> jdbc.sql(SELECT + "where cluster_id = :cluster and number = :number")
                        .param("cluster", clusterId)
                        .param("number", number)
                        .query(ROW)
                        .optional());
    }

    /** Changes the cluster's own guidance on what money may be used for, from now on; what it was before is kept. */
    @Transactional
    public void guide(String clusterId, String number, String guidance, String by) {
        if (guidance.length() > LONGEST_GUIDANCE) {
            throw Refused.badRequest("Retningslinjen må højst fylde 2.000 tegn.");
        }
        memory.forget(List.of(clusterId, number));
        int changed = jdbc.sql(
                        "update klyngeflow.account set guidance = :guidance where cluster_id = :cluster and number = :number")
                .param("guidance", guidance.strip())
                .param("cluster", clusterId)
                .param("number", number)
                .update();
        if (changed == 0) {
            throw Refused.notFound();
        }
        jdbc.sql("""
                        insert into klyngeflow.guidance_change (cluster_id, account, guidance, set_by, set_at)
                        values (:cluster, :number, :guidance, :by, :at)""")
                .param("cluster", clusterId)
                .param("number", number)
                .param("guidance", guidance.strip())
                .param("by", by)
                .param("at", Timestamp.from(time.now()))
                .update();
    }

    /** Says whether only the board may approve what is spent on it, from now on; what it was before is kept. */
    @Transactional
    public void reserveForBoard(String clusterId, String number, boolean boardOnly, String by) {
        memory.forget(List.of(clusterId, number));
        int changed = jdbc.sql(
                        "update klyngeflow.account set board_only = :only where cluster_id = :cluster and number = :number")
                .param("only", boardOnly)
                .param("cluster", clusterId)
                .param("number", number)
                .update();
        if (changed == 0) {
            throw Refused.notFound();
        }
        jdbc.sql("""
                        insert into klyngeflow.board_only_change (cluster_id, account, board_only, set_by, set_at)
                        values (:cluster, :number, :only, :by, :at)""")
                .param("cluster", clusterId)
                .param("number", number)
                .param("only", boardOnly)
                .param("by", by)
                .param("at", Timestamp.from(time.now()))
                .update();
    }
}
