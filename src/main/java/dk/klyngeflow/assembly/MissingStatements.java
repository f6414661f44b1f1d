package dk.klyngeflow.assembly;

import dk.klyngeflow.bankstatements.BankAtYearEnd;
import dk.klyngeflow.bankstatements.StatementTaken;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.members.BoardHelp;
import dk.klyngeflow.members.ClusterSettings;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Asks for the bank statement of each month that is over, once; and leaves off when it has come. */
@Repository
class MissingStatements {

    private static final Logger LOG = LoggerFactory.getLogger(MissingStatements.class);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);
    private static final int FEWEST_DAYS = 60;

    private final JdbcClient jdbc;
    private final BankAtYearEnd bank;
    private final ClusterSettings settings;
    private final BoardHelp board;
    private final Cases cases;
    private final CopenhagenTime time;

    MissingStatements(
            JdbcClient jdbc,
            BankAtYearEnd bank,
            ClusterSettings settings,
            BoardHelp board,
            Cases cases,
            CopenhagenTime time) {
        this.jdbc = jdbc;
        this.bank = bank;
        this.settings = settings;
        this.board = board;
        this.cases = cases;
        this.time = time;
    }

    record Opened(String label, Instant dueAt, Instant escalateAt, Instant givenUpAt) {}

    static String key(String clusterId, YearMonth month) {
        return clusterId + "/kontoudtog-" + month;
    }

    /** "november 2026". */
    static String inWords(YearMonth month) {
        return DanishTime.MONTH.format(month);
    }

    /** Every node does it, every day: the row is there once, and its case begins with it. */
    @Transactional
    public void see(String clusterId) {
        closeWhatHasCome(clusterId);
        LocalDate today = time.today();
        YearMonth month = YearMonth.from(today).minusMonths(1);
        if (today.getDayOfMonth() < settings.get(clusterId, AssemblySettings.STATEMENT_DAY)
                || !bank.isWanted(clusterId, month)) {
            return;
        }
        int added = jdbc.sql("""
                        insert into klyngeflow.missing_statement (cluster_id, month, asked_at)
                        values (:cluster, :month, :now) on conflict do nothing""")
                .param("cluster", clusterId)
                .param("month", month.atDay(1))
                .param("now", Timestamp.from(time.now()))
                .update();
        if (added == 1) {
            cases.start(
                    MissingStatement.KEY,
                    clusterId,
                    key(clusterId, month),
                    Map.of(MissingStatementVariables.STATEMENT_MONTH.name(), month.toString()));
            LOG.info("the statement of {} is missing in {}", month, clusterId);
        }
    }

    @EventListener
    void taken(StatementTaken taken) {
        closeWhatHasCome(taken.clusterId());
    }

    /** Also what is no longer asked for, as when PLO holds the account now. */
    private void closeWhatHasCome(String clusterId) {
        for (YearMonth month : asked(clusterId)) {
            if (!bank.isWanted(clusterId, month)) {
                cases.tell(MissingStatement.ARRIVED, clusterId, key(clusterId, month), Map.of());
            }
        }
    }

    private List<YearMonth> asked(String clusterId) {
        return jdbc.sql("""
                        select month from klyngeflow.missing_statement
                        where cluster_id = :cluster and closed_at is null order by month""").param("cluster", clusterId).query(LocalDate.class).list().stream()
                .map(YearMonth::from)
                .toList();
    }

    /** It is given up when the accounts of the year have asked for all of them. */
    Opened open(String clusterId, String month) {
        YearMonth of = YearMonth.parse(month);
        LocalDate due = time.today().plusDays(settings.get(clusterId, AssemblySettings.ASSEMBLY_TASK_DAYS));
        LocalDate nextYear = LocalDate.of(of.getYear() + 1, 3, 1);
        LocalDate fewest = time.today().plusDays(FEWEST_DAYS);
        return new Opened(
                inWords(of),
                CopenhagenTime.at(due, AFTERNOON),
                CopenhagenTime.at(due.plusDays(1), MORNING),
                CopenhagenTime.at(nextYear.isAfter(fewest) ? nextYear : fewest, AFTERNOON));
    }

    void offer(String clusterId, String businessKey) {
        board.ask(clusterId, businessKey);
    }

    void close(String clusterId, String month) {
        set(clusterId, month, "closed_at = coalesce(closed_at, :value)", Timestamp.from(time.now()));
    }

    void cannotBeHad(String clusterId, String month, String why) {
        set(clusterId, month, "why = :value", why);
    }

    private void set(String clusterId, String month, String what, Object value) {
        jdbc.sql("update klyngeflow.missing_statement set " + what + " where cluster_id = :cluster and month = :month")
                .param("value", value)
                .param("cluster", clusterId)
                .param("month", YearMonth.parse(month).atDay(1))
                .update();
    }

    /** Danish, why statements of the year could not be had, as it was said each month. */
    List<String> reasons(String clusterId, int year) {
        return jdbc.sql("""
                        select month, why from klyngeflow.missing_statement
                        where cluster_id = :cluster and why <> '' and extract(year from month) = :year order by month""")
                .param("cluster", clusterId)
                .param("year", year)
                .query((row, number) -> "Om " + inWords(YearMonth.from(row.getObject("month", LocalDate.class)))
                        + " er der skrevet: „" + row.getString("why").replaceFirst("\\.$", "") + "“.")
                .list();
    }

    /** Whole years at a time. */
    int forget(int lastYear) {
        return jdbc.sql("delete from klyngeflow.missing_statement where extract(year from month) <= :year")
                .param("year", lastYear)
                .update();
    }
}
