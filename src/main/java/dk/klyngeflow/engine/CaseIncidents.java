package dk.klyngeflow.engine;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Trouble of our own making known on a case, so that Cockpit shows it beside the engine's. The case goes on meanwhile. Runs on nobody's
 * behalf: the caller names the cluster.
 */
@Component
public class CaseIncidents {

    private final RuntimeService instances;
    private final IdentityService identities;

    CaseIncidents(@Lazy RuntimeService instances, @Lazy IdentityService identities) {
        this.instances = instances;
        this.identities = identities;
    }

    /**
     * Joins the caller's transaction. Does nothing when the case is over, or knows of it already.
     *
     * @param type such as {@code mailRefused}
     * @param reference what tells this trouble from others of its type, such as the id of the mail
     * @param message Danish, without names and addresses
     */
    public void raise(String clusterId, String businessKey, String type, String reference, String message) {
        WithoutCaller.call(identities, () -> {
            List<ProcessInstance> cases = instances
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(businessKey)
                    .tenantIdIn(clusterId)
                    .rootProcessInstances()
                    .list();
            for (ProcessInstance found : cases) {
                if (open(found.getId(), type, reference).isEmpty()) {
                    standing(instances.getActivityInstance(found.getId()))
                            .findFirst()
                            .ifPresent(place -> instances.createIncident(type, place, reference, message));
                }
            }
            return cases.size();
        });
    }

    /** How many are open in a cluster that began since then, of the engine's making and of ours. */
    public long countSince(String clusterId, Instant since) {
        return WithoutCaller.call(
                identities,
                () -> instances
                        .createIncidentQuery()
                        .tenantIdIn(clusterId)
                        .incidentTimestampAfter(Date.from(since))
                        .count());
    }

    /** Does nothing when there is no such trouble. */
    public void resolve(String clusterId, String businessKey, String type, String reference) {
        WithoutCaller.call(identities, () -> {
            instances
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(businessKey)
                    .tenantIdIn(clusterId)
                    .list()
                    .forEach(found -> open(found.getId(), type, reference)
                            .forEach(incident -> instances.resolveIncident(incident.getId())));
            return true;
        });
    }

    /** The engine ties trouble to a place where a case stands, and a case inside a sub-process stands at none by itself. */
    private static Stream<String> standing(@Nullable ActivityInstance place) {
        if (place == null) {
            return Stream.empty();
        }
        ActivityInstance[] inside = place.getChildActivityInstances();
        TransitionInstance[] about = place.getChildTransitionInstances();
        if (inside.length == 0 && about.length == 0) {
            return Arrays.stream(place.getExecutionIds());
        }
        return Stream.concat(
                Arrays.stream(inside).flatMap(CaseIncidents::standing),
                Arrays.stream(about).map(TransitionInstance::getExecutionId));
    }

    private List<Incident> open(String processInstanceId, String type, String reference) {
        return instances
                .createIncidentQuery()
                .processInstanceId(processInstanceId)
                .incidentType(type)
                .configuration(reference)
                .list();
    }
}
