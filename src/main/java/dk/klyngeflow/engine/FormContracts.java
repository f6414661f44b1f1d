package dk.klyngeflow.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Finds the contract of a task or start form and holds an answer against it, without completing anything. */
@Component
public class FormContracts {

    private final ObjectProvider<FormContract> contracts;
    private final TaskService tasks;
    private final RuntimeService instances;
    private final RepositoryService models;
    private final IdentityService identities;
    private volatile @Nullable Map<String, FormContract> byTask;

    FormContracts(
            ObjectProvider<FormContract> contracts,
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
        withTask(taskId, sent, (contract, answer) -> Map.of());
    }

    /** Checks an answer and takes it; returns what goes into the engine. */
    Map<String, Object> acceptTask(String taskId, @Nullable Map<String, Object> sent) {
        return withTask(taskId, sent, FormContract::accept);
    }

    private Map<String, Object> withTask(
            String taskId,
            @Nullable Map<String, Object> sent,
            BiFunction<FormContract, FormContract.Answer, Map<String, Object>> then) {
        Task task = tasks.createTaskQuery().taskId(taskId).initializeFormKeys().singleResult();
        if (task == null) {
            throw new FormRefused("Opgaven er allerede løst eller findes ikke. Genindlæs siden.");
        }
        FormContract contract = contract(task.getTaskDefinitionKey());
        ProcessInstance instance = WithoutCaller.call(
                identities,
                () -> instances
                        .createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult());
        String businessKey = instance == null || instance.getBusinessKey() == null ? "" : instance.getBusinessKey();
        Map<String, Object> known = WithoutCaller.call(identities, () -> instances.getVariables(task.getExecutionId()));
        FormContract.Answer answer =
                new FormContract.Answer(caller(), task.getTenantId(), businessKey, copy(sent), known);
        contract.check(answer);
        return then.apply(contract, answer);
    }

    /** Checks an answer that starts a process and takes it; returns what goes into the engine. */
    Map<String, Object> acceptStart(String processDefinitionId, @Nullable Map<String, Object> sent) {
        ProcessDefinition model = models.createProcessDefinitionQuery()
                .processDefinitionId(processDefinitionId)
                .singleResult();
        if (model == null) {
            throw new FormRefused("Processen findes ikke.");
        }
        return withStart(model.getKey(), sent, FormContract::accept);
    }

    /** @throws FormRefused when a process cannot be started with this */
    public void checkStartOf(String processKey, @Nullable Map<String, Object> sent) {
        withStart(processKey, sent, (contract, answer) -> Map.of());
    }

    private Map<String, Object> withStart(
            String processKey,
            @Nullable Map<String, Object> sent,
            BiFunction<FormContract, FormContract.Answer, Map<String, Object>> then) {
        Map<String, Object> values = copy(sent);
        String cluster = cluster(values);
        FormContract contract = contract(processKey);
        FormContract.Answer answer = new FormContract.Answer(caller(), cluster, "", values, Map.of());
        contract.check(answer);
        Map<String, Object> accepted = new HashMap<>(then.apply(contract, answer));
        accepted.put(ClusterTenants.CLUSTER_ID.name(), cluster);
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

    private FormContract contract(String key) {
        Map<String, FormContract> all = byTask;
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
