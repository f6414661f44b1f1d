package dk.klyngeflow.security;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/**
 * Groups and tenants of a person, remembered for a few seconds: every request asks, and a right that was taken away must not live on in
 * a session. Another node hears of a change when its own memory runs out.
 */
@Component
class Memberships {

    private static final long REMEMBERED = Duration.ofSeconds(10).toNanos();
    private static final int MOST = 10_000;

    private final IdentityService identityService;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    Memberships(IdentityService identityService) {
        this.identityService = identityService;
    }

    record Membership(Set<String> groups, Set<String> clusters) {

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
        Membership fresh = read(personId);
        if (remembered.size() > MOST) {
            remembered.clear();
        }
        remembered.put(personId, new Remembered(fresh, now));
        return fresh;
    }

    boolean isCluster(String clusterId) {
        return identityService.createTenantQuery().tenantId(clusterId).count() > 0;
    }

    void forget() {
        remembered.clear();
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
        return new Membership(Set.copyOf(groups), Set.copyOf(clusters));
    }
}
