package dk.klyngeflow.bookings;

import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.pages.StartPageLinks;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import java.util.List;
import org.springframework.stereotype.Component;

/** The directory, for those who keep it. */
@Component
class BookingLinks implements StartPageLinks {

    private final Clusters clusters;
    private final CurrentPerson person;

    BookingLinks(Clusters clusters, CurrentPerson person) {
        this.clusters = clusters;
        this.person = person;
    }

    @Override
    public List<Link> links() {
        boolean administrator = person.isAdministrator();
        return clusters.all().stream()
                .filter(cluster -> administrator || person.hasRole(cluster.id(), Role.COORDINATOR, Role.SECRETARY))
                .map(cluster -> new Link(
                        "Steder og oplægsholdere i " + cluster.name(),
                        "/steder/" + cluster.id(),
                        "Lokaler, forplejning og oplægsholdere, i den rækkefølge de bliver spurgt."))
                .toList();
    }
}
