package dk.klyngeflow.benchmarks;

import dk.klyngeflow.members.Practices;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is reading, and of which practice she may see the own figures. */
@Component
class FigureReaders {

    private final CurrentPerson person;
    private final Practices practices;

    FigureReaders(CurrentPerson person, Practices practices) {
        this.person = person;
        this.practices = practices;
    }

    /** Whoever makes this request: a coordinator is a member like others, a secretary never sees who is who. */
    Figures.Reader now(String clusterId) {
        boolean isSecretary = person.hasRole(clusterId, Role.SECRETARY);
        return isSecretary
                ? new Figures.Reader(ownOf(clusterId), false)
                : new Figures.Reader(ownOf(clusterId), ownOf(clusterId).isPresent());
    }

    private Optional<String> ownOf(String clusterId) {
        return person.id().flatMap(id -> practices.ofPerson(clusterId, id));
    }

    /** Whoever holds a link: a member of the cluster with a practice, or she sees nothing of her own. */
    Figures.Reader of(String clusterId, String personId) {
        Optional<String> provider = practices.ofPerson(clusterId, personId);
        return new Figures.Reader(provider, provider.isPresent());
    }
}
