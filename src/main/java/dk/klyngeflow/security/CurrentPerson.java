package dk.klyngeflow.security;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who makes this request, and what she is in which cluster. */
@Component
public class CurrentPerson {

    private final Memberships memberships;

    CurrentPerson(Memberships memberships) {
        this.memberships = memberships;
    }

    /** The engine user id, which is the person's id; empty for the anonymous and on threads without a request. */
    public Optional<String> id() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        return Optional.of(authentication.getName());
    }

    public String requireId() {
        return id().orElseThrow(() -> Refused.forbidden("Du skal logge ind først."));
    }

    public boolean isAdministrator() {
        return id().map(person -> memberships.of(person).isAdministrator()).orElse(false);
    }

    /** True for those who may enter Tasklist. */
    public boolean isStaff() {
        return id().map(person -> memberships.of(person).isStaff()).orElse(false);
    }

    /** The clusters she belongs to, in whatever role. */
    public Set<String> clusters() {
        return id().map(person -> memberships.of(person).clusters()).orElse(Set.of());
    }

    public boolean hasRole(String clusterId, Role... anyOf) {
        return id().map(person -> {
                    Set<String> groups = memberships.of(person).groups();
                    return Arrays.stream(anyOf).anyMatch(role -> groups.contains(role.group(clusterId)));
                })
                .orElse(false);
    }

    /**
     * Lets a platform administrator pass when there is such a cluster, and whoever has one of the roles in this cluster.
     *
     * @throws Refused 404 for a cluster that is not hers, 403 for her own cluster when the role is another
     */
    public void require(String clusterId, Role... anyOf) {
        if (hasRole(clusterId, anyOf) || (isAdministrator() && memberships.isCluster(clusterId))) {
            return;
        }
        if (isAdministrator() || !clusters().contains(clusterId)) {
            throw Refused.notFound();
        }
        throw Refused.forbidden();
    }
}
