package dk.klyngeflow.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Finds the contract of a task or start form and holds an answer against it, without completing anything. */
@Component
public class FormContracts {

    private final ObjectProvider<FormContract<?>> contracts;
    private final TaskService tasks;
    private final RuntimeService instances;
    private final RepositoryService models;
    private final IdentityService identities;
    private volatile @Nullable Map<String, FormContract<?>> byTask;

    FormContracts(
            ObjectProvider<FormContract<?>> contracts,
            @Lazy TaskService tasks,
            @Lazy RuntimeService instances,
            @Lazy RepositoryService models,
            @Lazy IdentityService identities) {
        this.contracts = contracts;
        this.tasks = tasks;
        this.instances = instances;
        this.models = models;
        this.identities = identities;
    }

    /** @throws FormRefused when the answer cannot be taken or the task does not exist for the caller */
    public void checkTask(String taskId, @Nullable Map<String, Object> sent) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw gone();
        }
        FormContract<?> contract = contract(task.getTaskDefinitionKey());
        // asked before the engine forgets her: whose upload a file is, and who may approve, hangs on it
        String caller = caller();
        ReadForm.by(contract, WithoutCaller.call(identities, () -> {
            ProcessInstance instance = instances
                    .createProcessInstanceQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .singleResult();
            return sent(
                    caller,
                    task,
                    instance == null ? null : instance.getBusinessKey(),
                    sent,
                    instances.getVariables(task.getExecutionId()));
        }));
    }

    /**
     * Checks an answer and takes it; returns what goes into the engine. Inside the command that completes the task, which then finds what
     * was read here already read and checks whether she may.
     */
    Map<String, Object> acceptTask(String taskId, @Nullable Map<String, Object> sent) {
        CommandContext command = Context.getCommandContext();
        TaskEntity task = command.getTaskManager().findTaskById(taskId);
        if (task == null || !command.getTenantManager().isAuthenticatedTenant(task.getTenantId())) {
            throw gone();
        }
        FormContract<?> contract = contract(task.getTaskDefinitionKey());
        ExecutionEntity execution = task.getExecution();
        Map<String, Object> known = new HashMap<>(execution.getVariables());
        Map<String, Object> accepted = new HashMap<>(
                ReadForm.by(contract, sent(caller(), task, execution.getProcessBusinessKey(), sent, known))
                        .take());
        if (task.getDelegationState() == DelegationState.PENDING) {
            // its owner need not wait for the helper: the engine would take her form as the helper's, and leave the
            // task open
            task.setDelegationState(null);
        }
        accepted.entrySet()
                .removeIf(entry -> entry.getValue() != null && entry.getValue().equals(known.get(entry.getKey())));
        return accepted;
    }

    private static ReadForm.Sent sent(
            String caller,
            Task task,
            @Nullable String businessKey,
            @Nullable Map<String, Object> sent,
            Map<String, Object> known) {
        return new ReadForm.Sent(caller, task.getTenantId(), businessKey == null ? "" : businessKey, copy(sent), known);
    }

    private static FormRefused gone() {
        return new FormRefused("Opgaven er allerede løst eller findes ikke. Genindlæs siden.");
    }

    /** Checks an answer that starts a process and takes it; returns what goes into the engine. */
    Map<String, Object> acceptStart(String processDefinitionId, @Nullable Map<String, Object> sent) {
        ProcessDefinition model = models.createProcessDefinitionQuery()
                .processDefinitionId(processDefinitionId)
                .singleResult();
        if (model == null) {
            throw new FormRefused("Processen findes ikke.");
        }
        return withStart(model.getKey(), sent, ReadForm::take);
    }

    /** @throws FormRefused when a process cannot be started with this */
    public void checkStartOf(String processKey, @Nullable Map<String, Object> sent) {
        withStart(processKey, sent, form -> Map.of());
    }

    /** Under which key a running case is known; empty when it has none. */
    public String businessKeyOf(String processInstanceId) {
        ProcessInstance instance = instances
                .createProcessInstanceQuery()
                .processInstanceId(processInstanceId)
                .singleResult();
        return instance == null || instance.getBusinessKey() == null ? "" : instance.getBusinessKey();
    }

    /** The processes that somebody may start from Tasklist in one of these clusters or another. */
    public Set<String> startableBy(String personId, Collection<String> clusters) {
        return WithoutCaller.call(
                identities,
                () ->
                        models
                                .createProcessDefinitionQuery()
                                .latestVersion()
                                .active()
                                .startableInTasklist()
                                .list()
                                .stream()
                                .map(ProcessDefinition::getKey)
                                .filter(key -> (contract(key).makesItsCluster() ? List.of("") : clusters)
                                        .stream()
                                                .anyMatch(cluster -> contract(key)
                                                        .startRefusal(personId, cluster)
                                                        .isEmpty()))
                                .collect(Collectors.toSet()));
    }

    private Map<String, Object> withStart(
            String processKey, @Nullable Map<String, Object> sent, Function<ReadForm, Map<String, Object>> then) {
        Map<String, Object> values = copy(sent);
        FormContract<?> contract = contract(processKey);
        String cluster = contract.makesItsCluster() ? "" : cluster(values);
        contract.startRefusal(caller(), cluster).ifPresent(why -> {
            throw new FormRefused(why);
        });
        Map<String, Object> form = new HashMap<>(values);
        if (!contract.makesItsCluster()) {
            // where it belongs is no question of the form: it is settled above
            form.remove(ClusterTenants.CLUSTER_ID.name());
        }
        Map<String, Object> accepted =
                new HashMap<>(then.apply(ReadForm.by(contract, ReadForm.Sent.toStart(caller(), cluster, form))));
        if (!contract.makesItsCluster()) {
            accepted.put(ClusterTenants.CLUSTER_ID.name(), cluster);
        }
        return accepted;
    }

    private String cluster(Map<String, Object> values) {
        Authentication authentication = identities.getCurrentAuthentication();
        List<String> own = authentication == null || authentication.getTenantIds() == null
                ? List.of()
                : authentication.getTenantIds();
        Object named = values.get(ClusterTenants.CLUSTER_ID.name());
        if (named instanceof String cluster && !cluster.isBlank()) {
            if (authentication != null
                    && !own.contains(cluster)
                    && !ClusterTenants.isOpenToAdministrator(identities, cluster)) {
                throw new FormRefused("Klyngen findes ikke, eller du hører ikke til den.");
            }
            return cluster;
        }
        if (own.size() == 1) {
            return own.get(0);
        }
        throw new FormRefused("Vælg den klynge, sagen hører til.");
    }

    private FormContract<?> contract(String key) {
        Map<String, FormContract<?>> all = byTask;
        if (all == null) {
            all = contracts.stream().collect(Collectors.toMap(FormContract::task, Function.identity()));
            byTask = all;
        }
        return Optional.ofNullable(all.get(key))
                .orElseThrow(() -> new FormRefused("Opgaven kan ikke løses her: den har ingen formular."));
    }

    private String caller() {
        Authentication authentication = identities.getCurrentAuthentication();
        return authentication == null || authentication.getUserId() == null ? "" : authentication.getUserId();
    }

    private static Map<String, Object> copy(@Nullable Map<String, Object> sent) {
        return sent == null ? Map.of() : new HashMap<>(sent);
    }
}
