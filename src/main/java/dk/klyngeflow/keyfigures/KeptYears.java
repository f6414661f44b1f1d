package dk.klyngeflow.keyfigures;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.pages.YearlyFigures;
import dk.klyngeflow.pages.YearlyFigures.KeyFigure;
import dk.klyngeflow.pages.YearlyFigures.Yearly;
import java.sql.Timestamp;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What all clusters together counted in the years that are over, kept for the page that shows it: reckoned anew every night, so that what
 * is put right in an old year is there the next day. A year that has not been kept yet is reckoned when it is asked for.
 */
@Repository
class KeptYears {

    private final ObjectProvider<YearlyFigures> rooms;
    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    KeptYears(ObjectProvider<YearlyFigures> rooms, JdbcClient jdbc, CopenhagenTime time) {
        this.rooms = rooms;
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Every year: kept when it is over, and reckoned now when it is not. */
    List<Yearly> all() {
        List<Yearly> kept = jdbc.sql("select figure, year, value, out_of from klyngeflow.kept_year where year < :year")
                .param("year", time.today().getYear())
                .query((row, number) -> new Yearly(
                        Yearly.ALL,
                        KeyFigure.valueOf(row.getString("figure")),
                        row.getInt("year"),
                        row.getLong("value"),
                        row.getLong("out_of")))
                .list();
        int since = kept.stream().mapToInt(Yearly::year).max().orElse(0) + 1;
        return Stream.concat(kept.stream(), reckoned(since).stream()).toList();
    }

    /** On two nodes at once the second finds them kept, and keeps the same. */
    @Scheduled(cron = "0 50 2 * * *", zone = "Europe/Copenhagen")
    @Transactional
    public void keep() {
        int now = time.today().getYear();
        List<Yearly> over =
                reckoned(0).stream().filter(each -> each.year() < now).toList();
        jdbc.sql("lock table klyngeflow.kept_year in share row exclusive mode").update();
        jdbc.sql("delete from klyngeflow.kept_year").update();
        jdbc.sql("""
                        insert into klyngeflow.kept_year (figure, year, value, out_of, kept_at)
                        select figure, year, value, out_of, :now
                        from unnest(:figures::text[], :years::integer[], :values::bigint[], :outOf::bigint[])
                          as o (figure, year, value, out_of)""")
                .param(
                        "figures",
                        over.stream().map(each -> each.figure().name()).toArray(String[]::new))
                .param("years", over.stream().map(Yearly::year).toArray(Integer[]::new))
                .param("values", over.stream().map(Yearly::value).toArray(Long[]::new))
                .param("outOf", over.stream().map(Yearly::outOf).toArray(Long[]::new))
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    private List<Yearly> reckoned(int fromYear) {
        return rooms.orderedStream()
                .flatMap(room -> room.together(fromYear).stream())
                .toList();
    }
}
