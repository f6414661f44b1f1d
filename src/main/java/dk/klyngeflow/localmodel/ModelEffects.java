package dk.klyngeflow.localmodel;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.Mandates;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.security.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What follows from a model: the settings and the mandates of all rooms that obey it. */
@Component
public class ModelEffects {

    private final ObjectProvider<Obeys> rooms;
    private final LocalModels models;
    private final ClusterSettings settings;
    private final Mandates mandates;
    private final People people;
    private final CopenhagenTime time;

    ModelEffects(
            ObjectProvider<Obeys> rooms,
            LocalModels models,
            ClusterSettings settings,
            Mandates mandates,
            People people,
            CopenhagenTime time) {
        this.rooms = rooms;
        this.models = models;
        this.settings = settings;
        this.mandates = mandates;
        this.people = people;
        this.time = time;
    }

    /** The model adopted in a round is obeyed from today; doing it again changes nothing. Open cases keep what they began with. */
    @Transactional
    public void putIntoForce(String clusterId, int round, String by) {
        models.ofRound(clusterId, round)
                .filter(version -> version.inForceAt() == null)
                .ifPresent(version -> {
                    effects(version.choices()).forEach(effect -> set(version, effect, by));
                    duties(version.choices()).forEach(given -> give(clusterId, given, by));
                    models.inForce(version);
                });
    }

    /**
     * One thing that follows, for people to read.
     *
     * @param isStill false when somebody has set it otherwise since
     */
    public record Line(String question, String answer, String label, String readBy, boolean isStill) {}

    public List<Line> lines(ModelVersion version) {
        Stream<Line> ofSettings = effects(version.choices()).stream().map(effect -> line(version, effect));
        Stream<Line> ofDuties = duties(version.choices()).stream()
                .map(given -> new Line(
                        given.because().label(),
                        version.choices().inWords(given.because()),
                        given.duty().danish(),
                        given.readBy(),
                        isWith(version.clusterId(), given)));
        return Stream.concat(ofSettings, ofDuties).toList();
    }

    List<Obeys.Effect<?>> effects(Choices model) {
        return rooms.orderedStream()
                .flatMap(room -> room.settings(model).stream())
                .toList();
    }

    List<Obeys.Given> duties(Choices model) {
        return rooms.orderedStream()
                .flatMap(room -> room.duties(model).stream())
                .toList();
    }

    private <T> Line line(ModelVersion version, Obeys.Effect<T> effect) {
        boolean isStill = version.inForceAt() == null
                || settings.source(version.clusterId(), effect.setting())
                        .filter(version.inWords()::equals)
                        .isPresent();
        return new Line(
                effect.because().label(),
                version.choices().inWords(effect.because()),
                effect.setting().label(),
                effect.readBy(),
                isStill);
    }

    private <T> void set(ModelVersion version, Obeys.Effect<T> effect, String by) {
        settings.set(version.clusterId(), effect.setting(), effect.value(), time.today(), by, version.inWords());
    }

    private boolean isWith(String clusterId, Obeys.Given given) {
        Optional<String> moved = mandates.movedTo(clusterId, given.duty().id());
        return given.to() == given.duty().role()
                ? moved.isEmpty()
                : moved.filter(person -> holders(clusterId, given.to()).contains(person))
                        .isPresent();
    }

    /** Whoever has it already keeps it; where nobody holds the post, it stays where it is. */
    private void give(String clusterId, Obeys.Given given, String by) {
        if (isWith(clusterId, given)) {
            return;
        }
        if (given.to() == given.duty().role()) {
            mandates.takeBack(clusterId, given.duty(), by);
            return;
        }
        holders(clusterId, given.to()).stream()
                .findFirst()
                .ifPresent(person -> mandates.change(clusterId, given.duty(), person, by));
    }

    /** Of the board first the chair, and the coordinator last: it is her work that is given away. */
    private List<String> holders(String clusterId, Role role) {
        if (role != Role.BOARD) {
            return ids(people.holding(clusterId, role));
        }
        List<String> coordinators = ids(people.holding(clusterId, Role.COORDINATOR));
        return Stream.concat(
                        people.holding(clusterId, Post.CHAIR).stream(), people.holding(clusterId, Role.BOARD).stream())
                .map(Person::id)
                .distinct()
                .filter(person -> !coordinators.contains(person))
                .toList();
    }

    private static List<String> ids(List<Person> found) {
        return found.stream().map(Person::id).toList();
    }
}
