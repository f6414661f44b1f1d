package dk.klyngeflow.accounts;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.security.Refused;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounting years of each cluster, which are calendar years. A closed year is closed, and so are those before it. */
@Repository
public class AccountingYears {

    private static final Logger LOG = LoggerFactory.getLogger(AccountingYears.class);

    /** How far {@code :year} of {@code :cluster} has come. */
    static final String STATE = """
            select case
              when coalesce(max(year) filter (where closed_at is not null), 0) >= :year then 'CLOSED'
              when count(*) filter (where year = :year and locked_at is not null) > 0 then 'LOCKED'
              else 'OPEN' end
            from klyngeflow.accounting_year where cluster_id = :cluster""";

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    AccountingYears(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** @param years those with vouchers or a budget, and the present one; newest first */
    record Known(List<Integer> years, int lastClosed) {

        boolean isClosed(int year) {
            return year <= lastClosed;
        }
    }

    Known known(String clusterId) {
        List<Integer> years = new ArrayList<>();
        AtomicInteger lastClosed = new AtomicInteger();
        jdbc.sql("""
                        select year, closed_at is not null as closed
                        from klyngeflow.accounting_year where cluster_id = :cluster
                        union all select distinct year, false from klyngeflow.budget where cluster_id = :cluster
                        union all select cast(:now as integer), false order by 1 desc""")
                .param("cluster", clusterId)
                .param("now", time.today().getYear())
                .query(row -> {
                    int year = row.getInt("year");
                    if (!years.contains(year)) {
                        years.add(year);
                    }
                    if (row.getBoolean("closed")) {
                        lastClosed.accumulateAndGet(year, Math::max);
                    }
                });
        return new Known(List.copyOf(years), lastClosed.get());
    }

    /** Years in which something is posted, the oldest first. */
    public List<Integer> withVouchers(String clusterId) {
        return jdbc.sql("""
                        select year from klyngeflow.accounting_year
                        where cluster_id = :cluster and last_number > 0 order by year""").param("cluster", clusterId).query(Integer.class).list();
    }

    public boolean isClosed(String clusterId, int year) {
        return year <= lastClosed(clusterId);
    }

    /** Whether whoever may post, posts in it. */
    public boolean isOpen(String clusterId, int year) {
        return state(clusterId, year) == YearState.OPEN;
    }

    /** How far a year has come; one that nothing is known of is open unless a later one is closed. */
    public YearState state(String clusterId, int year) {
        return YearState.valueOf(jdbc.sql(STATE)
                .param("cluster", clusterId)
                .param("year", year)
                .query(String.class)
                .single());
    }

    /** The number of the newest draft of a year's accounts; 0 before the lock. */
    public int draft(String clusterId, int year) {
        return jdbc.sql("select draft from klyngeflow.accounting_year where cluster_id = :cluster and year = :year")
                .param("cluster", clusterId)
                .param("year", year)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Why it was locked though the bank has not said everything; empty when it had. */
    public String lockedWithout(String clusterId, int year) {
        return jdbc.sql("""
                        select coalesce(locked_without, '') from klyngeflow.accounting_year
                        where cluster_id = :cluster and year = :year""")
                .param("cluster", clusterId)
                .param("year", year)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** Whether all that is posted in a year is what was there before the books: there are no accounts to make of it. */
    boolean onlyOpens(String clusterId, int year) {
        return jdbc.sql("""
                        select not exists (select 1 from klyngeflow.voucher v
                          where v.cluster_id = :cluster and v.year = :year and not exists (
                            select 1 from klyngeflow.entry e where e.cluster_id = v.cluster_id
                              and e.voucher_id = v.voucher_id and e.account = :opening))""")
                .param("cluster", clusterId)
                .param("year", year)
                .param("opening", ChartOfAccounts.OPENING)
                .query(Boolean.class)
                .single();
    }

    /** Years whose accounts are to be made before this one's. */
    public List<Integer> leftOpenBefore(String clusterId, int year) {
        return withVouchers(clusterId).stream()
                .filter(before -> before < year && !isClosed(clusterId, before) && !onlyOpens(clusterId, before))
                .toList();
    }

    void requireOver(String clusterId, int year) {
        if (year >= time.today().getYear()) {
            throw Refused.conflict(
                    "Regnskabsåret " + year + " er ikke slut endnu og kan ikke låses eller lukkes.", Map.of());
        }
    }

    void setLocked(String clusterId, int year, String by, String without) {
        jdbc.sql("""
                        insert into klyngeflow.accounting_year as y (cluster_id, year, locked_by, locked_at, locked_without, draft)
                        values (:cluster, :year, :by, :at, nullif(:without, ''), 1)
                        on conflict (cluster_id, year) do update
                          set locked_by = excluded.locked_by, locked_at = excluded.locked_at,
                            locked_without = excluded.locked_without, draft = 1""")
                .param("without", without)
                .param("cluster", clusterId)
                .param("year", year)
                .param("by", by)
                .param("at", Timestamp.from(time.now()))
                .update();
        LOG.info("year {} of {} locked", year, clusterId);
    }

    void setClosed(String clusterId, int year, String by) {
        jdbc.sql("""
                        update klyngeflow.accounting_year set closed_by = :by, closed_at = :at
                        where cluster_id = :cluster and year = :year""")
                .param("cluster", clusterId)
                .param("year", year)
                .param("by", by)
                .param("at", Timestamp.from(time.now()))
                .update();
        LOG.info("year {} of {} closed", year, clusterId);
    }

    /** The wanted date, or the first day of the next open year when its year is locked or closed. */
    public LocalDate postingDate(String clusterId, LocalDate wanted) {
        LocalDate date = wanted;
        while (!isOpen(clusterId, date.getYear())) {
            date = LocalDate.of(date.getYear() + 1, 1, 1);
        }
        return date;
    }

    /** One posting or closing per cluster at a time, until the transaction ends: two posts of one source key meet here and not in an error. */
    public void lockBooks(String clusterId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('klyngeflow.ledger/' || :cluster, 0))")
                .param("cluster", clusterId)
                .query(row -> {});
    }

    private int lastClosed(String clusterId) {
        return jdbc.sql("""
                        select coalesce(max(year), 0) from klyngeflow.accounting_year
                        where cluster_id = :cluster and closed_at is not null""").param("cluster", clusterId).query(Integer.class).single();
    }
}
