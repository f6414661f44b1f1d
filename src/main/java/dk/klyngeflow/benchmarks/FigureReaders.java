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

    Optional<String> nowId() {
        return person.id();
    }

    /**
     * Whoever makes this request: a coordinator is a member like others, a secretary never sees who is who.
     *
     * @param provider of her practice
     */
    Figures.Reader now(String clusterId, Optional<String> provider) {
        return person.hasRole(clusterId, Role.SECRETARY) ? new Figures.Reader(provider, false) : holding(provider);
    }

    /** Whoever holds a link: a member of the cluster with a practice, or she sees nothing of her own. */
    static Figures.Reader holding(Optional<String> provider) {
        return new Figures.Reader(provider, provider.isPresent());
    }

    Figures.Reader of(String clusterId, String personId) {
        return holding(practices.ofPerson(clusterId, personId));
    }
}
