package dk.klyngeflow.mail;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.TasksOfPeople;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What happens to a task that already waits, and is no reason for a mail of its own: it goes with the next morning's list, however many there
 * are.
 */
@Repository
public class TaskNews {

    private final JdbcClient jdbc;
    private final TasksOfPeople tasks;
    private final CopenhagenTime time;

    TaskNews(JdbcClient jdbc, TasksOfPeople tasks, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.time = time;
    }

    /**
     * Notes it for each of them and each open task of the case; the newest counts.
     *
     * @param why a Danish sentence
     */
    public void note(String clusterId, String businessKey, Collection<String> people, String why) {
        for (TasksOfPeople.Waiting waiting : tasks.ofCase(clusterId, businessKey)) {
            for (String person : people) {
                jdbc.sql("""
                                insert into klyngeflow.task_news (cluster_id, person_id, task_id, why, noted_on)
                                values (:cluster, :person, :task, :why, :today)
                                on conflict (person_id, task_id)
                                do update set why = excluded.why, noted_on = excluded.noted_on, told_on = null""")
                        .param("cluster", clusterId)
                        .param("person", person)
                        .param("task", waiting.task().id())
                        .param("why", why)
                        .param("today", Date.valueOf(time.today()))
                        .update();
            }
        }
    }

    /** By task, what she has not been told. */
    Map<String, String> untold(String personId) {
        return of(personId, null);
    }

    /** By task, what the mail of that day tells. */
    Map<String, String> toldOn(String personId, LocalDate day) {
        return of(personId, day);
    }

    private Map<String, String> of(String personId, @Nullable LocalDate day) {
        Map<String, String> news = new HashMap<>();
        jdbc.sql(
                        "select task_id, why from klyngeflow.task_news where person_id = :person and told_on is not distinct from :day::date")
                .param("person", personId)
                .param("day", day == null ? null : Date.valueOf(day))
                .query(row -> {
                    news.put(row.getString("task_id"), row.getString("why"));
                });
        return news;
    }

    void told(String personId, String taskId) {
        jdbc.sql("""
                        update klyngeflow.task_news set told_on = :today
                        where person_id = :person and task_id = :task and told_on is null""")
                .param("person", personId)
                .param("task", taskId)
                .param("today", Date.valueOf(time.today()))
                .update();
    }

    void forgetBefore(LocalDate day) {
        jdbc.sql("delete from klyngeflow.task_news where noted_on < :before")
                .param("before", Date.valueOf(day))
                .update();
    }
}
