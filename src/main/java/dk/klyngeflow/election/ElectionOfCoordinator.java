package dk.klyngeflow.election;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.members.CoordinatorPosts;
import dk.klyngeflow.members.CoordinatorSearch;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Post;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The last election of a coordinator, as whoever hands the post over by hand must know it. */
@Component
class ElectionOfCoordinator implements CoordinatorSearch {

    private final Elections elections;
    private final Nominees nominees;
    private final CoordinatorPosts posts;
    private final People people;

    ElectionOfCoordinator(Elections elections, Nominees nominees, CoordinatorPosts posts, People people) {
        this.elections = elections;
        this.nominees = nominees;
        this.posts = posts;
        this.people = people;
    }

    @Override
    public Optional<Found> in(String clusterId) {
        Optional<Election> last = elections.all(clusterId).stream()
                .filter(election -> election.matter().post() == Post.COORDINATOR)
                .findFirst();
        if (last.filter(election -> !election.course().status().isOver()).isPresent()) {
            return Optional.of(
                    new Found(
                            null,
                            "Der er valg af koordinator i gang. Vent på det, eller aflys det på siden Valg, før posten overdrages på anden vis."));
        }
        return last.filter(election -> election.is(ElectionStatus.DONE)).flatMap(election -> elected(election));
    }

    /** Whoever has had the post since the election has got what she was elected to. */
    private Optional<Found> elected(Election election) {
        return nominees.in(election, Nominee.State.ACCEPTED).stream()
                .map(Nominee::personId)
                .filter(person -> !posts.hasHeldSince(
                        election.clusterId(),
                        person,
                        CopenhagenTime.dayOf(
                                Objects.requireNonNull(election.course().endedAt()))))
                .findFirst()
                .map(person -> new Found(
                        person,
                        people.nameOf(person) + " blev valgt til koordinator den "
                                + DanishTime.DAY.format(CopenhagenTime.dayOf(
                                        Objects.requireNonNull(election.course().endedAt())))
                                + " og har ikke fået posten endnu."));
    }
}
