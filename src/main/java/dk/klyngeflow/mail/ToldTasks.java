package dk.klyngeflow.mail;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.TasksOfPeople.OpenTask;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What of somebody's tasks is worth a mail: what she has not been told of, what has become overdue or has news since; everything once a week. What
 * is due later than in a week is not told of at all: it is not urgent, and she sees it whenever she is in Tasklist.
 */
@Repository
class ToldTasks {

    static final int DAYS_AHEAD = 7;
    private static final int DAYS_BETWEEN_LISTS = 7;
    private static final int DAYS_TO_REMEMBER = 60;

    private final JdbcClient jdbc;
    private final TaskNews happened;
    private final CopenhagenTime time;

    ToldTasks(JdbcClient jdbc, TaskNews happened, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.happened = happened;
        this.time = time;
    }

    /** @param tasks none when there is nothing to write about today; @param isWhole whether it is the weekly list of everything */
    record News(List<OpenTask> tasks, boolean isWhole) {}

    News news(String personId, List<OpenTask> open) {
        Set<String> untold = happened.untold(personId).keySet();
        List<OpenTask> soon = open.stream()
                .filter(task -> isSoon(task) || untold.contains(task.id()))
                .toList();
        Map<String, Boolean> told = told(personId);
        List<OpenTask> news = soon.stream()
                .filter(task -> {
                    Boolean wasOverdue = told.get(task.id());
                    return wasOverdue == null || untold.contains(task.id()) || (!wasOverdue && isOverdue(task));
                })
                .toList();
        boolean isWhole = lastList(personId)
                .map(last -> !time.today().isBefore(last.plusDays(DAYS_BETWEEN_LISTS)))
                .orElse(true);
        return new News(isWhole ? soon : news, isWhole);
    }

    /** @param home of her clusters the one in whose books the mail is written */
    void told(String home, String personId, News news) {
        news.tasks().forEach(task -> happened.told(personId, task.id()));
        news.tasks()
                .forEach(task -> jdbc.sql("""
                        insert into klyngeflow.task_told (cluster_id, person_id, task_id, overdue, told_on)
                        values (:cluster, :person, :task, :overdue, :today)
                        on conflict (person_id, task_id)
                        do update set overdue = excluded.overdue, told_on = excluded.told_on""")
                        .param("cluster", task.clusterId())
                        .param("person", personId)
                        .param("task", task.id())
                        .param("overdue", isOverdue(task))
                        .param("today", Date.valueOf(time.today()))
                        .update());
        if (news.isWhole()) {
            jdbc.sql("""
                            insert into klyngeflow.task_list_told (cluster_id, person_id, told_on) values (:cluster, :person, :today)
                            on conflict (person_id) do update set told_on = excluded.told_on""")
                    .param("cluster", home)
                    .param("person", personId)
                    .param("today", Date.valueOf(time.today()))
                    .update();
        }
    }

    /** Tasks that are still open have been told of again since. */
    void forgetOld() {
        LocalDate before = time.today().minusDays(DAYS_TO_REMEMBER);
        happened.forgetBefore(before);
        jdbc.sql("delete from klyngeflow.task_told where told_on < :before")
                .param("before", Date.valueOf(before))
                .update();
    }

    private boolean isSoon(OpenTask task) {
        Instant due = task.due();
        return due == null || !CopenhagenTime.dayOf(due).isAfter(time.today().plusDays(DAYS_AHEAD));
    }

    private boolean isOverdue(OpenTask task) {
        Instant due = task.due();
        return due != null && due.isBefore(time.now());
    }

    /** By task, whether it was overdue when she was told. */
    private Map<String, Boolean> told(String personId) {
        Map<String, Boolean> told = new HashMap<>();
        jdbc.sql("select task_id, overdue from klyngeflow.task_told where person_id = :person")
                .param("person", personId)
                .query(row -> {
                    told.put(row.getString("task_id"), row.getBoolean("overdue"));
                });
        return told;
    }

    private Optional<LocalDate> lastList(String personId) {
        return jdbc.sql("select told_on from klyngeflow.task_list_told where person_id = :person")
                .param("person", personId)
                .query((row, number) -> row.getDate("told_on").toLocalDate())
                .optional();
    }
}
