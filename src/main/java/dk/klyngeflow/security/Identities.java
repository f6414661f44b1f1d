package dk.klyngeflow.security;

import dk.klyngeflow.engine.TransactionMemory;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
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

    private static final String ANYWHERE = "";

    /** The engine writes only when a step of a process is done, or all of a command, and would be given a second time what it cannot see yet. */
    private final TransactionMemory<String, Boolean> given = new TransactionMemory<>();

    Identities(
            IdentityService identityService, Memberships memberships, WithoutChecks withoutChecks, PasswordsDue due) {
        this.identityService = identityService;
        this.memberships = memberships;
        this.withoutChecks = withoutChecks;
        this.due = due;
    }

    /** The tenant and the role groups of a cluster. */
    public void createCluster(String clusterId, String name) {
        inOneGo(() -> {
            if (identityService.createTenantQuery().tenantId(clusterId).count() == 0) {
                Tenant tenant = identityService.newTenant(clusterId);
                tenant.setName(name);
                identityService.saveTenant(tenant);
            }
            String[] ids = Arrays.stream(Role.values())
                    .map(role -> role.group(clusterId))
                    .toArray(String[]::new);
            identityService.createGroupQuery().groupIdIn(ids).list().forEach(group -> given.keep(group.getId(), true));
            for (Role role : Role.values()) {
                if (!given.knows(role.group(clusterId))) {
                    saveGroup(role.group(clusterId), name + " · " + role.danish());
                }
            }
        });
    }

    private void createGroup(String id, String name) {
        if (!given.knows(id) && identityService.createGroupQuery().groupId(id).count() == 0) {
            saveGroup(id, name);
        }
        given.keep(id, true);
    }

    private void saveGroup(String id, String name) {
        Group group = identityService.newGroup(id);
        group.setName(name);
        group.setType("KLYNGE");
        identityService.saveGroup(group);
        given.keep(id, true);
    }

    /** The engine writes when all of it is done, of each kind in one statement, and reads nobody twice meanwhile. */
    private void inOneGo(Runnable work) {
        withoutChecks.run(() -> ((IdentityServiceImpl) identityService)
                .getCommandExecutor()
                .execute(command -> {
                    work.run();
                    return true;
                }));
    }

    public boolean exists(String personId) {
        return withoutChecks.get(
                () -> identityService.createUserQuery().userId(personId).count() > 0);
    }

    /** @param password null when she has none until she has chosen one herself */
    public record NewUser(
            String personId,
            String name,
            String mail,
            @Nullable String password) {}

    /** Somebody who is known already keeps her name and password. */
    public void createUsers(Collection<NewUser> newcomers) {
        inOneGo(() -> {
            Set<String> known = existing(newcomers.stream().map(NewUser::personId));
            for (NewUser newcomer : newcomers) {
                if (known.add(newcomer.personId()) && !isNew(newcomer.personId())) {
                    create(newcomer);
                }
            }
        });
    }

    private void create(NewUser newcomer) {
        User user = identityService.newUser(newcomer.personId());
        named(user, newcomer.name(), newcomer.mail());
        user.setPassword(Optional.ofNullable(newcomer.password()).orElseGet(RandomPassword::next));
        // what is laid out by ourselves, as in the demo, need not be hard to guess
        withoutChecks.save(user);
        given.keep(key(newcomer.personId(), ANYWHERE), true);
        if (newcomer.password() == null) {
            due.note(newcomer.personId(), PasswordsDue.Reason.NONE);
        }
    }

    /** Made in this transaction, and so in no group but those that it has given her. */
    private boolean isNew(String personId) {
        return given.knows(key(personId, ANYWHERE));
    }

    private Set<String> existing(Stream<String> people) {
        return identityService.createUserQuery().userIdIn(people.distinct().toArray(String[]::new)).list().stream()
                .map(User::getId)
                .collect(Collectors.toSet());
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

    /** What somebody is to be in a cluster. */
    public record Given(String personId, Role role) {}

    /** Gives roles in a cluster: the role's group, the tenant, and Tasklist for all but plain members. */
    public void give(String clusterId, Collection<Given> roles) {
        if (roles.isEmpty()) {
            return;
        }
        inOneGo(() -> {
            // the engine reads each of them, and finds them read
            existing(roles.stream().map(Given::personId));
            roles.forEach(each -> give(clusterId, each.personId(), each.role()));
        });
        forget();
    }

    private void give(String clusterId, String personId, Role role) {
        // a cluster that was opened before there was such a role has no group of it yet
        createGroup(role.group(clusterId), clusterId + " · " + role.danish());
        join(personId, role.group(clusterId));
        if (role.isStaff()) {
            join(personId, Role.STAFF);
        }
        String key = key(personId, clusterId);
        if (!given.knows(key)
                && (isNew(personId)
                        || identityService
                                        .createTenantQuery()
                                        .tenantId(clusterId)
                                        .userMember(personId)
                                        .count()
                                == 0)) {
            identityService.createTenantUserMembership(clusterId, personId);
            given.keep(key, true);
        }
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
                && (isNew(personId)
                        || identityService
                                        .createGroupQuery()
                                        .groupId(groupId)
                                        .groupMember(personId)
                                        .count()
                                == 0)) {
            identityService.createMembership(personId, groupId);
            given.keep(key, true);
        }
    }
}
