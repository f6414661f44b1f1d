package dk.klyngeflow.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.Comment;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the engine knows of a person: the tasks she has had, and what she has written beside them. */
@Component
public class HadTasks {

    private static final int MOST = 2_000;

    private final HistoryService history;
    private final TaskService tasks;

    HadTasks(@Lazy HistoryService history, @Lazy TaskService tasks) {
        this.history = history;
        this.tasks = tasks;
    }

    /** The newest first, each by what it says in Danish. */
    public List<Map<String, Object>> of(String personId) {
        return history
                .createHistoricTaskInstanceQuery()
                .taskAssignee(personId)
                .orderByHistoricActivityInstanceStartTime()
                .desc()
                .listPage(0, MOST)
                .stream()
                .map(task -> row(task, personId))
                .toList();
    }

    private Map<String, Object> row(HistoricTaskInstance task, String personId) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("opgave", String.valueOf(task.getName()));
        row.put("begyndt", String.valueOf(task.getStartTime().toInstant()));
        if (task.getEndTime() != null) {
            row.put("afsluttet", String.valueOf(task.getEndTime().toInstant()));
        }
        List<String> written = tasks.getTaskComments(task.getId()).stream()
                .filter(comment -> personId.equals(comment.getUserId()))
                .map(Comment::getFullMessage)
                .toList();
        if (!written.isEmpty()) {
            row.put("kommentarer", String.join("\n", written));
        }
        return row;
    }
}
