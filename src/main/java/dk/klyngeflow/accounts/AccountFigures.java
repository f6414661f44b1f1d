package dk.klyngeflow.accounts;

import dk.klyngeflow.pages.YearlyFigures;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Income, expenses and what was budgeted for them, year by year. */
@Repository
class AccountFigures implements YearlyFigures {

    private static final String MONEY = """
            select cluster_id, year, sum(income) as income, sum(expenses) as expenses, sum(budget) as budget
            from (
              select e.cluster_id, e.year, case when a.kind = 'INCOME' then e.credit_oere - e.debit_oere else 0 end as income,
                     case when a.kind = 'EXPENSE' then e.debit_oere - e.credit_oere else 0 end as expenses, 0 as budget
              from klyngeflow.entry e
              join klyngeflow.account a on a.cluster_id = e.cluster_id and a.number = e.account and a.kind in ('INCOME', 'EXPENSE')
              where %1$s
              union all
              select e.cluster_id, e.year, 0, 0, e.oere
              from (select distinct on (cluster_id, year, account) cluster_id, year, account, oere
                    from klyngeflow.budget e where %1$s order by cluster_id, year, account, budget_id desc) e
              join klyngeflow.account a on a.cluster_id = e.cluster_id and a.number = e.account and a.kind = 'EXPENSE') money
            group by cluster_id, year""";

    private final JdbcClient jdbc;

    AccountFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Yearly> of(String clusterId) {
        return read(jdbc.sql(MONEY.formatted("e.cluster_id = :cluster")).param("cluster", clusterId));
    }

    @Override
    public List<Yearly> across(int fromYear) {
        return read(jdbc.sql(MONEY.formatted("e.year >= :from")).param("from", fromYear));
    }

    /** What all clusters together have earned and spent says nothing about any of them: each by itself. */
    @Override
    public List<Yearly> together(int fromYear) {
        return List.of();
    }

    private static List<Yearly> read(JdbcClient.StatementSpec money) {
        List<Yearly> found = new ArrayList<>();
        money.query(row -> {
            String cluster = row.getString("cluster_id");
            int year = row.getInt("year");
            found.add(new Yearly(cluster, KeyFigure.INCOME, year, row.getLong("income"), 1));
            found.add(new Yearly(cluster, KeyFigure.EXPENSES, year, row.getLong("expenses"), 1));
            if (row.getLong("budget") > 0) {
                found.add(new Yearly(cluster, KeyFigure.BUDGET, year, row.getLong("budget"), 1));
            }
        });
        return found;
    }
}
