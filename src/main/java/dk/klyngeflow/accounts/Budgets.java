package dk.klyngeflow.accounts;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows.Column;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.security.Refused;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What each cluster means to spend and earn per account and year. */
@Repository
public class Budgets {

    private static final String SELECT = """
            select a.cluster_id, a.number, a.name, a.kind, a.guidance, a.board_only, b.oere as budget, coalesce(e.oere, 0) as moved
            from klyngeflow.account a
            left join lateral (
              select oere from klyngeflow.budget
              where cluster_id = a.cluster_id and account = a.number and year = :year
              order by budget_id desc limit 1) b on true
            left join lateral (
              -- what is taken back from another year gives this year's budget nothing
              select sum(n.debit_oere - n.credit_oere) as oere
              from klyngeflow.entry n
              join klyngeflow.voucher v on v.cluster_id = n.cluster_id and v.voucher_id = n.voucher_id
              left join klyngeflow.voucher o on o.cluster_id = v.cluster_id and o.voucher_id = v.reverses
              where n.cluster_id = a.cluster_id and n.account = a.number and n.year = :year
                and (o.year is null or o.year = n.year)) e on true
            where a.cluster_id = :cluster""";

    private final JdbcClient jdbc;
    private final CopenhagenTime time;
    private final ObjectProvider<Commitments> commitments;

    Budgets(JdbcClient jdbc, CopenhagenTime time, ObjectProvider<Commitments> commitments) {
        this.jdbc = jdbc;
        this.time = time;
        this.commitments = commitments;
    }

    /**
     * Sets or changes one figure; the old one is kept with who set it and when.
     *
     * @param oere not negative
     */
    @Transactional
    public void set(String clusterId, String account, int year, long oere, String by) {
        if (oere < 0) {
            throw Refused.badRequest("Et budget kan ikke være negativt.");
        }
        int inserted = jdbc.sql("""
                        insert into klyngeflow.budget (cluster_id, year, account, oere, set_by, set_at)
                        select cluster_id, :year, number, :oere, :by, :at from klyngeflow.account
                        where cluster_id = :cluster and number = :account and kind in ('INCOME', 'EXPENSE')""")
                .param("year", year)
                .param("oere", oere)
                .param("by", by)
                .param("at", Timestamp.from(time.now()))
                .param("cluster", clusterId)
                .param("account", account)
                .update();
        if (inserted == 0) {
            throw Refused.badRequest("Kontoen findes ikke, eller der kan ikke lægges budget på den.");
        }
    }

    /**
     * One account that can have a budget.
     *
     * @param oere null when none is set
     */
    record Planned(
            Account account,
            @Column(isJoined = true) @Nullable Long oere,
            @Column(isJoined = true) @Nullable String setBy,
            @Column(isJoined = true) @Nullable Instant setAt) {}

    /** All income and expense accounts with the budget of the year and who set it, by number. */
    List<Planned> planned(String clusterId, int year) {
        return jdbc.sql("""
                        select a.cluster_id, a.number, a.name, a.kind, a.guidance, a.board_only, b.oere, b.set_by, b.set_at
                        from klyngeflow.account a
                        left join lateral (
                          select oere, set_by, set_at from klyngeflow.budget
                          where cluster_id = a.cluster_id and account = a.number and year = :year
                          order by budget_id desc limit 1) b on true
                        where a.cluster_id = :cluster and a.kind in ('INCOME', 'EXPENSE') order by a.number""")
                .param("cluster", clusterId)
                .param("year", year)
                .query(PLANNED)
                .list();
    }

    /** What is left when what is approved but not posted is counted too, as far as {@link Commitments} knows it. */
    public BudgetLeft left(String clusterId, String account, int year) {
        return left(clusterId, account, year, committed(clusterId, year).getOrDefault(account, 0L));
    }

    /**
     * @param committedOere approved but not yet posted, known to the caller
     * @throws Refused when the account is unknown in the cluster
     */
    public BudgetLeft left(String clusterId, String account, int year, long committedOere) {
        return jdbc
                .sql(SELECT + " and a.number = :account")
                .param("cluster", clusterId)
                .param("account", account)
                .param("year", year)
                .query(STANDING)
                .optional()
                .map(standing -> standing.in(year, committedOere))
                .orElseThrow(Refused::notFound);
    }

    /** All income and expense accounts that have a budget, an entry or a commitment in the year, by number. */
    public List<BudgetLeft> year(String clusterId, int year) {
        Map<String, Long> committed = committed(clusterId, year);
        return jdbc
                .sql(SELECT + " and a.kind in ('INCOME', 'EXPENSE') order by a.number")
                .param("cluster", clusterId)
                .param("year", year)
                .query(STANDING)
                .list()
                .stream()
                .map(standing -> standing.in(
                        year, committed.getOrDefault(standing.account().number(), 0L)))
                .filter(left -> left.hasBudget() || left.spent() != 0 || left.committed() != 0)
                .toList();
    }

    private Map<String, Long> committed(String clusterId, int year) {
        Commitments known = commitments.getIfAvailable();
        return known == null ? Map.of() : known.committed(clusterId, year);
    }

    /** @param moved debit less credit of the year */
    private record Standing(
            Account account,
            @Column(isJoined = true) @Nullable Long budget,
            @Column(isJoined = true) long moved) {

        BudgetLeft in(int year, long committed) {
            return new BudgetLeft(
                    account,
                    year,
                    budget != null,
                    budget == null ? 0 : budget,
                    account.kind().isDebit() ? moved : -moved,
                    committed);
        }
    }

    private static final Rows<Standing> STANDING = Rows.of(Standing.class, "account");
    private static final Rows<Planned> PLANNED = Rows.of(Planned.class, "account");
}
