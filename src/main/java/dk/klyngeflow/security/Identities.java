package dk.klyngeflow.security;

import dk.klyngeflow.engine.TransactionMemory;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes users, groups and tenants in the engine's identity tables, in the caller's transaction. Who may call is checked by the caller.
 * Everything may be called twice.
 */
@Component
public class Identities {

    private final IdentityService identityService;
    private final Memberships memberships;
    private final WithoutChecks withoutChecks;
    private final PasswordsDue due;

    /** In a step of a process the engine writes only when the step is done, and would be given a second time what it cannot see yet. */
    private final TransactionMemory<String, Boolean> given = new TransactionMemory<>();

    Identities(
            IdentityService identityService, Memberships memberships, WithoutChecks withoutChecks, PasswordsDue due) {
        this.identityService = identityService;
        this.memberships = memberships;
        this.withoutChecks = withoutChecks;
        this.due = due;
    }

    /** The tenant and the five role groups of a cluster. */
    public void createCluster(String clusterId, String name) {
        withoutChecks.run(() -> {
            if (identityService.createTenantQuery().tenantId(clusterId).count() == 0) {
                Tenant tenant = identityService.newTenant(clusterId);
                tenant.setName(name);
                identityService.saveTenant(tenant);
            }
            for (Role role : Role.values()) {
                createGroup(role.group(clusterId), name + " · " + role.danish());
            }
        });
    }

    private void createGroup(String id, String name) {
        if (!given.knows(id) && identityService.createGroupQuery().groupId(id).count() == 0) {
            Group group = identityService.newGroup(id);
            group.setName(name);
            group.setType("KLYNGE");
            identityService.saveGroup(group);
            given.keep(id, true);
        }
    }

    public boolean exists(String personId) {
        return withoutChecks.get(
                () -> identityService.createUserQuery().userId(personId).count() > 0);
    }

    /** @param password null when she has none until she has chosen one herself */
    public void createUser(String personId, String name, String mail, @Nullable String password) {
        withoutChecks.run(() -> {
            if (identityService.createUserQuery().userId(personId).count() > 0) {
                return;
            }
            User user = identityService.newUser(personId);
            named(user, name, mail);
            user.setPassword(Optional.ofNullable(password).orElseGet(RandomPassword::next));
            // what is laid out by ourselves, as in the demo, need not be hard to guess
            withoutChecks.save(user);
            if (password == null) {
                due.note(personId, PasswordsDue.Reason.NONE);
            }
        });
    }

    /** Nobody can log in as her any longer; what she did keeps her id. */
    public void deleteUser(String personId) {
        withoutChecks.run(() -> {
            identityService.deleteUser(personId);
            due.chosen(personId);
        });
        forget();
    }

    /** The tenant and the groups of a cluster, so that nobody has rights in it, not even an administrator. */
    public void deleteCluster(String clusterId) {
        withoutChecks.run(() -> {
            for (Role role : Role.values()) {
                identityService.deleteGroup(role.group(clusterId));
            }
            identityService.deleteTenant(clusterId);
        });
        forget();
    }

    /** What she is called and where she is written to, for who reads it in the engine's own applications. */
    public void correct(String personId, String name, String mail) {
        withoutChecks.run(() -> {
            User user = identityService.createUserQuery().userId(personId).singleResult();
            if (user != null) {
                named(user, name, mail);
                identityService.saveUser(user);
            }
        });
    }

    /** True for a platform administrator. */
    public boolean isAdministrator(String personId) {
        return withoutChecks.get(() -> identityService
                        .createGroupQuery()
                        .groupId(Role.ADMINISTRATORS)
                        .groupMember(personId)
                        .count()
                > 0);
    }

    /** The mail addresses of the platform's administrators, by their ids; empty for those without one. */
    public Map<String, String> administrators() {
        return withoutChecks.get(() ->
                identityService.createUserQuery().memberOfGroup(Role.ADMINISTRATORS).list().stream()
                        .collect(
                                Collectors.toMap(User::getId, user -> user.getEmail() == null ? "" : user.getEmail())));
    }

    private static void named(User user, String name, String mail) {
        int lastBlank = name.lastIndexOf(' ');
        user.setFirstName(lastBlank < 0 ? name : name.substring(0, lastBlank));
        user.setLastName(lastBlank < 0 ? "" : name.substring(lastBlank + 1));
        user.setEmail(mail);
    }

    /** Gives a role in a cluster: the role's group, the tenant, and Tasklist for all but plain members. */
    public void give(String personId, String clusterId, Role role) {
        withoutChecks.run(() -> {
            // a cluster that was opened before there was such a role has no group of it yet
            createGroup(role.group(clusterId), clusterId + " · " + role.danish());
            join(personId, role.group(clusterId));
            if (role.isStaff()) {
                join(personId, Role.STAFF);
            }
            String key = key(personId, clusterId);
            if (!given.knows(key)
                    && identityService
                                    .createTenantQuery()
                                    .tenantId(clusterId)
                                    .userMember(personId)
                                    .count()
                            == 0) {
                identityService.createTenantUserMembership(clusterId, personId);
                given.keep(key, true);
            }
        });
        forget();
    }

    /** Takes a role away; with the last role of a cluster goes the tenant, with the last staff role of all goes Tasklist. */
    public void take(String personId, String clusterId, Role role) {
        withoutChecks.run(() -> {
            identityService.deleteMembership(personId, role.group(clusterId));
            given.forget(key(personId, role.group(clusterId)));
            var left = identityService.createGroupQuery().groupMember(personId).list().stream()
                    .map(Group::getId)
                    .filter(group -> !group.equals(role.group(clusterId)))
                    .toList();
            if (left.stream().noneMatch(group -> group.startsWith(clusterId + "."))) {
                identityService.deleteTenantUserMembership(clusterId, personId);
                given.forget(key(personId, clusterId));
            }
            boolean staffElsewhere =
                    left.stream().anyMatch(group -> group.contains(".") && !group.endsWith(Role.MEMBER.group("")));
            if (!staffElsewhere && left.contains(Role.STAFF)) {
                identityService.deleteMembership(personId, Role.STAFF);
                given.forget(key(personId, Role.STAFF));
            }
        });
        forget();
    }

    /** Also when the transaction ends: what was read within it is not so if it is rolled back, and what others read before it is old. */
    private void forget() {
        memberships.forget();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    memberships.forget();
                }
            });
        }
    }

    private static String key(String personId, String place) {
        return personId + "\n" + place;
    }

    private void join(String personId, String groupId) {
        String key = key(personId, groupId);
        if (!given.knows(key)
                && identityService
                                .createGroupQuery()
                                .groupId(groupId)
                                .groupMember(personId)
                                .count()
                        == 0) {
            identityService.createMembership(personId, groupId);
            given.keep(key, true);
        }
    }
}
