package dk.klyngeflow.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What waits for whom in Tasklist. Runs on nobody's behalf: the caller names the cluster. */
@Component
public class TasksOfPeople {

    private static final int MOST = 200;

    private static final Comparator<OpenTask> FIRST_DUE = Comparator.comparing(
                    (OpenTask task) -> task.due() == null ? Instant.MAX : task.due())
            .thenComparing(OpenTask::title);

    private final TaskService tasks;
    private final IdentityService identities;

    TasksOfPeople(@Lazy TaskService tasks, @Lazy IdentityService identities) {
        this.tasks = tasks;
        this.identities = identities;
    }

    /**
     * @param key of the user task in its model
     * @param title as in Tasklist, with cluster and case and without names
     * @param due null when there is no hurry
     */
    public record OpenTask(
            String id, String key, String title, @Nullable Instant due, String clusterId) {}

    /** @param holders ids of the one who has it, or of those who may take it */
    public record Waiting(OpenTask task, Set<String> holders) {}

    /** Everybody who has or may take an open task of the cluster. */
    public Set<String> withOpenTasks(String clusterId) {
        Set<String> people = new TreeSet<>();
        // from the few tasks to their people; to ask for each person of the cluster took seconds each morning
        ofCluster(clusterId).forEach(waiting -> people.addAll(waiting.holders()));
        return people;
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
            String[] clusters = identities.createTenantQuery().userMember(personId).list().stream()
                    .map(Tenant::getId)
                    .toArray(String[]::new);
            if (clusters.length == 0) {
                return List.of();
            }
            TaskQuery hers = tasks.createTaskQuery()
                    .tenantIdIn(clusters)
                    .active()
                    .or()
                    .taskAssignee(personId)
                    .taskCandidateUser(personId)
                    .endOr();
            return ordered(hers.listPage(0, MOST).stream().map(TasksOfPeople::open));
        });
    }

    /** Everything that is open in these clusters, whoever has it; what is due first comes first. */
    public List<OpenTask> in(Collection<String> clusters) {
        return clusters.isEmpty()
                ? List.of()
                : WithoutCaller.call(
                        identities,
                        () -> ordered(tasks
                                .createTaskQuery()
                                .tenantIdIn(clusters.toArray(String[]::new))
                                .active()
                                .listPage(0, MOST)
                                .stream()
                                .map(TasksOfPeople::open)));
    }

    /** All open tasks of the cluster with who has each. */
    public List<Waiting> ofCluster(String clusterId) {
        return WithoutCaller.call(
                identities,
                () -> tasks.createTaskQuery().tenantIdIn(clusterId).active().list().stream()
                        .map(task -> new Waiting(open(task), holders(task)))
                        .toList());
    }

    /** The open tasks of a case and of what runs under its key, such as {@code nordklyngen/2027-01/dato}; with who has each. */
    public List<Waiting> ofCase(String clusterId, String businessKey) {
        return WithoutCaller.call(identities, () -> {
            List<Waiting> waiting = new ArrayList<>();
            for (Task task : Stream.concat(
                            ofCase(clusterId, query -> query.processInstanceBusinessKey(businessKey)),
                            ofCase(
                                    clusterId,
                                    query -> query.processInstanceBusinessKeyLike(escaped(businessKey) + "/%")))
                    .toList()) {
                waiting.add(new Waiting(open(task), holders(task)));
            }
            waiting.sort(Comparator.comparing(Waiting::task, FIRST_DUE));
            return waiting;
        });
    }

    private Stream<Task> ofCase(String clusterId, UnaryOperator<TaskQuery> ofCase) {
        return ofCase.apply(tasks.createTaskQuery().tenantIdIn(clusterId).active()).list().stream();
    }

    private static String escaped(String key) {
        return key.replace("\\", "\\\\").replace("_", "\\_").replace("%", "\\%");
    }

    private Set<String> holders(Task task) {
        if (task.getAssignee() != null) {
            return Set.of(task.getAssignee());
        }
        Set<String> holders = new TreeSet<>();
        for (IdentityLink link : tasks.getIdentityLinksForTask(task.getId())) {
            if (link.getUserId() != null) {
                holders.add(link.getUserId());
            } else {
                identities
                        .createUserQuery()
                        .memberOfGroup(link.getGroupId())
                        .list()
                        .forEach(user -> holders.add(user.getId()));
            }
        }
        return holders;
    }

    private static List<OpenTask> ordered(Stream<OpenTask> found) {
        return found.sorted(FIRST_DUE).toList();
    }

    private static OpenTask open(Task task) {
        return new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                task.getTenantId());
    }
}
