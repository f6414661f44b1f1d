package dk.klyngeflow.accounts;

import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.pages.BarPlaces;
import dk.klyngeflow.pages.StartPageLinks;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the books of each cluster the person works for. */
@Component
class AccountsLinks implements StartPageLinks, BarPlaces {

    private static final Role[] READERS = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD, Role.AUDITOR};

    private final CurrentPerson person;
    private final Clusters clusters;

    AccountsLinks(CurrentPerson person, Clusters clusters) {
        this.person = person;
        this.clusters = clusters;
    }

    @Override
    public List<Place> places() {
        return List.of(new Place("Regnskab", "/regnskab/", List.of(READERS)));
    }

    @Override
    public List<Link> links() {
        return person.clusters().stream()
                .sorted()
                .filter(id -> person.hasRole(id, READERS))
                .flatMap(id -> clusters.find(id).stream())
                .map(cluster -> new Link(
                        "Regnskab for " + cluster.name(),
                        "/regnskab/" + cluster.id(),
                        "Se, hvad der er tilbage af budgettet, og hent bilagslisten."))
                .toList();
    }
}
