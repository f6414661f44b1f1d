package dk.klyngeflow.members;

import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who has which duty, for the form by which the coordinator hands one over. */
@RestController
@RequestMapping("/api/clusters/{cluster}/duties")
class DutyRoutes {

    private final Clusters clusters;
    private final Duties duties;
    private final Mandates mandates;
    private final People people;
    private final CurrentPerson person;

    DutyRoutes(Clusters clusters, Duties duties, Mandates mandates, People people, CurrentPerson person) {
        this.clusters = clusters;
        this.duties = duties;
        this.mandates = mandates;
        this.people = people;
        this.person = person;
    }

    /**
     * @param holders names, parted by commas
     * @param moved true when the coordinator has moved it away from its role
     */
    record DutyHeld(String id, String name, String holders, boolean moved) {}

    record Receiver(String id, String name) {}

    @GetMapping
    List<DutyHeld> duties(@PathVariable String cluster) {
        require(cluster);
        return duties.all().stream()
                .filter(Duty::canBeMoved)
                .map(duty -> new DutyHeld(
                        duty.id(),
                        duty.danish(),
                        mandates.holders(cluster, duty.id()).stream()
                                .map(people::nameOf)
                                .sorted()
                                .collect(Collectors.joining(", ")),
                        mandates.movedTo(cluster, duty.id()).isPresent()))
                .toList();
    }

    @GetMapping("/receivers")
    List<Receiver> receivers(@PathVariable String cluster) {
        require(cluster);
        return mandates.mayReceive(cluster).stream()
                .map(known -> new Receiver(known.id(), known.name()))
                .toList();
    }

    private void require(String cluster) {
        person.require(cluster, Role.COORDINATOR);
        if (clusters.find(cluster).isEmpty()) {
            throw Refused.notFound();
        }
    }
}
