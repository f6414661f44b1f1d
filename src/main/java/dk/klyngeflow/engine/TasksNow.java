package dk.klyngeflow.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The tasks that are open just now, of which process and duty each is and since when, whoever has it; in one question to the engine. */
@Component
public class TasksNow {

    private static final int MOST = 2_000;

    private final TaskService tasks;
    private final RepositoryService models;
    private final IdentityService identities;
    /** A task of a deployed model never changes its duty. */
    private final Map<List<String>, Optional<String>> duties = new ConcurrentHashMap<>();

    TasksNow(@Lazy TaskService tasks, @Lazy RepositoryService models, @Lazy IdentityService identities) {
        this.tasks = tasks;
        this.models = models;
        this.identities = identities;
    }

    /**
     * @param duty id of the duty; empty for a task of none
     * @param title as in Tasklist, with cluster and case and without names
     * @param due null when there is no hurry
     */
    public record Open(
            String clusterId,
            String process,
            String duty,
            String title,
            Instant since,
            @Nullable Instant due) {

        public boolean isOverdueAt(Instant now) {
            return due != null && due.isBefore(now);
        }
    }

    /** The oldest first. @param clusterId null for all clusters */
    public List<Open> of(@Nullable String clusterId) {
        return WithoutCaller.call(identities, () -> {
            TaskQuery query = tasks.createTaskQuery().active();
            return (clusterId == null ? query : query.tenantIdIn(clusterId))
                    .orderByTaskCreateTime().asc().listPage(0, MOST).stream()
                            .filter(task -> task.getTenantId() != null && task.getProcessDefinitionId() != null)
                            .map(this::open)
                            .toList();
        });
    }

    private Open open(Task task) {
        String definition = task.getProcessDefinitionId();
        return new Open(
                task.getTenantId(),
                definition.substring(0, definition.indexOf(':')),
                duties.computeIfAbsent(
                                List.of(definition, task.getTaskDefinitionKey()),
                                key -> duty(models, key.get(0), key.get(1)))
                        .orElse(""),
                task.getName(),
                task.getCreateTime().toInstant(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }

    /** As the model says it in the task's property {@code duty}. */
    static Optional<String> duty(RepositoryService models, String definitionId, String taskKey) {
        var element = models.getBpmnModelInstance(definitionId).getModelElementById(taskKey);
        if (!(element instanceof UserTask userTask) || userTask.getExtensionElements() == null) {
            return Optional.empty();
        }
        return userTask.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> "duty".equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst();
    }
}
