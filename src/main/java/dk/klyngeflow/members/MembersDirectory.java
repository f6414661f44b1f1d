package dk.klyngeflow.members;

import dk.klyngeflow.engine.ShortMemory;
import dk.klyngeflow.pages.Directory;
import dk.klyngeflow.security.Role;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the web shell what people and clusters are called. */
@Component
class MembersDirectory implements Directory {

    private final People people;
    private final Clusters clusters;
    private final Duties duties;
    private final ShortMemory names = new ShortMemory();

    MembersDirectory(People people, Clusters clusters, Duties duties) {
        this.people = people;
        this.clusters = clusters;
        this.duties = duties;
    }

    /** In the head of every page; nobody's name changes here. */
    @Override
    public Optional<String> personName(String personId) {
        return Optional.of(names.get(
                        personId,
                        String.class,
                        () -> people.find(personId).map(Person::name).orElse("")))
                .filter(name -> !name.isEmpty());
    }

    @Override
    public Map<String, String> personNames(Collection<String> personIds) {
        Map<String, String> names = people.namesOf(personIds);
        names.values().removeIf(People.UNKNOWN::equals);
        return names;
    }

    @Override
    public Optional<String> clusterName(String clusterId) {
        return clusters.find(clusterId).map(Cluster::name);
    }

    @Override
    public List<String> clusters() {
        return clusters.all().stream().map(Cluster::id).toList();
    }

    /** What the board decides stays with the board; anything else may go to whoever works for the cluster. */
    @Override
    public List<Colleague> mayTake(String clusterId, String duty) {
        boolean boardOnly =
                duties.find(duty).map(found -> found.role() == Role.BOARD).orElse(false);
        List<Role> roles = boardOnly ? List.of(Role.BOARD) : List.of(Role.COORDINATOR, Role.SECRETARY, Role.BOARD);
        Map<String, Colleague> found = new LinkedHashMap<>();
        for (Role role : roles) {
            people.holding(clusterId, role)
                    .forEach(person ->
                            found.putIfAbsent(person.id(), new Colleague(person.id(), person.name(), role.danish())));
        }
        return List.copyOf(found.values());
    }
}
