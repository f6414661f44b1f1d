package dk.klyngeflow.gatherings;

import dk.klyngeflow.pages.YearlyFigures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many meetings were held, how long it took from the dates were asked about to the invitation, and who answered and came. */
@Repository
class MeetingCounts implements YearlyFigures {

    private static final String ASKED_TO_INVITED = """
            select cluster_id, date_part('year', invited at time zone 'Europe/Copenhagen')::int as year,
                   date_part('epoch', invited - asked) / 8640 as tenths
            from (select cluster_id, meeting_id, min(at) filter (where kind = 'DATES_ASKED') as asked,
                         min(at) filter (where kind = 'INVITED') as invited
                  from klyngeflow.meeting_event where kind in ('DATES_ASKED', 'INVITED') and %s
                  group by cluster_id, meeting_id) times
            where invited > asked""";

    private static final String HELD = """
            select cluster_id, meeting_id, date_part('year', starts_at at time zone 'Europe/Copenhagen')::int as year
            from klyngeflow.meeting where status in ('HELD', 'MINUTED', 'CLOSED') and %s""";

    private static final String ONE = "cluster_id = :cluster";

    private final JdbcClient jdbc;

    MeetingCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Yearly> of(String clusterId) {
        List<Yearly> found = new ArrayList<>();
        jdbc.sql("with held as (" + HELD.formatted(ONE) + "), times as (" + ASKED_TO_INVITED.formatted(ONE) + """
                        ), people as (
                          select held.year, count(*) filter (where invited_sequence is not null) as invited,
                                 count(reply) filter (where invited_sequence is not null) as replied,
                                 count(attended) as listed, count(*) filter (where attended) as came
                          from held join klyngeflow.meeting_person p
                            on p.cluster_id = :cluster and p.meeting_id = held.meeting_id
                          group by held.year)
                        select coalesce(m.year, t.year) as year, m.held, t.days, t.invitations,
                               people.invited, people.replied, people.listed, people.came
                        from (select year, count(*) as held from held group by year) m
                        full join (select year, percentile_cont(0.5) within group (order by tenths) as days,
                                          count(*) as invitations from times group by year) t on t.year = m.year
                        left join people on people.year = m.year""")
                .param("cluster", clusterId)
                .query(row -> {
                    int year = row.getInt("year");
                    add(found, clusterId, KeyFigure.MEETINGS_HELD, year, row, "held", "held");
                    add(found, clusterId, KeyFigure.DAYS_TO_INVITATION, year, row, "days", "invitations");
                    add(found, clusterId, KeyFigure.REPLIES, year, row, "replied", "invited");
                    add(found, clusterId, KeyFigure.ATTENDANCE, year, row, "came", "listed");
                });
        return found;
    }

    @Override
    public List<Yearly> across(int fromYear) {
        return since("cluster_id", fromYear);
    }

    @Override
    public List<Yearly> together(int fromYear) {
        return since("''", fromYear);
    }

    /** The dates of a meeting are asked about at most a year before it is called. */
    private List<Yearly> since(String cluster, int fromYear) {
        List<Yearly> found = new ArrayList<>();
        String since = " >= make_timestamptz(:from, 1, 1, 0, 0, 0, 'Europe/Copenhagen')";
        jdbc.sql("""
                        with held as (%2$s), times as (%3$s)
                        select %1$s as cluster_id, year, count(*) as held, 0.0::float8 as days, 0 as invitations
                        from held group by 1, 2
                        union all
                        select %1$s, year, 0, percentile_cont(0.5) within group (order by tenths), count(*)
                        from times where year >= :from group by 1, 2""".formatted(
                                cluster,
                                HELD.formatted("starts_at" + since),
                                ASKED_TO_INVITED.formatted("at" + since + " - interval '1 year'")))
                // PostgreSQL knows no year 0
                .param("from", Math.max(1, fromYear))
                .query(row -> {
                    String of = row.getString("cluster_id");
                    int year = row.getInt("year");
                    add(found, of, KeyFigure.MEETINGS_HELD, year, row, "held", "held");
                    add(found, of, KeyFigure.DAYS_TO_INVITATION, year, row, "days", "invitations");
                });
        return found;
    }

    /** What is reckoned from nothing is left out. */
    private static void add(
            List<Yearly> to, String clusterId, KeyFigure figure, int year, ResultSet row, String value, String outOf)
            throws SQLException {
        if (row.getLong(outOf) > 0) {
            to.add(new Yearly(clusterId, figure, year, Math.round(row.getDouble(value)), row.getLong(outOf)));
        }
    }
}
