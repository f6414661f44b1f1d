package dk.klyngeflow.engine;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The filters that everybody finds in Tasklist. They belong to the application: each start puts them as they are written here. Who may
 * see them is one grant for all staff, given elsewhere; what they show is decided by each person's own rights.
 */
@Component
class TasklistFilters {

    /** Only these expressions may stand in a stored filter; the guard of the engine refuses all others. */
    private static final String ME = "${currentUser()}";

    private static final String NOW = "${now()}";

    /** Raise it when a query below changes, so that filters of an earlier version are replaced. */
    private static final int VERSION = 3;

    private static final String MARK = "klyngeflow";
    private static final long LOCK = 7_240_118L;
    private static final int DAYS_AHEAD = 7;

    private final FilterService filters;
    private final TaskService tasks;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final CopenhagenTime time;

    TasklistFilters(
            FilterService filters,
            TaskService tasks,
            JdbcClient database,
            TransactionTemplate transaction,
            CopenhagenTime time) {
        this.filters = filters;
        this.tasks = tasks;
        this.database = database;
        this.transaction = transaction;
        this.time = time;
    }

    /**
     * Every night too, since "this week" ends on a date: an expression that adds days to now would be refused by the guard. Thrice, for
     * what was missed.
     */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 1 0,3,6 * * *", zone = "Europe/Copenhagen")
    void arrange() {
        LocalDate today = time.today();
        transaction.executeWithoutResult(status -> {
            // two nodes that start together would each make their own
            database.sql("select pg_advisory_xact_lock(?)")
                    .param(LOCK)
                    .query((row, number) -> number)
                    .list();
            wanted(today).forEach(this::put);
        });
    }

    private List<Wanted> wanted(LocalDate today) {
        LocalDate lastDay = today.plusDays(DAYS_AHEAD);
        Date week = Date.from(CopenhagenTime.at(lastDay.plusDays(1), LocalTime.MIDNIGHT));
        return List.of(
                new Wanted(
                        "Mine opgaver",
                        10,
                        "#0b5c66",
                        "Alt, der venter på dig: det, du har, og det, din rolle kan tage. Det forfaldne står øverst",
                        "",
                        mineOrRoles()),
                new Wanted(
                        "Forfaldne",
                        30,
                        "#a3281c",
                        "Dine og din rolles opgaver, hvor fristen er overskredet",
                        "",
                        mineOrRoles().dueBeforeExpression(NOW)),
                new Wanted(
                        "Denne uge",
                        40,
                        "#9c4a17",
                        "Dine og din rolles opgaver med frist inden for syv dage, også de forfaldne",
                        lastDay.toString(),
                        mineOrRoles().dueBefore(week)),
                new Wanted("Min rolles opgaver", 50, "#3d7a52", "De ledige opgaver, som du kan tage", "", roles()),
                new Wanted(
                        "Klyngens opgaver",
                        60,
                        "#56646a",
                        "Alt, der er i gang i dine klynger, også det, andre har; til at se efter, hvor noget ligger",
                        "",
                        tasks.createTaskQuery()));
    }

    /** Groups are included: a candidate is a person or anybody in a candidate group; tasks that somebody has taken are not. */
    private TaskQuery roles() {
        return tasks.createTaskQuery().taskCandidateUserExpression(ME);
    }

    private TaskQuery mineOrRoles() {
        return tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression(ME)
                .taskCandidateUserExpression(ME)
                .endOr();
    }

    private void put(Wanted wanted) {
        List<Filter> found =
                filters.createTaskFilterQuery().filterName(wanted.name()).list();
        Filter filter = found.isEmpty() ? filters.newTaskFilter(wanted.name()) : found.get(0);
        Map<String, Object> known = filter.getProperties();
        if (known != null && wanted.mark().equals(known.get(MARK))) {
            return;
        }
        filter.setQuery(wanted.query());
        filter.setProperties(wanted.properties());
        filters.saveFilter(filter);
    }

    /** @param state what the query depends on besides its version */
    private record Wanted(String name, int priority, String color, String description, String state, TaskQuery query) {

        String mark() {
            return VERSION + " " + state;
        }

        Map<String, Object> properties() {
            Map<String, Object> properties = new HashMap<>();
            properties.put("description", description);
            properties.put("priority", priority);
            properties.put("color", color);
            properties.put("refresh", true);
            properties.put("variables", List.of());
            properties.put("showUndefinedVariable", false);
            properties.put(MARK, mark());
            return properties;
        }
    }
}
