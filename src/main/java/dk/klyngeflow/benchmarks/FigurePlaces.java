package dk.klyngeflow.benchmarks;

import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.pages.StartPageLinks;
import dk.klyngeflow.security.CurrentPerson;
import java.util.List;
import java.util.stream.Stream;
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
        Stream<Link> own = clusters.all().stream()
                .filter(cluster -> person.hasRole(cluster.id(), MeasureRoutes.KEEPERS))
                .map(FigurePlaces::link);
        Stream<Link> catalogue = person.isAdministrator()
                ? Stream.of(new Link("Målinger", "/maalinger", "Hvad klyngerne kan måle, og med hvilke ord."))
                : Stream.empty();
        return Stream.concat(own, catalogue).toList();
    }

    private static Link link(Cluster cluster) {
        return new Link(
                "Tal fra praksis i " + cluster.name(),
                "/tal/" + cluster.id(),
                "Indlæs en tabel med praksis’ tal, og se dem uden navne.");
    }
}
