package dk.klyngeflow.polls;

import dk.klyngeflow.pages.YearlyFigures;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many of those who were asked about dates answered, by the year in which they were asked; nothing of it leaves the cluster. */
@Repository
class PollFigures implements YearlyFigures {

    private final JdbcClient jdbc;

    PollFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Yearly> of(String clusterId) {
        // a poll that is over with all its dates has its counts; of the others the people are still there
        return jdbc.sql("""
                        select extract(year from d.opened_at at time zone 'Europe/Copenhagen')::int as year,
                               sum(coalesce(d.answered, p.answered)) as answered, sum(coalesce(d.asked, p.asked)) as asked
                        from klyngeflow.date_poll d
                        left join (
                          select poll_id, count(*) as asked, count(answered_at) as answered from klyngeflow.date_poll_person
                          where cluster_id = :cluster and left_at is null group by poll_id) p on p.poll_id = d.poll_id
                        where d.cluster_id = :cluster and d.closed_at is not null
                        group by 1 having sum(coalesce(d.asked, p.asked)) > 0""")
                .param("cluster", clusterId)
                .query((row, number) -> new Yearly(
                        clusterId,
                        KeyFigure.DATE_ANSWERS,
                        row.getInt("year"),
                        row.getLong("answered"),
                        row.getLong("asked")))
                .list();
    }

    @Override
    public List<Yearly> across(int fromYear) {
        return List.of();
    }

    @Override
    public List<Yearly> together(int fromYear) {
        return List.of();
    }
}
