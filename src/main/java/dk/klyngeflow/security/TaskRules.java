package dk.klyngeflow.security;

import dk.klyngeflow.engine.GroupMembers;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what to a task, asked by the engine inside every command whichever door it came through: only those it was given to may
 * take, pass on or complete it, and never those whom four eyes keep from the case. Deployments come with the application and from
 * nowhere else.
 */
final class TaskRules {

    /** The case's own list of people who may not have its tasks; set by the process. */
    private static final String EXCLUDED_PEOPLE = "excludedPeople";

    /** A person may put a task off for herself; the rest of a task is the process's. */
    private static final Set<String> OWN_PROPERTIES = Set.of("followUpDate", "assignee");

    private TaskRules() {}

    static CommandChecker checker() {
        return (CommandChecker) Proxy.newProxyInstance(
                TaskRules.class.getClassLoader(), new Class<?>[] {CommandChecker.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "hashCode":
                            return System.identityHashCode(proxy);
                        case "equals":
                            return arguments != null && proxy == arguments[0];
                        case "toString":
                            return "our own rules";
                        default:
                            check(method.getName(), arguments == null ? new Object[0] : arguments);
                            return null;
                    }
                });
    }

    private static void check(String what, Object[] arguments) {
        Authentication caller = caller();
        if (caller == null) {
            return;
        }
        if (what.endsWith("Deployment") && !what.equals("checkReadDeployment")) {
            throw Refused.forbidden("Processer og formularer følger med programmet og kan ikke lægges ind her.");
        }
        if (arguments.length > 0 && arguments[0] instanceof TaskEntity task) {
            checkTask(what, task, caller);
        }
    }

    /** Null when the application works in its own name, or a step does what the engine has already allowed. */
    private static @Nullable Authentication caller() {
        CommandContext context = Context.getCommandContext();
        if (context == null || !context.isAuthorizationCheckEnabled()) {
            return null;
        }
        Authentication caller = context.getAuthentication();
        return caller == null || caller.getUserId() == null ? null : caller;
    }

    static boolean isAdministrator(Authentication caller) {
        return caller.getGroupIds() != null && caller.getGroupIds().contains(Role.ADMINISTRATORS);
    }

    private static void checkTask(String what, TaskEntity task, Authentication caller) {
        boolean administrator = isAdministrator(caller);
        List<String> clusters = caller.getTenantIds() == null ? List.of() : caller.getTenantIds();
        if (!administrator && task.getTenantId() != null && !clusters.contains(task.getTenantId())) {
            throw Refused.notFound();
        }
        if (what.equals("checkTaskWork")) {
            checkWork(task, caller);
        } else if (what.equals("checkTaskAssign") && !administrator) {
            if (!isAssignee(task, caller) && !isCandidate(task, caller.getUserId(), groups(caller))) {
                throw Refused.forbidden("Opgaven er ikke din, så du kan ikke give den videre.");
            }
            if (!OWN_PROPERTIES.containsAll(task.getPropertyChanges().keySet())) {
                throw Refused.forbidden("Opgavens navn og frist kan ikke ændres her.");
            }
        }
    }

    private static void checkWork(TaskEntity task, Authentication caller) {
        if (excluded(task.getExecution()).contains(caller.getUserId())) {
            throw Refused.forbidden("Du kan ikke selv løse denne opgave: den skal løses af en anden end dig.");
        }
        if (isAssignee(task, caller)) {
            return;
        }
        if (!isCandidate(task, caller.getUserId(), groups(caller))) {
            throw Refused.forbidden("Opgaven er ikke din. Den kan kun løses af dem, den er givet til.");
        }
        if (task.getAssignee() != null) {
            throw Refused.forbidden("Opgaven er taget af en anden.");
        }
    }

    private static Set<String> groups(Authentication caller) {
        return caller.getGroupIds() == null ? Set.of() : Set.copyOf(caller.getGroupIds());
    }

    private static boolean isAssignee(TaskEntity task, Authentication caller) {
        return Objects.equals(task.getAssignee(), caller.getUserId());
    }

    private static boolean isCandidate(DelegateTask task, String person, Set<String> groups) {
        return task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .anyMatch(link -> isFor(link, person, groups));
    }

    private static boolean isFor(IdentityLink link, String person, Set<String> groups) {
        return person.equals(link.getUserId()) || (link.getGroupId() != null && groups.contains(link.getGroupId()));
    }

    /** The case is asked and not the task: a variable of its own is nobody's word on this. @param place null for a task of no case */
    private static Set<String> excluded(@Nullable VariableScope place) {
        return place != null && place.getVariable(EXCLUDED_PEOPLE) instanceof String ids
                ? new HashSet<>(Arrays.asList(ids.split(",")))
                : Set.of();
    }

    /**
     * Asked when a task gets an assignee, by whomever: she must be one it was given to, or one of those who can carry a duty in this
     * cluster; never one who is kept from the case.
     */
    static void checkAssignee(DelegateTask task) {
        String person = task.getAssignee();
        if (person == null || person.isEmpty()) {
            return;
        }
        IdentityService identities = task.getProcessEngineServices().getIdentityService();
        if (excluded(task.getExecution()).contains(person)
                || !(isCandidate(task, person, identities) || isOfTheCluster(task, person, identities))) {
            throw Refused.forbidden("Opgaven kan ikke gives til denne person.");
        }
    }

    private static boolean isCandidate(DelegateTask task, String person, IdentityService identities) {
        return task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .anyMatch(link -> person.equals(link.getUserId())
                        || (link.getGroupId() != null
                                && GroupMembers.of(identities, link.getGroupId())
                                        .contains(person)));
    }

    private static boolean isOfTheCluster(DelegateTask task, String person, IdentityService identities) {
        String cluster = task.getTenantId();
        if (cluster == null) {
            return false;
        }
        Set<String> carriers =
                Set.of(Role.COORDINATOR.group(cluster), Role.SECRETARY.group(cluster), Role.BOARD.group(cluster));
        return identities.createGroupQuery().groupMember(person).list().stream()
                .anyMatch(group -> carriers.contains(group.getId()));
    }
}
