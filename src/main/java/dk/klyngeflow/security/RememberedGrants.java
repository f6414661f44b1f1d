package dk.klyngeflow.security;

import dk.klyngeflow.engine.ShortMemory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Before every query the engine asks which groups have grants at all, and whether anything was revoked from this person. Both hardly ever
 * change, so the answers are remembered for as long as {@link Memberships} are: this node hears of a change when it is committed, another
 * one when its own memory runs out.
 *
 * <p>Whoever may read, or work on, all tasks, and has nothing revoked, is not asked about each of them: then the tenants alone decide what
 * is found, and the query is as fast as without rights.
 */
final class RememberedGrants implements SessionFactory {

    private static final String GROUPS = "groups";

    private record OfAllTasks(String permission, String personId, List<String> groups) {}

    private final ShortMemory memory;

    RememberedGrants() {
        this(new ShortMemory());
    }

    RememberedGrants(ShortMemory memory) {
        this.memory = memory;
    }

    @Override
    public Class<?> getSessionType() {
        return AuthorizationManager.class;
    }

    @Override
    public Session openSession() {
        return new Grants();
    }

    @SuppressWarnings("NullAway") // the engine's own signatures say nothing about null
    private final class Grants extends AuthorizationManager {

        private boolean isChanging;

        @Override
        @SuppressWarnings("unchecked")
        protected Set<String> getAllGroups() {
            return isChanging
                    ? super.getAllGroups()
                    : memory.get(GROUPS, Set.class, () -> new HashSet<>(super.getAllGroups()));
        }

        @Override
        protected boolean isRevokeAuthCheckEnabled(String personId, List<String> groups) {
            return isChanging
                    ? super.isRevokeAuthCheckEnabled(personId, groups)
                    : memory.get(
                            List.of(String.valueOf(personId), groups == null ? List.of() : List.copyOf(groups)),
                            Boolean.class,
                            () -> super.isRevokeAuthCheckEnabled(personId, groups));
        }

        @Override
        public void configureTaskQuery(TaskQueryImpl query) {
            super.configureTaskQuery(query);
            AuthorizationCheck check = query.getAuthCheck();
            if (check.isAuthorizationCheckEnabled()
                    && !check.isRevokeAuthorizationCheckEnabled()
                    && holdsForAllTasks(check.getAuthUserId(), check.getAuthGroupIds(), Permissions.READ)) {
                check.setAuthorizationCheckEnabled(false);
            }
        }

        /** Before somebody completes or claims one task: what she may do with all of them need not be asked of each. */
        @Override
        public boolean isAuthorized(String personId, List<String> groups, CompositePermissionCheck check) {
            return (check.isDisjunctive()
                            && !isRevokeAuthCheckEnabled(personId, groups)
                            && check.getAtomicChecks().stream()
                                    .filter(one -> one.getResource() == Resources.TASK)
                                    .anyMatch(one -> holdsForAllTasks(personId, groups, one.getPermission())))
                    || super.isAuthorized(personId, groups, check);
        }

        private boolean holdsForAllTasks(String personId, List<String> groups, Permission permission) {
            return !isChanging
                    && memory.get(
                            new OfAllTasks(
                                    permission.getName(),
                                    String.valueOf(personId),
                                    groups == null ? List.of() : List.copyOf(groups)),
                            Boolean.class,
                            () -> isAuthorized(personId, groups, permission, Resources.TASK, Authorization.ANY));
        }

        @Override
        public void insert(DbEntity grant) {
            change();
            super.insert(grant);
        }

        @Override
        public void update(AuthorizationEntity grant) {
            change();
            super.update(grant);
        }

        @Override
        public void delete(DbEntity grant) {
            change();
            super.delete(grant);
        }

        /** Nothing is ever granted on a single task, see {@link NoGrants}, so nothing need be deleted with it. */
        @Override
        public void deleteAuthorizationsByResourceId(Resource resource, String id) {
            if (resource != Resources.TASK) {
                super.deleteAuthorizationsByResourceId(resource, id);
            }
        }

        private void change() {
            if (!isChanging) {
                isChanging = true;
                memory.change();
            }
        }
    }
}
