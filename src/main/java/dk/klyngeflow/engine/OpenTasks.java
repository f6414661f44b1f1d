package dk.klyngeflow.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The open tasks of a duty, when the duty gets another holder. */
@Component
public class OpenTasks {

    /** The same variable that routes a new task. */
    private static final String EXCLUDED_PEOPLE = "excludedPeople";

    private final TaskService tasks;
    private final RepositoryService models;
    private final IdentityService identities;
    private final ObjectProvider<TaskRouting> routing;

    OpenTasks(
            @Lazy TaskService tasks,
            @Lazy RepositoryService models,
            @Lazy IdentityService identities,
            ObjectProvider<TaskRouting> routing) {
        this.tasks = tasks;
        this.models = models;
        this.identities = identities;
        this.routing = routing;
    }

    /** Gives every open task of these duties in the cluster to those who hold them now. */
    public void route(String clusterId, Predicate<String> duties) {
        WithoutCaller.call(identities, () -> {
            for (Task task :
                    tasks.createTaskQuery().tenantIdIn(clusterId).active().list()) {
                Optional<String> duty = dutyOf(task).filter(duties);
                if (duty.isPresent() && !isGone(task)) {
                    route(clusterId, duty.get(), task);
                }
            }
            return true;
        });
    }

    /**
     * Takes from somebody the open tasks of the cluster that she may have no longer; each goes to those who hold its duty now. Where others
     * were asked beside her they keep it.
     *
     * @param isLost whether she has lost what a duty with this id needs
     */
    public void leave(String clusterId, String personId, Predicate<String> isLost) {
        WithoutCaller.call(identities, () -> {
            for (Task task :
                    tasks.createTaskQuery().tenantIdIn(clusterId).active().list()) {
                Optional<String> duty = dutyOf(task).filter(isLost);
                if (duty.isPresent() && !isGone(task)) {
                    leave(clusterId, personId, duty.get(), task);
                }
            }
            return true;
        });
    }

    private void leave(String clusterId, String personId, String duty, Task task) {
        if (personId.equals(task.getOwner())) {
            tasks.setOwner(task.getId(), null);
        }
        List<IdentityLink> asked = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .toList();
        boolean isAskedByName = asked.stream().anyMatch(link -> personId.equals(link.getUserId()));
        if (personId.equals(task.getAssignee()) || (isAskedByName && asked.size() == 1)) {
            route(clusterId, duty, task);
        } else if (isAskedByName) {
            tasks.deleteCandidateUser(task.getId(), personId);
            // a task that had been offered to others too is her successor's as it was hers
            TaskRouting.Route route = routing.getObject().route(clusterId, duty, excluded(task));
            route.people().forEach(person -> tasks.addCandidateUser(task.getId(), person));
            route.groups().forEach(group -> tasks.addCandidateGroup(task.getId(), group));
        }
    }

    private void route(String clusterId, String duty, Task task) {
        TaskRouting.Route route = routing.getObject().route(clusterId, duty, excluded(task));
        for (IdentityLink link : tasks.getIdentityLinksForTask(task.getId())) {
            if (!IdentityLinkType.CANDIDATE.equals(link.getType())) {
                continue;
            }
            if (link.getGroupId() != null) {
                tasks.deleteCandidateGroup(task.getId(), link.getGroupId());
            } else {
                tasks.deleteCandidateUser(task.getId(), link.getUserId());
            }
        }
        Set<String> everybody = new HashSet<>(route.people());
        for (String group : route.groups()) {
            tasks.addCandidateGroup(task.getId(), group);
            identities.createUserQuery().memberOfGroup(group).list().stream()
                    .map(User::getId)
                    .forEach(everybody::add);
        }
        route.people().forEach(person -> tasks.addCandidateUser(task.getId(), person));
        if (everybody.size() == 1) {
            tasks.setAssignee(task.getId(), everybody.iterator().next());
        } else if (!everybody.contains(task.getAssignee())) {
            tasks.setAssignee(task.getId(), null);
        }
    }

    private Set<String> excluded(Task task) {
        Object named = tasks.getVariable(task.getId(), EXCLUDED_PEOPLE);
        return named instanceof String ids ? Set.copyOf(List.of(ids.split(","))) : Set.of();
    }

    /** Its case has gone another way in the same command; the database does not know yet. */
    private static boolean isGone(Task task) {
        return task instanceof TaskEntity known && known.isDeleted();
    }

    private Optional<String> dutyOf(Task task) {
        return TasksNow.duty(models, task.getProcessDefinitionId(), task.getTaskDefinitionKey());
    }
}
