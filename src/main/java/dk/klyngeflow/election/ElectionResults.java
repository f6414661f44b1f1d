package dk.klyngeflow.election;

import dk.klyngeflow.ballots.BallotFacts;
import dk.klyngeflow.ballots.Ballots;
import dk.klyngeflow.ballots.PrintedProtocols;
import dk.klyngeflow.ballots.VoidReason;
import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.election.Nominee.State;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.CoordinatorPosts;
import dk.klyngeflow.members.ElectedPosts;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.security.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How an election ends: everybody is told, and the posts are given. */
@Component
class ElectionResults {

    static final int LONGEST_REASON = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(ElectionResults.class);

    private final Elections elections;
    private final Nominees nominees;
    private final ElectionLetters letters;
    private final ElectionProtocol protocol;
    private final PdfMaker pdfs;
    private final Documents documents;
    private final ElectedPosts posts;
    private final CoordinatorPosts coordinator;
    private final ElectionTimes times;
    private final Offices offices;
    private final Independence independence;
    private final People people;
    private final Ballots ballots;
    private final PrintedProtocols printed;
    private final Cases cases;
    private final CopenhagenTime time;

    ElectionResults(
            Elections elections,
            Nominees nominees,
            ElectionLetters letters,
            ElectionProtocol protocol,
            PdfMaker pdfs,
            Documents documents,
            ElectedPosts posts,
            CoordinatorPosts coordinator,
            ElectionTimes times,
            Offices offices,
            Independence independence,
            People people,
            Ballots ballots,
            PrintedProtocols printed,
            Cases cases,
            CopenhagenTime time) {
        this.elections = elections;
        this.nominees = nominees;
        this.letters = letters;
        this.protocol = protocol;
        this.pdfs = pdfs;
        this.documents = documents;
        this.posts = posts;
        this.coordinator = coordinator;
        this.times = times;
        this.offices = offices;
        this.independence = independence;
        this.people = people;
        this.ballots = ballots;
        this.printed = printed;
        this.cases = cases;
        this.time = time;
    }

    /** @param isHandoverNeeded when another is coordinator @param elected the first of them */
    record Announced(boolean isHandoverNeeded, String elected, LocalDate takesOffice) {}

    /** Those on the roll and those who work for the cluster get the protocol, and the day, which is no longer that of the start when that is too near. */
    Announced announce(String clusterId, String electionId) {
        Election election = elections.lock(clusterId, electionId);
        String elected = accepted(election).get(0);
        boolean isHandoverNeeded = election.matter().post() == Post.COORDINATOR
                && coordinator
                        .now(clusterId)
                        .filter(now -> !now.equals(elected))
                        .isPresent();
        LocalDate day = times.takesOffice(clusterId, election.matter().takesOffice(), isHandoverNeeded);
        offices.note(election, accepted(election), day);
        elections.end(election, ElectionStatus.DONE, "");
        byte[] pdf = pdfs.pdf("election-protocol", protocol.of(elections.get(clusterId, electionId)));
        Document kept = documents.store(clusterId, "valgprotokol-" + election.number() + ".pdf", pdf, "system");
        documents.keepForAccountingYear(clusterId, kept.id(), time.today().getYear());
        elections.protocol(election, kept.id());
        List<String> papers = new ArrayList<>(List.of(kept.id()));
        for (int round = 1; round <= election.progress().ballotRound(); round++) {
            String ballotId = election.ballotId(round);
            if (ballots.result(clusterId, ballotId).isPresent()) {
                papers.add(printed.file(clusterId, ballotId));
            }
        }
        letters.tell(election, ElectionLetters.RESULT, everybody(election), papers);
        tellWhoFinds(election);
        return new Announced(isHandoverNeeded, elected, day);
    }

    /** Those who are to find somebody for what the elected give up. */
    private void tellWhoFinds(Election election) {
        Set<String> finders = new LinkedHashSet<>();
        for (Role role : List.of(Role.COORDINATOR, Role.SECRETARY, Role.BOARD)) {
            people.holding(election.clusterId(), role).forEach(each -> finders.add(each.id()));
        }
        for (String person : accepted(election)) {
            List<Post> posts = independence.givenUp(election, person);
            if (!posts.isEmpty()) {
                letters.givenUp(
                        election, person, posts.stream().map(Post::name).collect(Collectors.joining(",")), finders);
            }
        }
    }

    /** Unless the elected has got the post another way, or gets it later. */
    void tellOfUnmovedPost(String clusterId, String electionId) {
        Election election = elections.get(clusterId, electionId);
        boolean isHers = accepted(election).stream().anyMatch(elected -> coordinator.isOrWillBe(clusterId, elected));
        if (!isHers) {
            letters.tell(election, ElectionLetters.UNMOVED, everybody(election), List.of());
        }
        LOG.info("{} of {}: the post was not handed over", electionId, clusterId);
    }

    void givePosts(String clusterId, String electionId) {
        Election election = elections.get(clusterId, electionId);
        List<String> elected = accepted(election);
        posts.take(
                clusterId,
                election.matter().post(),
                elected,
                offices.leaving(election, elected),
                election.matter().takesOffice());
        LOG.info(
                "{} of {} gives {} to {}",
                electionId,
                clusterId,
                election.matter().post(),
                elected);
    }

    private List<String> accepted(Election election) {
        return nominees.in(election, State.ACCEPTED).stream()
                .map(Nominee::personId)
                .toList();
    }

    void tellOfFailure(String clusterId, String electionId) {
        Election election = elections.lock(clusterId, electionId);
        elections.end(election, ElectionStatus.FAILED, election.course().reason());
        letters.tell(election, ElectionLetters.FAILED, everybody(election), List.of());
    }

    /** The case ends at once; an open vote is deleted unopened. @throws FormRefused when it is over */
    @Transactional
    public void cancel(String clusterId, String electionId, String reason, String by) {
        Election election = elections.lock(clusterId, electionId);
        if (election.course().status().isOver()) {
            throw new FormRefused("Valget er afsluttet, så det kan ikke aflyses.");
        }
        elections.end(election, ElectionStatus.CANCELLED, reason);
        int round = election.progress().ballotRound();
        if (round > 0) {
            ballots.find(clusterId, election.ballotId(round))
                    .filter(ballot ->
                            ballot.phase() == BallotFacts.Phase.OPEN || ballot.phase() == BallotFacts.Phase.PREPARED)
                    .ifPresent(ballot -> ballots.annul(clusterId, ballot.ballotId(), VoidReason.CANCELLED));
        }
        if (!cases.tell(CoordinatorElection.CANCELLED, clusterId, election.businessKey(), Map.of())) {
            throw new FormRefused("Valget kan ikke aflyses lige nu. Prøv igen om et minut.");
        }
        LOG.info("{} of {} is cancelled by {}", electionId, clusterId, by);
    }

    void tellOfCancellation(String clusterId, String electionId) {
        Election election = elections.get(clusterId, electionId);
        letters.tell(election, ElectionLetters.CANCELLED, everybody(election), List.of());
    }

    private Set<String> everybody(Election election) {
        Set<String> all = new LinkedHashSet<>(nominees.roll(election));
        for (Role role : new Role[] {Role.COORDINATOR, Role.SECRETARY, Role.BOARD}) {
            people.holding(election.clusterId(), role).stream().map(Person::id).forEach(all::add);
        }
        all.removeIf(person -> !people.isOf(election.clusterId(), person));
        return all;
    }
}
