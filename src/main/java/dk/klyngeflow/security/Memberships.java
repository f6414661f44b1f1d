package dk.klyngeflow.security;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/**
 * Groups and tenants of a person, remembered for a few seconds: every request asks, and a right that was taken away must not live on in
 * a session. Another node hears of a change when its own memory runs out.
 */
@Component
class Memberships {

    private static final long REMEMBERED = Duration.ofSeconds(10).toNanos();
    private static final int MOST = 10_000;

    private final IdentityService identityService;
    private final WithoutChecks withoutChecks;
    private final PasswordsDue due;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    Memberships(IdentityService identityService, WithoutChecks withoutChecks, PasswordsDue due) {
        this.identityService = identityService;
        this.withoutChecks = withoutChecks;
        this.due = due;
    }

    /**
     * @param known false when there is no such person, or no longer
     * @param passwordMark another one after every change of the password
     * @param mustChoose true when somebody else has set her password and knows it
     */
    record Membership(
            Set<String> groups, Set<String> clusters, boolean known, String passwordMark, boolean mustChoose) {

        boolean isAdministrator() {
            return groups.contains(Role.ADMINISTRATORS);
        }

        boolean isStaff() {
            return groups.contains(Role.STAFF);
        }
    }

    private record Remembered(Membership membership, long since) {}

    Membership of(String personId) {
        // how long ago is no matter of what time it is for people
        long now = System.nanoTime();
        Remembered known = remembered.get(personId);
        if (known != null && now - known.since() < REMEMBERED) {
            return known.membership();
        }
        // also in the middle of a request, when the engine knows who calls and would limit what may be read
        Membership fresh = withoutChecks.get(() -> read(personId));
        if (remembered.size() > MOST) {
            remembered.clear();
        }
        remembered.put(personId, new Remembered(fresh, now));
        return fresh;
    }

    boolean isCluster(String clusterId) {
        return identityService.createTenantQuery().tenantId(clusterId).count() > 0;
    }

    /** The ids of all. */
    Set<String> clusters() {
        return withoutChecks.get(() -> identityService.createTenantQuery().list().stream()
                .map(Tenant::getId)
                .collect(Collectors.toSet()));
    }

    void forget() {
        remembered.clear();
    }

    void forget(String personId) {
        remembered.remove(personId);
    }

    private Membership read(String personId) {
        Set<String> groups = new HashSet<>();
        identityService.createGroupQuery().groupMember(personId).list().forEach(group -> groups.add(group.getId()));
        Set<String> clusters = new HashSet<>();
        identityService
                .createTenantQuery()
                .userMember(personId)
                .includingGroupsOfUser(true)
                .list()
                .forEach(tenant -> clusters.add(tenant.getId()));
        User user = identityService.createUserQuery().userId(personId).singleResult();
        return new Membership(
                Set.copyOf(groups), Set.copyOf(clusters), user != null, mark(user), due.mustChoose(personId));
    }

    /** A hash of what the engine keeps, which is a salted hash itself. */
    private static String mark(@Nullable User user) {
        String kept = user == null ? null : user.getPassword();
        return kept == null ? "" : DigestUtils.md5DigestAsHex(kept.getBytes(StandardCharsets.UTF_8));
    }
}
