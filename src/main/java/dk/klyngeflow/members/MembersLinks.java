package dk.klyngeflow.members;

import dk.klyngeflow.pages.StartPageLinks;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The pages of clusters and their settings, for those who may open them. */
@Component
class MembersLinks implements StartPageLinks {

    private final Clusters clusters;
    private final CurrentPerson person;

    MembersLinks(Clusters clusters, CurrentPerson person) {
        this.clusters = clusters;
        this.person = person;
    }

    @Override
    public List<Link> links() {
        List<Link> links = new ArrayList<>();
        boolean administrator = person.isAdministrator();
        for (Cluster cluster : clusters.all()) {
            if (administrator || person.hasRole(cluster.id(), Role.COORDINATOR)) {
                links.add(new Link(
                        "Indstillinger for " + cluster.name(),
                        "/indstillinger/" + cluster.id(),
                        "Beløbsgrænser, frister og andet, klyngen selv bestemmer."));
            }
        }
        if (administrator) {
            links.add(
                    new Link("Opret en klynge", "/klynger/ny", "Klyngen, dens praksis og dens folk fra en lille fil."));
        }
        return links;
    }
}
