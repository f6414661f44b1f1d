package dk.klyngeflow.election;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.BoardHelp;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.members.VacantPosts;
import dk.klyngeflow.security.Role;
import dk.klyngeflow.statutes.StatutesVersions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens elections, and looks after their tasks. */
@Component
class ElectionPlanning {

    private static final Logger LOG = LoggerFactory.getLogger(ElectionPlanning.class);
    private static final int DAYS_TO_OFFICE = 60;
    static final String BY_ITSELF = "system";

    private final Elections elections;
    private final Nominees nominees;
    private final People people;
    private final StatutesVersions statutes;
    private final ElectionTimes times;
    private final BoardHelp board;
    private final VacantPosts vacant;
    private final Cases cases;
    private final CopenhagenTime time;

    ElectionPlanning(
            Elections elections,
            Nominees nominees,
            People people,
            StatutesVersions statutes,
            ElectionTimes times,
            BoardHelp board,
            VacantPosts vacant,
            Cases cases,
            CopenhagenTime time) {
        this.elections = elections;
        this.nominees = nominees;
        this.people = people;
        this.statutes = statutes;
        this.times = times;
        this.board = board;
        this.vacant = vacant;
        this.cases = cases;
        this.time = time;
    }

    record Opened(Election election, boolean isElectedAlready, Instant taskDueAt, Instant escalateAt) {}

    /** Ids, parted by commas: who stood at an assembly without being elected there, or whom it has elected. */
    record FromAssembly(String standing, String elected) {}

    /**
     * Freezes who may nominate and vote: the members of today.
     *
     * @throws FormRefused when another has begun one to the same post in this moment
     */
    Election wanted(
            String clusterId, Post post, int seats, LocalDate takesOffice, Collection<String> leaving, String by) {
        elections.lockCluster(clusterId);
        if (elections.isUnderWay(clusterId, post)) {
            throw new FormRefused("Der er allerede et valg i gang til den post. Det står på siden Valg.");
        }
        return frozen(clusterId, post, seats, takesOffice, leaving, by);
    }

    private Election frozen(
            String clusterId, Post post, int seats, LocalDate takesOffice, Collection<String> leaving, String by) {
        List<String> roll =
                people.holding(clusterId, Role.MEMBER).stream().map(Person::id).toList();
        Election election = elections.add(
                clusterId,
                new Election.Matter(
                        post, seats, takesOffice, statutes.today(clusterId).version()),
                roll,
                leaving,
                by);
        LOG.info("{} of {} is opened: {} for {}", election.electionId(), clusterId, post, seats);
        return election;
    }

    /** @return whether anybody of them is on the roll */
    private boolean stand(Election election, String people, Nominee.State state) {
        Set<String> roll = nominees.roll(election);
        List<String> known =
                Arrays.stream(people.split(",")).filter(roll::contains).toList();
        known.forEach(person -> nominees.stand(election, person, ""));
        nominees.state(election, known, state);
        return !known.isEmpty();
    }

    /** What was opened in Tasklist, or, for another process, what it asks for. */
    Opened open(
            String clusterId,
            Optional<String> electionId,
            Optional<String> post,
            Optional<Long> seats,
            Optional<LocalDate> takesOffice,
            FromAssembly known) {
        Election election = electionId
                .flatMap(id -> elections.find(clusterId, id))
                .orElseGet(() -> frozen(
                        clusterId,
                        post.map(Post::valueOf).orElse(Post.COORDINATOR),
                        seats.orElse(1L).intValue(),
                        takesOffice.orElseGet(() -> time.today().plusDays(DAYS_TO_OFFICE)),
                        List.of(),
                        BY_ITSELF));
        stand(election, known.standing(), Nominee.State.STANDING);
        boolean isElectedAlready = stand(election, known.elected(), Nominee.State.ELECTED);
        return new Opened(election, isElectedAlready, times.taskDue(clusterId), times.nextLook());
    }

    /** Begins an election where the post has fallen vacant, unless one is under way or has been held since. */
    @Transactional
    public void fill(String clusterId, Post post) {
        elections.lockCluster(clusterId);
        vacant.of(clusterId, post)
                .filter(vacancy -> !(post == Post.COORDINATOR && isHandedOver(clusterId))
                        && !elections.isUnderWay(clusterId, post)
                        && !elections.hasBegunSince(clusterId, post, vacancy.since()))
                .ifPresent(vacancy -> cases.start(
                        CoordinatorElection.KEY,
                        clusterId,
                        null,
                        Map.of(
                                CoordinatorElectionVariables.POST.name(),
                                post.name(),
                                CoordinatorElectionVariables.SEATS.name(),
                                (long) vacancy.seats())));
    }

    /** Somebody has been chosen and has the day on which the post is hers. */
    private boolean isHandedOver(String clusterId) {
        return !people.holding(clusterId, Post.SUCCESSOR).isEmpty();
    }

    /** Tasks that have lain too long are the board's, too. @return when to look again */
    Instant offerOverdue(String clusterId, String businessKey) {
        if (cases.isOverdue(clusterId, businessKey, time.now())) {
            board.ask(clusterId, businessKey);
        }
        return times.nextLook();
    }

    void offer(String clusterId, String businessKey) {
        board.ask(clusterId, businessKey);
    }
}
