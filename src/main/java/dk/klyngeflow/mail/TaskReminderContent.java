package dk.klyngeflow.mail;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.TasksOfPeople;
import dk.klyngeflow.engine.TasksOfPeople.OpenTask;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The list in a reminder: of what it was to tell, what still waits at the moment of sending, overdue first. */
@Component
class TaskReminderContent implements MailContent {

    private static final int MOST = 25;
    private static final DateTimeFormatter DAY = DanishTime.DAY_WITHOUT_YEAR;

    private final TasksOfPeople tasks;
    private final TaskNews news;
    private final CopenhagenTime time;
    private final String publicUrl;

    TaskReminderContent(
            TasksOfPeople tasks,
            TaskNews news,
            CopenhagenTime time,
            @Value("${klyngeflow.public-url}") String publicUrl) {
        this.tasks = tasks;
        this.news = news;
        this.time = time;
        this.publicUrl = publicUrl;
    }

    /**
     * @param deadline Danish, such as "frist 12. marts"; empty when there is none
     * @param why what has happened to it; empty when it is only new or overdue
     */
    record Line(String title, String url, String deadline, boolean overdue, String why) {}

    @Override
    public String purpose() {
        return TaskReminders.PURPOSE;
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        Set<String> told = Set.of(model.getOrDefault(TaskReminders.TASKS, "").split(" "));
        List<OpenTask> all = personId.map(tasks::of).orElse(List.of());
        List<OpenTask> open =
                all.stream().filter(task -> told.contains(task.id())).toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        String day = model.getOrDefault(TaskReminders.DAY, "");
        Map<String, String> why = day.isEmpty() ? Map.of() : news.toldOn(personId.orElseThrow(), LocalDate.parse(day));
        List<Line> lines = open.stream()
                .limit(MOST)
                .map(task -> line(task, why.getOrDefault(task.id(), "")))
                .toList();
        boolean isWhole = Boolean.parseBoolean(model.get(TaskReminders.IS_WHOLE));
        return Optional.of(Map.of(
                "count",
                open.size(),
                "isWhole",
                isWhole,
                "title",
                lines.get(0).title(),
                "tasks",
                lines,
                "more",
                open.size() - lines.size(),
                "others",
                all.size() - open.size(),
                "overdue",
                lines.stream().filter(Line::overdue).count(),
                "tasklistUrl",
                tasklist()));
    }

    private Line line(OpenTask task, String why) {
        Instant due = task.due();
        String url = tasklist() + "#/?task=" + task.id();
        if (due == null) {
            return new Line(task.title(), url, "", false, why);
        }
        LocalDate day = CopenhagenTime.dayOf(due);
        if (due.isBefore(time.now())) {
            return new Line(task.title(), url, "fristen var " + DAY.format(day), true, why);
        }
        return new Line(
                task.title(), url, day.equals(time.today()) ? "frist i dag" : "frist " + DAY.format(day), false, why);
    }

    private String tasklist() {
        return publicUrl + "/camunda/app/tasklist/default/";
    }
}
