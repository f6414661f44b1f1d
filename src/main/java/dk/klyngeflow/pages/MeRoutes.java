package dk.klyngeflow.pages;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is logged in, and what she is where. */
@RestController
class MeRoutes {

    private final CurrentPerson person;
    private final ObjectProvider<Directory> directories;
    private final CopenhagenTime time;

    MeRoutes(CurrentPerson person, ObjectProvider<Directory> directories, CopenhagenTime time) {
        this.person = person;
        this.directories = directories;
        this.time = time;
    }

    /** @param now by our clock, so that a browser can tell whether its own goes right */
    record Me(String id, String name, boolean administrator, List<OwnCluster> clusters, Instant now) {}

    /** @param roles Danish */
    record OwnCluster(String id, String name, List<String> roles) {}

    @GetMapping("/api/me")
    Me me() {
        String id = person.requireId();
        return new Me(
                id,
                directories.stream()
                        .flatMap(all -> all.personName(id).stream())
                        .findFirst()
                        .orElse(id),
                person.isAdministrator(),
                clusters(),
                time.now());
    }

    /** An administrator belongs to none and may help in all. */
    private List<OwnCluster> clusters() {
        Set<String> ids = new TreeSet<>(person.clusters());
        if (person.isAdministrator()) {
            directories.forEach(all -> ids.addAll(all.clusters()));
        }
        return ids.stream().map(this::own).toList();
    }

    private OwnCluster own(String clusterId) {
        return new OwnCluster(
                clusterId,
                directories.stream()
                        .flatMap(all -> all.clusterName(clusterId).stream())
                        .findFirst()
                        .orElse(clusterId),
                Arrays.stream(Role.values())
                        .filter(role -> person.hasRole(clusterId, role))
                        .map(Role::danish)
                        .toList());
    }
}
