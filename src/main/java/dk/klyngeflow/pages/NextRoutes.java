package dk.klyngeflow.pages;

import dk.klyngeflow.pages.CaseAddress.Page;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.WithoutChecks;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happens after a task has been completed or a case started, for the one who did it. */
@RestController
@RequestMapping("/api")
class NextRoutes {

    private final HistoryService history;
    private final ManagementService jobs;
    private final CurrentPerson person;
    private final WithoutChecks withoutChecks;
    private final ObjectProvider<WhatNext> stages;
    private final ObjectProvider<CaseAddress> pages;

    NextRoutes(
            HistoryService history,
            ManagementService jobs,
            CurrentPerson person,
            WithoutChecks withoutChecks,
            ObjectProvider<WhatNext> stages,
            ObjectProvider<CaseAddress> pages) {
        this.history = history;
        this.jobs = jobs;
        this.person = person;
        this.withoutChecks = withoutChecks;
        this.stages = stages;
        this.pages = pages;
    }

    /**
     * @param page of the case; null when it has none
     * @param settled false while steps are still running, after which the sentence may say more
     */
    record Next(String sentence, @Nullable Page page, boolean settled) {}

    @GetMapping("/tasks/{id}/next")
    Next afterTask(@PathVariable String id) {
        HistoricTaskInstance task = withoutChecks.get(() ->
                history.createHistoricTaskInstanceQuery().taskId(id).finished().singleResult());
        if (task == null || !person.requireId().equals(task.getAssignee())) {
            throw Refused.notFound();
        }
        return next(task.getTaskDefinitionKey(), task.getProcessInstanceId());
    }

    @GetMapping("/cases/{id}/next")
    Next afterStart(@PathVariable String id) {
        HistoricProcessInstance started = started(id);
        if (started == null || !person.requireId().equals(started.getStartUserId())) {
            throw Refused.notFound();
        }
        return next(started.getProcessDefinitionKey(), id);
    }

    private Next next(String key, String processInstanceId) {
        HistoricProcessInstance instance = started(processInstanceId);
        if (instance == null) {
            throw Refused.notFound();
        }
        Map<String, Object> known = withoutChecks.get(() -> {
            Map<String, Object> values = new HashMap<>();
            history.createHistoricVariableInstanceQuery()
                    .processInstanceId(processInstanceId)
                    .list()
                    .forEach(variable -> values.put(variable.getName(), variable.getValue()));
            return values;
        });
        String clusterId = String.valueOf(instance.getTenantId());
        String businessKey = instance.getBusinessKey() == null ? "" : instance.getBusinessKey();
        WhatNext.Done done = new WhatNext.Done(key, clusterId, businessKey, known);
        return new Next(
                stages.stream()
                        .filter(stage -> stage.keys().contains(key))
                        .flatMap(stage -> stage.after(done).stream())
                        .findFirst()
                        .orElse("Det er gemt."),
                pages.stream()
                        .flatMap(each -> each.of(clusterId, businessKey).stream())
                        .findFirst()
                        .orElse(null),
                isSettled(processInstanceId));
    }

    /** True when no step of the case is about to run; one that has failed waits for an administrator. */
    private boolean isSettled(String processInstanceId) {
        return withoutChecks.get(() -> jobs.createJobQuery()
                .processInstanceId(processInstanceId)
                .messages()
                .withRetriesLeft()
                .list()
                .isEmpty());
    }

    private @Nullable HistoricProcessInstance started(String id) {
        return withoutChecks.get(() -> history.createHistoricProcessInstanceQuery()
                .processInstanceId(id)
                .singleResult());
    }
}
