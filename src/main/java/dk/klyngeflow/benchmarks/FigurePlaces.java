package dk.klyngeflow.benchmarks;

import dk.klyngeflow.pages.StartPageLinks;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.security.CurrentPerson;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where those who import find the page. */
@Component
class FigurePlaces implements StartPageLinks {

    private final Clusters clusters;
    private final CurrentPerson person;

    FigurePlaces(Clusters clusters, CurrentPerson person) {
        this.clusters = clusters;
        this.person = person;
    }

    @Override
    public List<Link> links() {
        return clusters.all().stream()
                .filter(cluster -> person.hasRole(cluster.id(), MeasureRoutes.KEEPERS))
                .map(FigurePlaces::link)
                .toList();
    }

    private static Link link(Cluster cluster) {
        return new Link(
                "Tal fra praksis i " + cluster.name(),
                "/tal/" + cluster.id(),
                "Indlæs en tabel med praksis’ tal, og se dem uden navne.");
    }
}
