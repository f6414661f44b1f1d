package dk.klyngeflow.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The engine's own delegation, for helpers whom the engine need not know: the owner keeps the task while it is PENDING, and decides when
 * it is RESOLVED. Runs on nobody's behalf: the caller names the cluster and has checked who may.
 */
@Component
public class LentTasks {

    private static final String WAITING = " (afventer et medlem)";
    private static final String ANSWERED = " (svar er kommet)";

    private final TaskService tasks;
    private final RuntimeService instances;
    private final IdentityService identities;

    LentTasks(@Lazy TaskService tasks, @Lazy RuntimeService instances, @Lazy IdentityService identities) {
        this.tasks = tasks;
        this.instances = instances;
        this.identities = identities;
    }

    /**
     * @param title as in Tasklist, without what is said of helpers
     * @param caseKey business key of its case
     * @param owner null when nobody has taken it
     */
    public record Lent(
            String taskId,
            String title,
            String caseKey,
            @Nullable Instant due,
            @Nullable String owner) {}

    /** Empty when the task is done, or the cluster has no such task. */
    public Optional<Lent> find(String clusterId, String taskId) {
        return WithoutCaller.call(identities, () -> task(clusterId, taskId).map(this::lent));
    }

    /** @param owner who keeps the task; she has it from now on if nobody had */
    public void lend(String clusterId, String taskId, String owner) {
        change(clusterId, taskId, task -> {
            tasks.setAssignee(taskId, owner);
            tasks.setOwner(taskId, owner);
            tasks.delegateTask(taskId, owner);
            rename(taskId, plain(task.getName()) + WAITING, DelegationState.PENDING);
        });
    }

    /** @param comment what is written on the task; without names */
    public void answered(String clusterId, String taskId, String comment) {
        change(clusterId, taskId, task -> {
            // whoever has it by now keeps it: resolving gives it back to its owner
            tasks.setOwner(taskId, task.getAssignee());
            tasks.resolveTask(taskId);
            rename(taskId, plain(task.getName()) + ANSWERED, DelegationState.RESOLVED);
            tasks.createComment(taskId, task.getProcessInstanceId(), comment);
        });
    }

    public void takeBack(String clusterId, String taskId) {
        change(clusterId, taskId, task -> rename(taskId, plain(task.getName()), null));
    }

    private void rename(String taskId, String title, @Nullable DelegationState state) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        task.setName(title);
        task.setDelegationState(state);
        tasks.saveTask(task);
    }

    private void change(String clusterId, String taskId, Consumer<Task> deed) {
        WithoutCaller.call(identities, () -> {
            task(clusterId, taskId).ifPresent(deed);
            return true;
        });
    }

    private Optional<Task> task(String clusterId, String taskId) {
        return Optional.ofNullable(
                tasks.createTaskQuery().taskId(taskId).tenantIdIn(clusterId).singleResult());
    }

    private Lent lent(Task task) {
        ProcessInstance instance = instances
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        return new Lent(
                task.getId(),
                plain(task.getName()),
                instance == null || instance.getBusinessKey() == null ? "" : instance.getBusinessKey(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                task.getAssignee());
    }

    private static String plain(String title) {
        for (String ending : new String[] {WAITING, ANSWERED}) {
            if (title.endsWith(ending)) {
                return title.substring(0, title.length() - ending.length());
            }
        }
        return title;
    }
}
