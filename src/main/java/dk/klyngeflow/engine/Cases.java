package dk.klyngeflow.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
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
    private final IdentityService identities;

    Cases(@Lazy RuntimeService instances, @Lazy ManagementService jobs, @Lazy IdentityService identities) {
        this.instances = instances;
        this.jobs = jobs;
        this.identities = identities;
    }

    /** Starts the newest version of a process; the caller's transaction decides whether it stays. */
    public void start(String processKey, String clusterId, String businessKey, Map<String, Object> variables) {
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

    /** Moves the timer of one event of a case; does nothing when the timer is not running. */
    public void moveTimer(String clusterId, String processInstanceId, String activityId, Instant due) {
        WithoutCaller.call(identities, () -> {
            Optional<Job> timer = Optional.ofNullable(jobs.createJobQuery()
                    .processInstanceId(processInstanceId)
                    .tenantIdIn(clusterId)
                    .activityId(activityId)
                    .timers()
                    .singleResult());
            timer.ifPresent(job -> jobs.setJobDuedate(job.getId(), Date.from(due)));
            return timer.isPresent();
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
