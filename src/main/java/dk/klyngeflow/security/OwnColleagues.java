package dk.klyngeflow.security;

import dk.klyngeflow.engine.GroupMembers;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbGroupQueryImpl;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.identity.db.DbTenantQueryImpl;
import org.camunda.bpm.engine.impl.identity.db.DbUserQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/**
 * Users, groups and tenants belong to no tenant in the engine, so everybody in Tasklist would read the names and addresses of all
 * clusters: here one sees those of one's own. Also keeps the last administrator, and leaves slowing down of guesses to the log-in.
 */
@SuppressWarnings("NullAway") // the engine's own signatures say nothing about null
class OwnColleagues extends DbIdentityServiceProvider {

    private static final String ELSEWHERE =
            "Klyngernes folk ændres ikke her, men på siden „Folk“ (/folk/ og klyngens id), hvor du først"
                    + " ser, hvad det fører med sig. En ny klynge oprettes på /klynger/ny.";

    private final Runnable oneAtATime;
    private final Runnable changed;
    private final Told told;

    private final Predicate<String> isPerson;

    /**
     * @param oneAtATime holds up other transactions that take administrators away, until this one ends
     * @param changed told when groups or tenants of people have changed
     * @param told what was done past our own pages
     * @param isPerson whether the user with this id is somebody of a cluster
     */
    OwnColleagues(Runnable oneAtATime, Runnable changed, Told told, Predicate<String> isPerson) {
        this.oneAtATime = oneAtATime;
        this.changed = changed;
        this.told = told;
        this.isPerson = isPerson;
    }

    /** Hears of what the security log must know, in the engine's transaction. */
    interface Told {

        void passwordSet(String personId, String caller);

        /** @param isOne false when she is none any longer */
        void administrator(String personId, boolean isOne);
    }

    /** Whoever calls from outside, an administrator too, meets the cluster's own list of people instead of the engine's users. */
    private boolean isFromOutside() {
        if (!getCommandContext().isAuthorizationCheckEnabled()) {
            return false;
        }
        Authentication caller = getCommandContext().getAuthentication();
        return caller != null && caller.getUserId() != null;
    }

    private void notFromOutside() {
        if (isFromOutside()) {
            throw Refused.forbidden(ELSEWHERE);
        }
    }

    /** A password is changed with nothing else; names and addresses stand in one place only. */
    @Override
    public IdentityOperationResult saveUser(User user) {
        boolean isNew = user instanceof UserEntity entity && entity.getRevision() == 0;
        boolean isPasswordOnly = !isNew && user instanceof UserEntity entity && entity.hasNewPassword();
        if (!isPasswordOnly && isFromOutside() && isPerson.test(user.getId())) {
            throw Refused.forbidden(ELSEWHERE);
        }
        // asked before the engine has hashed it
        boolean isSet = user instanceof UserEntity entity && entity.hasNewPassword();
        IdentityOperationResult done = super.saveUser(user);
        if (isSet && isFromOutside()) {
            told.passwordSet(
                    user.getId(), getCommandContext().getAuthentication().getUserId());
        }
        return done;
    }

    @Override
    public IdentityOperationResult saveGroup(Group group) {
        notFromOutside();
        return super.saveGroup(group);
    }

    @Override
    public IdentityOperationResult saveTenant(Tenant tenant) {
        notFromOutside();
        return super.saveTenant(tenant);
    }

    @Override
    public IdentityOperationResult deleteTenant(String tenantId) {
        notFromOutside();
        return super.deleteTenant(tenantId);
    }

    @Override
    public IdentityOperationResult createTenantUserMembership(String tenantId, String userId) {
        notFromOutside();
        return super.createTenantUserMembership(tenantId, userId);
    }

    @Override
    public IdentityOperationResult createTenantGroupMembership(String tenantId, String groupId) {
        notFromOutside();
        return super.createTenantGroupMembership(tenantId, groupId);
    }

    @Override
    public IdentityOperationResult deleteTenantUserMembership(String tenantId, String userId) {
        notFromOutside();
        return super.deleteTenantUserMembership(tenantId, userId);
    }

    @Override
    public IdentityOperationResult deleteTenantGroupMembership(String tenantId, String groupId) {
        notFromOutside();
        return super.deleteTenantGroupMembership(tenantId, groupId);
    }

    private @Nullable Authentication restricted() {
        if (!getCommandContext().isAuthorizationCheckEnabled()) {
            return null;
        }
        Authentication caller = getCommandContext().getAuthentication();
        return caller == null || caller.getUserId() == null || TaskRules.isAdministrator(caller) ? null : caller;
    }

    private Set<String> colleagues(Authentication caller) {
        Set<String> ids = new HashSet<>();
        ids.add(caller.getUserId());
        for (String cluster : clusters(caller)) {
            DbUserQueryImpl ofCluster = new DbUserQueryImpl();
            ofCluster.memberOfTenant(cluster);
            super.findUserByQueryCriteria(ofCluster).forEach(user -> ids.add(user.getId()));
        }
        return ids;
    }

    private static List<String> clusters(Authentication caller) {
        return caller.getTenantIds() == null ? List.of() : caller.getTenantIds();
    }

    private static void keep(Set<String> ids, @Nullable String wanted, String @Nullable [] oneOf) {
        if (wanted != null) {
            ids.retainAll(Set.of(wanted));
        }
        if (oneOf != null) {
            ids.retainAll(Arrays.asList(oneOf));
        }
    }

    @Override
    public List<User> findUserByQueryCriteria(DbUserQueryImpl query) {
        Authentication caller = restricted();
        return caller == null || narrow(query, caller) ? super.findUserByQueryCriteria(query) : List.of();
    }

    @Override
    public long findUserCountByQueryCriteria(DbUserQueryImpl query) {
        Authentication caller = restricted();
        return caller == null || narrow(query, caller) ? super.findUserCountByQueryCriteria(query) : 0;
    }

    /**
     * In the query itself, since sorting out afterwards would leave of a page only those who happen to be on it.
     *
     * @return false when it asks for nobody she may see
     */
    private boolean narrow(DbUserQueryImpl query, Authentication caller) {
        Set<String> ids = colleagues(caller);
        keep(ids, query.getId(), query.getIds());
        // what a colleague is elsewhere is none of the caller's business
        if (ids.isEmpty()
                || !among(groups(caller), query.getGroupId())
                || !among(clusters(caller), query.getTenantId())) {
            return false;
        }
        query.userIdIn(ids.toArray(String[]::new));
        return true;
    }

    @Override
    public @Nullable UserEntity findUserById(String userId) {
        Authentication caller = restricted();
        return caller == null || colleagues(caller).contains(userId) ? super.findUserById(userId) : null;
    }

    @Override
    public List<Group> findGroupByQueryCriteria(DbGroupQueryImpl query) {
        Authentication caller = restricted();
        return caller == null || narrow(query, caller) ? super.findGroupByQueryCriteria(query) : List.of();
    }

    @Override
    public long findGroupCountByQueryCriteria(DbGroupQueryImpl query) {
        Authentication caller = restricted();
        return caller == null || narrow(query, caller) ? super.findGroupCountByQueryCriteria(query) : 0;
    }

    private static boolean among(Collection<String> hers, @Nullable String asked) {
        return asked == null || hers.contains(asked);
    }

    private boolean narrow(DbGroupQueryImpl query, Authentication caller) {
        Set<String> ids = groups(caller);
        keep(ids, query.getId(), query.getIds());
        if (ids.isEmpty()
                || !among(colleagues(caller), query.getUserId())
                || !among(clusters(caller), query.getTenantId())) {
            return false;
        }
        query.groupIdIn(ids.toArray(String[]::new));
        return true;
    }

    private static Set<String> groups(Authentication caller) {
        Set<String> ids = new HashSet<>();
        if (caller.getGroupIds() != null) {
            ids.addAll(caller.getGroupIds());
        }
        for (String cluster : clusters(caller)) {
            for (Role role : Role.values()) {
                ids.add(role.group(cluster));
            }
        }
        return ids;
    }

    @Override
    public List<Tenant> findTenantByQueryCriteria(DbTenantQueryImpl query) {
        Authentication caller = restricted();
        return caller == null || narrow(query, caller) ? super.findTenantByQueryCriteria(query) : List.of();
    }

    @Override
    public long findTenantCountByQueryCriteria(DbTenantQueryImpl query) {
        Authentication caller = restricted();
        return caller == null || narrow(query, caller) ? super.findTenantCountByQueryCriteria(query) : 0;
    }

    private boolean narrow(DbTenantQueryImpl query, Authentication caller) {
        Set<String> ids = new HashSet<>(clusters(caller));
        keep(ids, query.getId(), query.getIds());
        if (ids.isEmpty()
                || !among(colleagues(caller), query.getUserId())
                || !among(groups(caller), query.getGroupId())) {
            return false;
        }
        query.tenantIdIn(ids.toArray(String[]::new));
        return true;
    }

    @Override
    public IdentityOperationResult deleteUser(String userId) {
        if (isFromOutside() && isPerson.test(userId)) {
            throw Refused.forbidden(ELSEWHERE);
        }
        keepAnAdministrator(userId);
        changed.run();
        return super.deleteUser(userId);
    }

    @Override
    public IdentityOperationResult deleteMembership(String userId, String groupId) {
        if (Role.ADMINISTRATORS.equals(groupId)) {
            keepAnAdministrator(userId);
        } else {
            notFromOutside();
        }
        tellOfAdministrator(userId, groupId, false);
        changed.run();
        GroupMembers.forget(groupId);
        return super.deleteMembership(userId, groupId);
    }

    @Override
    public IdentityOperationResult deleteGroup(String groupId) {
        if (Role.ADMINISTRATORS.equals(groupId)) {
            throw lastOne();
        }
        notFromOutside();
        changed.run();
        return super.deleteGroup(groupId);
    }

    @Override
    public IdentityOperationResult createMembership(String userId, String groupId) {
        if (!Role.ADMINISTRATORS.equals(groupId)) {
            notFromOutside();
        }
        tellOfAdministrator(userId, groupId, true);
        changed.run();
        GroupMembers.forget(groupId);
        return super.createMembership(userId, groupId);
    }

    private void tellOfAdministrator(String userId, String groupId, boolean isOne) {
        if (Role.ADMINISTRATORS.equals(groupId) && isFromOutside()) {
            told.administrator(userId, isOne);
        }
    }

    private void keepAnAdministrator(String leaver) {
        oneAtATime.run();
        DbUserQueryImpl administrators = new DbUserQueryImpl();
        administrators.memberOfGroup(Role.ADMINISTRATORS);
        List<String> ids = super.findUserByQueryCriteria(administrators).stream()
                .map(User::getId)
                .toList();
        if (ids.equals(List.of(leaver))) {
            throw lastOne();
        }
    }

    private static Refused lastOne() {
        return Refused.conflict(
                "Den sidste administrator kan ikke fjernes. Gør først en anden til administrator.", java.util.Map.of());
    }

    /** The engine would lock the true holder out after a few wrong guesses by anybody. */
    @Override
    protected void lockUser(UserEntity user) {}
}
