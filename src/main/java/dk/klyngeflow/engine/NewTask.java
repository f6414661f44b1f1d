package dk.klyngeflow.engine;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.identity.Tenant;

/**
 * Makes a task ready for its people when it is created: a title with cluster and case, and the candidates by mandate. When one person
 * alone holds the duty the task is hers at once, since Tasklist keeps a form locked until the task is claimed; she can put it back.
 */
class NewTask implements TaskListener {

    /** What the case is called in a title, such as {@code 4711, 3.240 kr}; never a person's name. */
    static final Variable<String> CASE_LABEL = Variable.text("caseLabel");

    /** Ids, parted by commas, of people whom four eyes or their own interest keep from the tasks of the case. */
    static final Variable<String> EXCLUDED_PEOPLE = Variable.text("excludedPeople");

    private final String duty;
    private final TaskRouting routing;

    NewTask(String duty, TaskRouting routing) {
        this.duty = duty;
        this.routing = routing;
    }

    @Override
    public void notify(DelegateTask task) {
        IdentityService identities = task.getProcessEngineServices().getIdentityService();
        // a new task has no variables of its own yet, so its case is asked
        String place = routing.place(task.getTenantId()).orElseGet(() -> nameOfTenant(task, identities));
        String label =
                CASE_LABEL.find(task.getExecution()).map(text -> " · " + text).orElse("");
        task.setName(place + " · " + task.getName() + label);
        route(task, identities);
    }

    private static String nameOfTenant(DelegateTask task, IdentityService identities) {
        Tenant cluster =
                identities.createTenantQuery().tenantId(task.getTenantId()).singleResult();
        return cluster == null ? task.getTenantId() : cluster.getName();
    }

    private void route(DelegateTask task, IdentityService identities) {
        Set<String> excluded = EXCLUDED_PEOPLE
                .find(task.getExecution())
                .map(ids -> Arrays.stream(ids.split(","))
                        .filter(id -> !id.isBlank())
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
        TaskRouting.Route route = routing.route(task.getTenantId(), duty, excluded);
        route.groups().forEach(task::addCandidateGroup);
        route.people().forEach(task::addCandidateUser);
        Set<String> everybody = route.groups().stream()
                .flatMap(group -> GroupMembers.of(identities, group).stream())
                .collect(Collectors.toSet());
        everybody.addAll(route.people());
        if (everybody.size() == 1) {
            task.setAssignee(everybody.iterator().next());
        }
    }
}
