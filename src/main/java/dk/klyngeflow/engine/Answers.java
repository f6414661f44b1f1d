package dk.klyngeflow.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Answers an open task as a person would in Tasklist: with her rights, past the task's contract. */
@Component
public class Answers {

    private final TaskService tasks;
    private final IdentityService identities;

    Answers(@Lazy TaskService tasks, @Lazy IdentityService identities) {
        this.tasks = tasks;
        this.identities = identities;
    }

    /**
     * @param task id of the user task in the model
     * @throws FormRefused when the answer cannot be taken
     * @throws IllegalStateException when the case has no such open task that she can see
     */
    public void give(String clusterId, String businessKey, String task, String personId, Map<String, Object> answer) {
        Authentication before = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            List<String> groups = identities.createGroupQuery().groupMember(personId).list().stream()
                    .map(Group::getId)
                    .toList();
            List<String> clusters = identities.createTenantQuery().userMember(personId).list().stream()
                    .map(Tenant::getId)
                    .toList();
            identities.setAuthentication(personId, groups, clusters);
            Task open = find(clusterId, businessKey, task);
            if (open.getAssignee() == null) {
                tasks.claim(open.getId(), personId);
            }
            tasks.complete(open.getId(), answer);
        } finally {
            restore(before);
        }
    }

    private Task find(String clusterId, String businessKey, String task) {
        Task open = tasks.createTaskQuery()
                .tenantIdIn(clusterId)
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(task)
                .singleResult();
        if (open == null) {
            throw new IllegalStateException("case " + businessKey + " has no open task " + task);
        }
        return open;
    }

    private void restore(@Nullable Authentication before) {
        if (before == null) {
            identities.clearAuthentication();
        } else {
            identities.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
        }
    }
}
