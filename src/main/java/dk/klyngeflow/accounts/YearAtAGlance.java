package dk.klyngeflow.accounts;

import dk.klyngeflow.accounts.Commitments.Expected;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.engine.Rows.Column;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import java.sql.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * A cluster's year in one look: what came in and was spent against the budget, what there is in the bank, and where it is going. One
 * statement for the books and one for what is expected, however many vouchers there are.
 */
@Repository
class YearAtAGlance {

    private static final String SELECT = """
            select c.name as cluster_name, a.cluster_id, a.number, a.name, a.kind, a.guidance, a.board_only, b.oere as budget,
                   coalesce(e.moved, 0) as moved, coalesce(e.moved_before, 0) as moved_before, coalesce(e.standing, 0) as standing,
                   array(select year from klyngeflow.accounting_year where cluster_id = c.cluster_id
                         union select year from klyngeflow.budget where cluster_id = c.cluster_id order by 1 desc) as years,
                   (select coalesce(max(year), 0) from klyngeflow.accounting_year
                    where cluster_id = c.cluster_id and closed_at is not null) as last_closed,
                   exists (select from klyngeflow.role_holder r where r.cluster_id = c.cluster_id and r.person_id = :person
                     and r.post = 'TREASURER' and r.from_day <= :today and (r.until_day is null or r.until_day > :today)) as is_treasurer
            from klyngeflow.cluster c
            left join klyngeflow.account a on a.cluster_id = c.cluster_id
            left join lateral (
              select oere from klyngeflow.budget
              where cluster_id = a.cluster_id and account = a.number and year = :year
              order by budget_id desc limit 1) b on true
            left join (
              -- what is taken back from another year gives this year's budget nothing
              select n.account, sum(n.debit_oere - n.credit_oere) filter (where n.year = :year and (o.year is null or o.year = n.year)) as moved,
                     sum(n.debit_oere - n.credit_oere) filter (where n.year = :year - 1 and (o.year is null or o.year = n.year)) as moved_before,
                     sum(n.debit_oere - n.credit_oere) as standing
              from klyngeflow.entry n
              join klyngeflow.voucher v on v.cluster_id = n.cluster_id and v.voucher_id = n.voucher_id
              left join klyngeflow.voucher o on o.cluster_id = v.cluster_id and o.voucher_id = v.reverses
              where n.cluster_id = :cluster and n.year <= :year
              group by n.account) e on e.account = a.number
            where c.cluster_id = :cluster order by a.number""";

    private static final Rows<Standing> STANDING = Rows.of(Standing.class, "account");

    private final JdbcClient jdbc;
    private final CurrentPerson person;
    private final CopenhagenTime time;
    private final ObjectProvider<Commitments> commitments;

    YearAtAGlance(JdbcClient jdbc, CurrentPerson person, CopenhagenTime time, ObjectProvider<Commitments> commitments) {
        this.jdbc = jdbc;
        this.person = person;
        this.time = time;
        this.commitments = commitments;
    }

    /** @param moved debit less credit of the year @param standing of all years until its end */
    private record Standing(
            Account account,
            @Column(isJoined = true) @Nullable Long budget,
            @Column(isJoined = true) long moved,
            @Column(isJoined = true) long movedBefore,
            @Column(isJoined = true) long standing) {}

    /**
     * One account of income or expense; all in øre and positive for what is usual.
     *
     * @param before what it came to the year before
     * @param agreed with suppliers, no bill yet
     * @param meetings what the meetings to come will cost if they cost what meetings have cost
     */
    record Outlook(BudgetLeft left, long before, long agreed, long meetings) {

        /** What it comes to at the end of the year. Income is as budgeted unless more has come. */
        long expected() {
            boolean isIncome = left.account().kind() == Account.Kind.INCOME;
            return isIncome
                    ? Math.max(left.spent(), left.budget())
                    : left.spent() + left.committed() + agreed + meetings;
        }
    }

    /** At the end of the year, or today. @param plo what PLO holds for the cluster */
    record Cash(long bank, long plo) {}

    /**
     * @param years those with vouchers or a budget, and the present one; the newest first
     * @param isTreasurer whether the reader is
     * @param names of all accounts, by number
     * @param meetingsToCome how many meetings the outlook counts
     */
    record Glance(
            String clusterName,
            List<Integer> years,
            int lastClosed,
            boolean isTreasurer,
            Map<String, String> names,
            List<Outlook> accounts,
            Cash cash,
            long meetingsToCome) {

        long sum(Account.Kind kind, java.util.function.ToLongFunction<Outlook> of) {
            return accounts.stream()
                    .filter(each -> each.left().account().kind() == kind)
                    .mapToLong(of)
                    .sum();
        }
    }

    /** @throws Refused 404 when there is no such cluster */
    Glance of(String clusterId, int year) {
        Expected expected = commitments.stream()
                .findFirst()
                .map(known -> known.expected(clusterId, year))
                .orElse(Expected.NOTHING);
        List<Standing> standings = new ArrayList<>();
        List<Glance> head = new ArrayList<>();
        jdbc.sql(SELECT)
                .param("cluster", clusterId)
                .param("year", year)
                .param("person", person.requireId())
                .param("today", time.today())
                .query(row -> {
                    if (head.isEmpty()) {
                        head.add(new Glance(
                                row.getString("cluster_name"),
                                years(row.getArray("years")),
                                row.getInt("last_closed"),
                                row.getBoolean("is_treasurer"),
                                Map.of(),
                                List.of(),
                                new Cash(0, 0),
                                0));
                    }
                    if (row.getString("number") != null) {
                        standings.add(STANDING.mapRow(row, row.getRow()));
                    }
                });
        Glance known = head.stream().findFirst().orElseThrow(Refused::notFound);
        Map<String, String> names = new HashMap<>();
        standings.forEach(
                each -> names.put(each.account().number(), each.account().name()));
        return new Glance(
                known.clusterName(),
                known.years(),
                known.lastClosed(),
                known.isTreasurer(),
                names,
                standings.stream()
                        .filter(each -> each.account().kind() == Account.Kind.INCOME
                                || each.account().kind() == Account.Kind.EXPENSE)
                        .map(each -> outlook(each, year, expected))
                        .filter(YearAtAGlance::saysSomething)
                        .toList(),
                new Cash(standing(standings, ChartOfAccounts.BANK), standing(standings, ChartOfAccounts.PLO)),
                expected.toCome().values().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0));
    }

    private List<Integer> years(Array kept) throws java.sql.SQLException {
        List<Integer> years = new ArrayList<>(Arrays.asList((Integer[]) kept.getArray()));
        int now = time.today().getYear();
        if (!years.contains(now)) {
            years.add(now);
            years.sort((one, other) -> other - one);
        }
        return years;
    }

    private static Outlook outlook(Standing each, int year, Expected expected) {
        String number = each.account().number();
        boolean isDebit = each.account().kind().isDebit();
        BudgetLeft left = new BudgetLeft(
                each.account(),
                year,
                each.budget() != null,
                each.budget() == null ? 0 : each.budget(),
                isDebit ? each.moved() : -each.moved(),
                expected.committed().getOrDefault(number, 0L));
        long before = isDebit ? each.movedBefore() : -each.movedBefore();
        long ofOne = expected.held() == 0 ? 0 : Math.max(0, (left.spent() + before) / expected.held());
        return new Outlook(
                left,
                before,
                expected.agreed().getOrDefault(number, 0L),
                ofOne * expected.toCome().getOrDefault(number, 0L));
    }

    private static boolean saysSomething(Outlook outlook) {
        BudgetLeft left = outlook.left();
        return left.hasBudget()
                || left.spent() != 0
                || left.committed() != 0
                || outlook.before() != 0
                || outlook.agreed() != 0;
    }

    private static long standing(List<Standing> standings, String account) {
        return standings.stream()
                .filter(each -> each.account().number().equals(account))
                .mapToLong(Standing::standing)
                .sum();
    }
}
