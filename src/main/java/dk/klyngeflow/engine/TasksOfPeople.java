package dk.klyngeflow.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What waits for whom in Tasklist. Runs on nobody's behalf: the caller names the cluster. */
@Component
public class TasksOfPeople {

    private static final int MOST = 200;

    private final TaskService tasks;
    private final IdentityService identities;

    TasksOfPeople(@Lazy TaskService tasks, @Lazy IdentityService identities) {
        this.tasks = tasks;
        this.identities = identities;
    }

    /**
     * @param title as in Tasklist, with cluster and case and without names
     * @param due null when there is no hurry
     */
    public record OpenTask(
            String id, String title, @Nullable Instant due, String clusterId) {}

    /** Everybody who has or may take an open task of the cluster. */
    public Set<String> withOpenTasks(String clusterId) {
        return WithoutCaller.call(identities, () -> {
            Set<String> people = new TreeSet<>();
            for (User user :
                    identities.createUserQuery().memberOfTenant(clusterId).list()) {
                if (mine(user.getId(), clusterId).count() > 0
                        || offered(user.getId(), clusterId).count() > 0) {
                    people.add(user.getId());
                }
            }
            return people;
        });
    }

    /** Of several clusters always the same one, in whose books something is written that concerns them all. */
    public Optional<String> firstClusterOf(String personId) {
        return WithoutCaller.call(
                identities,
                () ->
                        identities
                                .createTenantQuery()
                                .userMember(personId)
                                .orderByTenantId()
                                .asc()
                                .listPage(0, 1)
                                .stream()
                                .map(Tenant::getId)
                                .findFirst());
    }

    /** The person's own tasks and those of her roles that nobody has taken, in all her clusters; what is due first comes first. */
    public List<OpenTask> of(String personId) {
        return WithoutCaller.call(identities, () -> {
            Map<String, OpenTask> found = new TreeMap<>();
            identities.createTenantQuery().userMember(personId).list().forEach(cluster -> {
                add(found, mine(personId, cluster.getId()));
                add(found, offered(personId, cluster.getId()));
            });
            List<OpenTask> ordered = new ArrayList<>(found.values());
            ordered.sort(Comparator.comparing((OpenTask task) -> task.due() == null ? Instant.MAX : task.due())
                    .thenComparing(OpenTask::title));
            return ordered;
        });
    }

    private TaskQuery mine(String personId, String clusterId) {
        return tasks.createTaskQuery().tenantIdIn(clusterId).active().taskAssignee(personId);
    }

    private TaskQuery offered(String personId, String clusterId) {
        return tasks.createTaskQuery()
                .tenantIdIn(clusterId)
                .active()
                .taskUnassigned()
                .taskCandidateUser(personId);
    }

    private static void add(Map<String, OpenTask> found, TaskQuery query) {
        for (Task task : query.listPage(0, MOST)) {
            found.put(
                    task.getId(),
                    new OpenTask(
                            task.getId(),
                            task.getName(),
                            task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                            task.getTenantId()));
        }
    }
}
