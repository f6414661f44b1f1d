package dk.klyngeflow.year;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.members.ClusterSettings;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which years each cluster has begun: one row, and one case, for each; the database keeps it so. */
@Repository
class Years {

    private static final Logger LOG = LoggerFactory.getLogger(Years.class);
    private static final Rows<Begun> ROW = Rows.of(Begun.class, "cluster_year");

    private final JdbcClient jdbc;
    private final Cases cases;
    private final ClusterSettings settings;
    private final CopenhagenTime time;

    Years(JdbcClient jdbc, Cases cases, ClusterSettings settings, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.settings = settings;
        this.time = time;
    }

    /** @param closedAt null while its case runs */
    record Begun(
            String clusterId,
            int year,
            LocalDate fromDay,
            int modelVersion,
            int statutesVersion,
            @Nullable Instant closedAt) {}

    /** The newest first. */
    List<Begun> of(String clusterId) {
        return jdbc.sql("select * from klyngeflow.cluster_year where cluster_id = :cluster order by year desc")
                .param("cluster", clusterId)
                .query(ROW)
                .list();
    }

    Optional<Begun> find(String clusterId, int year) {
        return of(clusterId).stream().filter(begun -> begun.year() == year).findFirst();
    }

    /**
     * Begins a year; one that has begun stays as it is.
     *
     * @param from the first day that is planned
     */
    @Transactional
    public void begin(String clusterId, int year, LocalDate from) {
        int added = jdbc.sql("""
                        insert into klyngeflow.cluster_year (cluster_id, year, from_day, opened_at)
                        values (:cluster, :year, :from, :now) on conflict do nothing""")
                .param("cluster", clusterId)
                .param("year", year)
                .param("from", from)
                .param("now", Timestamp.from(time.now()))
                .update();
        if (added == 1) {
            start(clusterId, year);
            LOG.info("year {} of {} has begun", year, clusterId);
        }
    }

    @Transactional
    public void beginAfter(String clusterId, int year) {
        begin(clusterId, year + 1, LocalDate.of(year + 1, 1, 1));
    }

    @Transactional
    public void close(String clusterId, int year) {
        jdbc.sql("""
                        update klyngeflow.cluster_year set closed_at = :now
                        where cluster_id = :cluster and year = :year and closed_at is null""")
                .param("now", Timestamp.from(time.now()))
                .param("cluster", clusterId)
                .param("year", year)
                .update();
        beginAfter(clusterId, year);
    }

    /** From when on the year after should have begun. */
    LocalDate nextYearFrom(String clusterId, int year) {
        return LocalDate.of(year + 1, 1, 1).minusWeeks(settings.get(clusterId, YearSettings.NEXT_YEAR_WEEKS));
    }

    /** Every cluster has the year that it is in, from autumn on the next one too, and a case for each. */
    @Transactional
    public void see(String clusterId) {
        // the lost ones first: inside a step of the engine a case that has just begun cannot be found yet
        for (Begun begun : of(clusterId)) {
            if (begun.closedAt() == null
                    && !cases.isOpen(clusterId, ClusterYear.businessKey(clusterId, begun.year()))) {
                LOG.warn("year {} of {} had lost its case; it begins again", begun.year(), clusterId);
                start(clusterId, begun.year());
            }
        }
        LocalDate today = time.today();
        if (find(clusterId, today.getYear()).isEmpty()) {
            begin(clusterId, today.getYear(), today);
        }
        if (!today.isBefore(nextYearFrom(clusterId, today.getYear()))) {
            beginAfter(clusterId, today.getYear());
        }
    }

    /** Clusters that were founded by an earlier version may have two cases for a year: the one that began first stays. */
    @Transactional
    public void keepOneCase(String clusterId) {
        for (Begun begun : of(clusterId)) {
            int ended = cases.endAllButEldest(
                    clusterId,
                    ClusterYear.businessKey(clusterId, begun.year()),
                    "Året havde to sager; den, der begyndte først, fortsætter.");
            if (ended > 0) {
                LOG.warn("year {} of {} had {} cases too many, which are ended", begun.year(), clusterId, ended);
            }
        }
    }

    void laidBy(Begun begun, int modelVersion, int statutesVersion) {
        jdbc.sql("""
                        update klyngeflow.cluster_year set model_version = :model, statutes_version = :statutes
                        where cluster_id = :cluster and year = :year""")
                .param("model", modelVersion)
                .param("statutes", statutesVersion)
                .param("cluster", begun.clusterId())
                .param("year", begun.year())
                .update();
    }

    private void start(String clusterId, int year) {
        cases.start(
                ClusterYear.KEY,
                clusterId,
                ClusterYear.businessKey(clusterId, year),
                Map.of(ClusterYearVariables.YEAR.name(), (long) year));
    }
}
