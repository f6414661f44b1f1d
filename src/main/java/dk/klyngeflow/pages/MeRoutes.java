package dk.klyngeflow.pages;

import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is logged in, and what she is where. */
@RestController
class MeRoutes {

    private final CurrentPerson person;
    private final ObjectProvider<Directory> directories;

    MeRoutes(CurrentPerson person, ObjectProvider<Directory> directories) {
        this.person = person;
        this.directories = directories;
    }

    record Me(String id, String name, boolean administrator, List<OwnCluster> clusters) {}

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
                person.clusters().stream().sorted().map(this::own).toList());
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
