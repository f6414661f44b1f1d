package dk.klyngeflow.pages;

import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.WithoutChecks;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A task as the caller may deal with it: whether she sees it at all, whether it is hers to pass on, and who is kept from it. */
@Component
public class TasksInHand {

    /** Ids, parted by commas, of people whom four eyes or their own interest keep from the tasks of the case. */
    private static final String EXCLUDED_PEOPLE = "excludedPeople";

    private final TaskService tasks;
    private final CurrentPerson person;
    private final WithoutChecks withoutChecks;

    TasksInHand(TaskService tasks, CurrentPerson person, WithoutChecks withoutChecks) {
        this.tasks = tasks;
        this.person = person;
        this.withoutChecks = withoutChecks;
    }

    /**
     * @param clusterId null for a task of no cluster
     * @param excluded ids of those who may not deal with the case
     * @param mayBePassedOn true when the caller has it or may take it
     */
    public record InHand(
            String id,
            String key,
            @Nullable String clusterId,
            @Nullable String assignee,
            Set<String> excluded,
            boolean mayBePassedOn) {}

    /** The same for a task that is done, was never there or is of others: whoever has it open in two windows must know what became of what she wrote. */
    static Refused isGone() {
        return Refused.notFound(
                "Opgaven er løst eller lukket i mellemtiden, i et andet vindue eller af en anden. Det, du har skrevet her, er ikke sendt.");
    }

    /** @throws Refused 404 when there is none that the caller may see */
    public InHand find(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw isGone();
        }
        Map<String, Object> variables = withoutChecks.get(() -> tasks.getVariables(taskId));
        Set<String> excluded = variables.get(EXCLUDED_PEOPLE) instanceof String ids ? Set.of(ids.split(",")) : Set.of();
        return new InHand(
                taskId, task.getTaskDefinitionKey(), task.getTenantId(), task.getAssignee(), excluded, isHers(task));
    }

    /** @throws Refused when the caller neither has it nor may take it */
    public InHand toPassOn(String taskId) {
        InHand task = find(taskId);
        if (!task.mayBePassedOn()) {
            throw Refused.forbidden("Kun den, der har opgaven, kan give den videre.");
        }
        return task;
    }

    private boolean isHers(Task task) {
        String me = person.requireId();
        if (person.isAdministrator()) {
            return true;
        }
        if (task.getAssignee() != null) {
            return me.equals(task.getAssignee());
        }
        return tasks.createTaskQuery()
                        .taskId(task.getId())
                        .taskCandidateUser(me)
                        .count()
                > 0;
    }
}
