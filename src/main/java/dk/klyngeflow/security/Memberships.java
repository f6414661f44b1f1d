package dk.klyngeflow.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final int MOST = 10_000;

    private final IdentityService identityService;
    private final Clock clock;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    Memberships(IdentityService identityService, Clock clock) {
        this.identityService = identityService;
        this.clock = clock;
    }

    record Membership(Set<String> groups, Set<String> clusters) {

        boolean isAdministrator() {
            return groups.contains(Role.ADMINISTRATORS);
        }

        boolean isStaff() {
            return groups.contains(Role.STAFF);
        }
    }

    private record Remembered(Membership membership, Instant until) {}

    Membership of(String personId) {
        Instant now = clock.instant();
        Remembered known = remembered.get(personId);
        // a test may turn the clock back: then what is remembered is from the future
        if (known != null && now.isBefore(known.until()) && now.plus(REMEMBERED).compareTo(known.until()) >= 0) {
            return known.membership();
        }
        Membership fresh = read(personId);
        if (remembered.size() > MOST) {
            remembered.clear();
        }
        remembered.put(personId, new Remembered(fresh, now.plus(REMEMBERED)));
        return fresh;
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
