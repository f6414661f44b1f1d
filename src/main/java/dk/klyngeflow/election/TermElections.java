package dk.klyngeflow.election;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.members.PostElections;
import dk.klyngeflow.members.VacantPosts;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Elections that begin because a term ends. */
@Component
class TermElections implements PostElections {

    private static final int MONTHS_JUST_NOW = 6;

    private final Elections elections;
    private final VacantPosts vacant;
    private final Cases cases;

    TermElections(Elections elections, VacantPosts vacant, Cases cases) {
        this.elections = elections;
        this.vacant = vacant;
        this.cases = cases;
    }

    @Override
    @Transactional
    public boolean begin(String clusterId, Post post, int seats, LocalDate takesOffice) {
        elections.lockCluster(clusterId);
        if (elections.isUnderWay(clusterId, post)) {
            return false;
        }
        cases.start(
                CoordinatorElection.KEY,
                clusterId,
                null,
                Map.of(
                        CoordinatorElectionVariables.POST.name(),
                        post.name(),
                        CoordinatorElectionVariables.SEATS.name(),
                        (long) seats,
                        CoordinatorElectionVariables.TAKES_OFFICE.name(),
                        CoordinatorElectionVariables.TAKES_OFFICE.write(takesOffice)));
        return true;
    }

    @Override
    public Optional<Elsewhere> elsewhere(String clusterId, Post post, LocalDate day) {
        if (post == Post.BOARD) {
            return Optional.empty();
        }
        Optional<Elsewhere> underWay = elections.all(clusterId).stream()
                .filter(election -> election.matter().post() == post
                        && !election.course().status().isOver())
                .findFirst()
                .map(election -> new Elsewhere(
                        true, CopenhagenTime.dayOf(election.course().openedAt())));
        return underWay.or(() -> lastTaken(clusterId, post)
                .filter(taken -> taken.isAfter(day.minusMonths(MONTHS_JUST_NOW)))
                .filter(taken -> vacant.of(clusterId, post).isEmpty())
                .map(taken -> new Elsewhere(false, taken)));
    }

    @Override
    public Optional<LocalDate> lastTaken(String clusterId, Post post) {
        return last(clusterId, post, election -> true);
    }

    @Override
    public Optional<LocalDate> lastWithoutTerm(String clusterId, Post post) {
        return last(clusterId, post, election -> election.course().electedUntil() == null);
    }

    private Optional<LocalDate> last(String clusterId, Post post, Predicate<Election> some) {
        return elections.all(clusterId).stream()
                .filter(election -> election.matter().post() == post && election.is(ElectionStatus.DONE))
                .filter(some)
                .map(election -> election.matter().takesOffice())
                .max(LocalDate::compareTo);
    }
}
