package dk.klyngeflow.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Starts cases and tells them what has happened, by cluster and business key. Runs on nobody's behalf: tenant checks do not apply, so the
 * caller names the cluster and has checked who may.
 */
@Component
public class Cases {

    private final RuntimeService instances;
    private final ManagementService jobs;
    private final TaskService tasks;
    private final IdentityService identities;
    private final RepositoryService definitions;
    private final HistoryService history;

    Cases(
            @Lazy RuntimeService instances,
            @Lazy ManagementService jobs,
            @Lazy TaskService tasks,
            @Lazy IdentityService identities,
            @Lazy RepositoryService definitions,
            @Lazy HistoryService history) {
        this.definitions = definitions;
        this.history = history;
        this.tasks = tasks;
        this.instances = instances;
        this.jobs = jobs;
        this.identities = identities;
    }

    /** How many cases of a cluster run, by what their process is called. */
    public Map<String, Long> running(String clusterId) {
        return roots(clusterId).stream()
                .collect(Collectors.groupingBy(
                        found -> called(definitions.getProcessDefinition(found.getProcessDefinitionId())),
                        TreeMap::new,
                        Collectors.counting()));
    }

    private static String called(ProcessDefinition process) {
        return process.getName() == null ? process.getKey() : process.getName();
    }

    /**
     * Ends all cases of a cluster where they stand; their history stays, with the reason. Joins the caller's transaction.
     *
     * @return how many
     */
    public int endAll(String clusterId, String reason) {
        return endAllBut("", clusterId, reason);
    }

    /** @param businessKey of the case that does it, and ends by itself */
    public int endAllBut(String businessKey, String clusterId, String reason) {
        List<String> ids = roots(clusterId).stream()
                .filter(each -> businessKey.isEmpty() || !businessKey.equals(each.getBusinessKey()))
                .map(ProcessInstance::getId)
                .toList();
        if (!ids.isEmpty()) {
            WithoutCaller.call(identities, () -> {
                instances.deleteProcessInstances(ids, reason, true, true, false, true);
                return true;
            });
        }
        return ids.size();
    }

    /**
     * Of several open cases with one key the one stays that began first; the others end where they stand, and their history says why. Joins
     * the caller's transaction.
     *
     * @return how many were ended
     */
    public int endAllButEldest(String clusterId, String businessKey, String reason) {
        return WithoutCaller.call(identities, () -> {
            List<String> younger = history
                    .createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(businessKey)
                    .tenantIdIn(clusterId)
                    .rootProcessInstances()
                    .unfinished()
                    .list()
                    .stream()
                    .sorted(Comparator.comparing(HistoricProcessInstance::getStartTime)
                            .thenComparing(HistoricProcessInstance::getId))
                    .skip(1)
                    .map(HistoricProcessInstance::getId)
                    .toList();
            if (!younger.isEmpty()) {
                instances.deleteProcessInstances(younger, reason, true, true, false, true);
            }
            return younger.size();
        });
    }

    private List<ProcessInstance> roots(String clusterId) {
        return WithoutCaller.call(
                identities,
                () -> instances
                        .createProcessInstanceQuery()
                        .tenantIdIn(clusterId)
                        .rootProcessInstances()
                        .list());
    }

    /**
     * Starts the newest version of a process; the caller's transaction decides whether it stays.
     *
     * @param businessKey null when the first step gives it
     */
    public void start(
            String processKey, String clusterId, @Nullable String businessKey, Map<String, Object> variables) {
        WithoutCaller.call(
                identities,
                () -> instances
                        .createProcessInstanceByKey(processKey)
                        .processDefinitionWithoutTenantId()
                        .businessKey(businessKey)
                        .setVariables(variables)
                        .setVariable(ClusterTenants.CLUSTER_ID.name(), clusterId)
                        .execute());
    }

    /**
     * Starts the process that begins with this message, of whichever stage it is.
     *
     * @return false when no process does
     */
    public boolean startBy(String message, String clusterId, Map<String, Object> variables) {
        return WithoutCaller.call(identities, () -> {
            boolean isAwaited =
                    instances.createEventSubscriptionQuery().eventType("message").eventName(message).list().stream()
                            .anyMatch(subscription -> subscription.getProcessInstanceId() == null);
            if (isAwaited) {
                instances
                        .createMessageCorrelation(message)
                        .withoutTenantId()
                        .setVariables(variables)
                        .setVariable(ClusterTenants.CLUSTER_ID.name(), clusterId)
                        .correlateStartMessage();
            }
            return isAwaited;
        });
    }

    /** @return false when no case of the cluster waits for this message */
    public boolean tell(String message, String clusterId, String businessKey, Map<String, Object> variables) {
        return WithoutCaller.call(identities, () -> {
            long waiting = instances
                    .createExecutionQuery()
                    .messageEventSubscriptionName(message)
                    .processInstanceBusinessKey(businessKey)
                    .tenantIdIn(clusterId)
                    .count();
            if (waiting == 0) {
                return false;
            }
            instances
                    .createMessageCorrelation(message)
                    .processInstanceBusinessKey(businessKey)
                    .tenantId(clusterId)
                    .setVariables(variables)
                    .correlate();
            return true;
        });
    }

    /**
     * Tells the cases of a cluster that wait for this message and know this of themselves, of whichever stage they are.
     *
     * @return how many
     */
    public int tellWhere(
            String message, String clusterId, String variable, @Nullable Object value, Map<String, Object> variables) {
        return WithoutCaller.call(identities, () -> {
            // a whole number is kept as one kind by a form and as another by a message
            List<Execution> waiting =
                    instances
                            .createExecutionQuery()
                            .messageEventSubscriptionName(message)
                            .tenantIdIn(clusterId)
                            .list()
                            .stream()
                            .filter(each -> isSame(instances.getVariable(each.getId(), variable), value))
                            .toList();
            waiting.forEach(each -> instances.messageEventReceived(message, each.getId(), variables));
            return waiting.size();
        });
    }

    private static boolean isSame(@Nullable Object known, @Nullable Object wanted) {
        return known instanceof Number one && wanted instanceof Number other
                ? one.longValue() == other.longValue()
                : Objects.equals(known, wanted);
    }

    /** Moves the timer of one event of a case; does nothing when the timer is not running. */
    public void moveTimer(String clusterId, String processInstanceId, String activityId, Instant due) {
        WithoutCaller.call(identities, () -> {
            Optional<Job> timer = Optional.ofNullable(jobs.createJobQuery()
                    .processInstanceId(processInstanceId)
                    .tenantIdIn(clusterId)
                    .activityId(activityId)
                    .timers()
                    .singleResult());
            timer.filter(job -> !Date.from(due).equals(job.getDuedate()))
                    .ifPresent(job -> jobs.setJobDuedate(job.getId(), Date.from(due)));
            return timer.isPresent();
        });
    }

    /**
     * Moves the timer of one event of the case with this key, and what the case knows of it.
     *
     * @param known variables to set along with it
     * @return false when that timer is not running
     */
    public boolean moveTimerOf(
            String clusterId, String businessKey, String activityId, Instant due, Map<String, Object> known) {
        return WithoutCaller.call(identities, () -> {
            Optional<Job> timer = instances
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(businessKey)
                    .tenantIdIn(clusterId)
                    .list()
                    .stream()
                    .flatMap(instance -> jobs
                            .createJobQuery()
                            .processInstanceId(instance.getProcessInstanceId())
                            .activityId(activityId)
                            .timers()
                            .list()
                            .stream())
                    .findFirst();
            timer.ifPresent(job -> {
                jobs.setJobDuedate(job.getId(), Date.from(due));
                instances.setVariables(job.getProcessInstanceId(), known);
            });
            return timer.isPresent();
        });
    }

    /** Gives the open tasks of the case with this key another deadline. */
    public void moveDeadline(String clusterId, String businessKey, Instant due) {
        WithoutCaller.call(identities, () -> {
            tasks.createTaskQuery().processInstanceBusinessKey(businessKey).tenantIdIn(clusterId).list().stream()
                    .map(Task::getId)
                    .forEach(id -> tasks.setDueDate(id, Date.from(due)));
            return true;
        });
    }

    /** Offers every open task of a case to further people, and takes it from whoever let it lie so that they can have it. */
    public void offer(String clusterId, String businessKey, Set<String> people) {
        WithoutCaller.call(identities, () -> {
            for (Task task : tasks.createTaskQuery()
                    .processInstanceBusinessKey(businessKey)
                    .tenantIdIn(clusterId)
                    .list()) {
                people.forEach(person -> tasks.addCandidateUser(task.getId(), person));
                tasks.setAssignee(task.getId(), null);
            }
            return true;
        });
    }

    /** True when a task of the case should have been done before this moment. */
    public boolean isOverdue(String clusterId, String businessKey, Instant before) {
        return WithoutCaller.call(
                identities,
                () -> tasks.createTaskQuery()
                                .processInstanceBusinessKey(businessKey)
                                .tenantIdIn(clusterId)
                                .dueBefore(Date.from(before))
                                .count()
                        > 0);
    }

    /** Who can do the open tasks of a case now. */
    public Set<String> holders(String clusterId, String businessKey) {
        return WithoutCaller.call(identities, () -> {
            Set<String> holders = new HashSet<>();
            for (Task task : tasks.createTaskQuery()
                    .processInstanceBusinessKey(businessKey)
                    .tenantIdIn(clusterId)
                    .list()) {
                if (task.getAssignee() != null) {
                    holders.add(task.getAssignee());
                    continue;
                }
                for (IdentityLink link : tasks.getIdentityLinksForTask(task.getId())) {
                    if (link.getUserId() != null) {
                        holders.add(link.getUserId());
                    } else {
                        identities.createUserQuery().memberOfGroup(link.getGroupId()).list().stream()
                                .map(User::getId)
                                .forEach(holders::add);
                    }
                }
            }
            return holders;
        });
    }

    public boolean isOpen(String clusterId, String businessKey) {
        return WithoutCaller.call(
                identities,
                () -> instances
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKey(businessKey)
                                .tenantIdIn(clusterId)
                                .count()
                        > 0);
    }
}
