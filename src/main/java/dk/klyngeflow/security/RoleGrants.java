package dk.klyngeflow.security;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.stereotype.Component;

/**
 * The few grants there are: what all of the staff may see, in the clusters they belong to, and that platform administrators may do
 * everything. Nothing is ever granted per person, task or cluster.
 */
@Component
class RoleGrants {

    private static final Map<Resource, List<Permission>> STAFF = Map.of(
            Resources.FILTER, List.of(Permissions.READ),
            Resources.TASK, List.of(Permissions.READ, TaskPermissions.TASK_WORK, TaskPermissions.TASK_ASSIGN),
            Resources.PROCESS_DEFINITION,
                    List.of(
                            Permissions.READ,
                            Permissions.CREATE_INSTANCE,
                            Permissions.READ_INSTANCE,
                            ProcessDefinitionPermissions.READ_HISTORY),
            Resources.PROCESS_INSTANCE, List.of(Permissions.CREATE),
            Resources.USER, List.of(Permissions.READ),
            Resources.GROUP, List.of(Permissions.READ),
            Resources.TENANT, List.of(Permissions.READ));

    private final AuthorizationService authorizations;

    RoleGrants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    /** May be called at every start; writes only what is missing or different. */
    void write() {
        List<Authorization> known = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(Role.STAFF, Role.ADMINISTRATORS)
                .list();
        STAFF.forEach((resource, permissions) -> grant(known, Role.STAFF, resource, Authorization.ANY, permissions));
        for (String app : List.of("tasklist", "welcome")) {
            grant(known, Role.STAFF, Resources.APPLICATION, app, List.of(Permissions.ACCESS));
        }
        for (Resource resource : Resources.values()) {
            grant(known, Role.ADMINISTRATORS, resource, Authorization.ANY, List.of(Permissions.ALL));
        }
    }

    private void grant(
            List<Authorization> known, String group, Resource resource, String id, List<Permission> permissions) {
        Authorization grant = known.stream()
                .filter(held -> group.equals(held.getGroupId())
                        && held.getResourceType() == resource.resourceType()
                        && id.equals(held.getResourceId()))
                .findFirst()
                .orElseGet(() -> authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT));
        int before = ((AuthorizationEntity) grant).getPermissions();
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(id);
        // a grant of an earlier version may hold more or less than is wanted now
        grant.setPermissions(permissions.toArray(Permission[]::new));
        if (grant.getId() == null || ((AuthorizationEntity) grant).getPermissions() != before) {
            authorizations.saveAuthorization(grant);
        }
    }
}
